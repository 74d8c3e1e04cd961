#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/formats/recipe.h"

namespace rudolph {

/// The text of a file as a recipe reads it. Of a text file its own, as read_text(). Of a MATLAB
/// file (.mat) what the variable that recipe.text.variables names holds:
/// - for a file per face, a line for each point of it: "x y", or "x y z";
/// - for tables, a head and a row for each row of it, with tabs between: its columns NAME1, NAME2
/// …,
///   then those of all other variables with as many rows (numbers, texts NAME, and pictures NAME as
///   "NAME#3").
/// Throws Error, also where a MATLAB file has none of the variables.
std::string recipe_source(const std::filesystem::path& file, const Recipe& recipe,
                          std::uint64_t max_bytes);

/// The first bytes of that, for recognising it; empty when it cannot be read.
std::string recipe_source_start(const std::filesystem::path& file, const Recipe& recipe,
                                std::size_t bytes);

/// The variables of a MATLAB file whose numbers may be points, in the file's order; none for other
/// files and such as cannot be read.
std::vector<std::string> variables_like_points(const std::filesystem::path& file);

/// The variables of a MATLAB file that are tables with a picture's name or pixels in each row.
std::vector<std::string> variables_like_tables(const std::filesystem::path& file);

}  // namespace rudolph
