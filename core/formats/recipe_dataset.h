#pragma once

#include <optional>

#include "core/base/error.h"
#include "core/formats/reader.h"
#include "core/formats/recipe_reader.h"
#include "core/formats/suggest_recipes.h"

namespace rudolph {

/// Reads the data by the recipe and says so in `dataset`: its format, scheme and recipe. Throws
/// Error when that reads nothing.
ReaderResult read_recipe_data(const Recipe& recipe, const RecipeFiles& files, Dataset& dataset,
                              const CancelToken& cancel, const ProgressCallback& progress);

/// The shipped or remembered recipe that clearly fits; empty: none does, or two read different
/// points.
std::optional<Recipe> clear_recipe(const RecipeFiles& files, const CancelToken& cancel = {});

/// Whether files beside these pictures probably hold their points, by what suggest_recipes() says
/// of them.
bool may_hold_points(const std::vector<RecipeSuggestion>& suggestions);

/// Data that no reader and no recipe knows: a recipe would help.
class UnknownLayout : public Error {
public:
    using Error::Error;
};

/// What to say of such data: what was found, how it might be read, and how to go on.
UnknownLayout unknown_layout(const RecipeFiles& files,
                             const std::vector<RecipeSuggestion>& suggestions);

}  // namespace rudolph
