#pragma once

#include <filesystem>
#include <opencv2/core/types.hpp>
#include <string_view>

#include "core/base/error.h"
#include "core/formats/matlab_file.h"

namespace rudolph {

/// Pictures whose grey values stand as numbers in a table, as Kaggle's faces: squares, row after
/// row, 0 to 255, with spaces between.

/// Writes such a picture as a PNG, unless the file is there already. Returns its size. Throws Error
/// when it is no square.
cv::Size write_pixels(std::string_view numbers, const std::filesystem::path& picture,
                      const ErrorPlace& place);

/// Writes a picture of a MATLAB file as a PNG, unless it is there already. `cell` is what
/// recipe_source() calls it, "NAME#3". Returns its size. Throws Error.
cv::Size write_cell(const MatlabFile& matlab, std::string_view cell,
                    const std::filesystem::path& picture, const ErrorPlace& place);

/// A folder below `base` for the pictures of this table, or of this video, as it is now.
std::filesystem::path pixels_folder_of(const std::filesystem::path& base,
                                       const std::filesystem::path& table);

}  // namespace rudolph
