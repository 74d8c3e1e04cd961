#pragma once

#include <QImage>
#include <map>
#include <string>
#include <vector>

#include "core/formats/suggest_recipes.h"
#include "core/geometry/landmark_scheme.h"
#include "ui/base/error_text.h"

namespace rudolph {

/// What a recipe makes of some files, with what one looks at to judge it.
struct RecipeTrial {
    RecipeSuggestion tried;
    std::vector<QImage> pictures;  ///< of tried.examples; null where one cannot be read
    LandmarkScheme scheme;         ///< to draw the examples with
    /// Why it reads nothing, or the first thing that it could not read; empty: all went well.
    ErrorText trouble;
};

/// The pictures of earlier trials; for one thread at a time.
using TrialPictures = std::map<std::string, QImage>;

/// Tries a recipe on a sample of the files, some milliseconds beside decoding its pictures.
RecipeTrial tryRecipe(const Recipe& recipe, const RecipeFiles& files, TrialPictures& pictures,
                      const CancelToken& cancel);

}  // namespace rudolph
