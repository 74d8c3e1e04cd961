#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/formats/recipe_candidates.h"

namespace rudolph {

/// Adds the ways in which this file may be a table of points whose rows name pictures that are
/// there, or hold their pixels.
void add_table_candidates(const RecipeFiles& files, const std::string& name,
                          const std::filesystem::path& file,
                          std::vector<RecipeCandidate>& candidates);

}  // namespace rudolph
