#pragma once

#include <filesystem>
#include <opencv2/core/mat.hpp>
#include <string_view>

namespace rudolph {

/// The main picture of a HEIC, HEIF or AVIF file, upright, CV_8UC3 (blue, green, red); what is
/// transparent shows white. `file` is for errors only. Throws Error, also where the program was
/// built without libheif. Safe to call from many threads.
cv::Mat decode_heif(std::string_view bytes, const std::filesystem::path& file);

}  // namespace rudolph
