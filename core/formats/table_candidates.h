#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/formats/recipe_candidates.h"

namespace rudolph {

/// Adds the ways in which this file may be a table of points whose rows name pictures that are
/// there, or hold their pixels. They are as `recipe` in what the table does not tell: its name, and
/// the variable of a MATLAB file.
void add_table_candidates(const RecipeFiles& files, const Recipe& recipe,
                          const std::filesystem::path& file,
                          std::vector<RecipeCandidate>& candidates);

}  // namespace rudolph
