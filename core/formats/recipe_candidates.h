#pragma once

#include <vector>

#include "core/base/cancel_token.h"
#include "core/formats/recipe.h"
#include "core/formats/recipe_reader.h"

namespace rudolph {

/// A way in which files might be read.
struct RecipeCandidate {
    Recipe recipe;
    /// Below 1 for ways that are rarer than others: of two that fit equally the usual one is meant.
    double prior = 1;
};

/// The ways that the files themselves suggest: how they pair with pictures, how their numbers are
/// laid out. None is judged yet. The same files give the same candidates.
std::vector<RecipeCandidate> recipe_candidates(const RecipeFiles& files,
                                               const CancelToken& cancel = {});

}  // namespace rudolph
