#pragma once

#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/formats/plausibility.h"
#include "core/formats/recipe.h"
#include "core/formats/recipe_reader.h"

namespace rudolph {

/// A way to read some files, tried on a sample of them.
struct RecipeSuggestion {
    Recipe recipe;
    Plausibility plausibility;
    double score = 0;              ///< 0 to 1, by which suggestions are ranked
    int faces = 0;                 ///< read from the sample
    int left_out = 0;              ///< of the sample
    int files = 0;                 ///< that the patterns of the recipe fit
    bool known = false;            ///< shipped or remembered, and its signs are there
    std::vector<Sample> examples;  ///< up to three faces, their image sizes known

    /// Whether it may be used unasked: it is known, and all but a few of the faces are read with
    /// points that lie in their pictures.
    bool is_clear() const;
};

/// Judges one recipe on a sample of the files; one that cannot be carried out has score 0.
RecipeSuggestion tried_recipe(const Recipe& recipe, const RecipeFiles& files,
                              const CancelToken& cancel = {});

/// Those of the known recipes whose signs are in the files, tried, the best first.
std::vector<RecipeSuggestion> known_recipes_for(const RecipeFiles& files,
                                                const CancelToken& cancel = {});

/// Ways to read the files, the most plausible first; none that reads no face. Known recipes whose
/// signs are there come first, then what the files themselves suggest. Looks at a bounded sample;
/// the same files give the same suggestions.
std::vector<RecipeSuggestion> suggest_recipes(const RecipeFiles& files,
                                              const CancelToken& cancel = {},
                                              const ProgressCallback& progress = {});

}  // namespace rudolph
