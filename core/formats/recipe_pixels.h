#pragma once

#include <filesystem>
#include <opencv2/core/types.hpp>
#include <string_view>

#include "core/base/error.h"

namespace rudolph {

/// Pictures whose grey values stand as numbers in a table, as Kaggle's faces: squares, row after
/// row, 0 to 255, with spaces between.

/// Writes such a picture as a PNG, unless the file is there already. Returns its size. Throws Error
/// when it is no square.
cv::Size write_pixels(std::string_view numbers, const std::filesystem::path& picture,
                      const ErrorPlace& place);

/// A folder below `base` for the pictures of this table as it is now.
std::filesystem::path pixels_folder_of(const std::filesystem::path& base,
                                       const std::filesystem::path& table);

}  // namespace rudolph
