#pragma once

#include <filesystem>
#include <opencv2/core/mat.hpp>
#include <string_view>

namespace rudolph {

enum class PngPixels {
    Grey,   ///< CV_8UC1
    Bgr,    ///< CV_8UC3
    Stored  ///< grey, BGR, or BGRA where something may be transparent, in 8 or 16 bits
};

/// A PNG by libpng itself, to the same pixels as OpenCV's reader makes (but for grey ones with a
/// transparent value, whose alpha that leaves out): OpenCV lets libpng write to the terminal, and
/// does not say what is wrong. `file` is for errors only. Throws Error for one that is damaged or
/// cut off. Safe to call from many threads.
cv::Mat decode_png(std::string_view bytes, PngPixels pixels, const std::filesystem::path& file);

}  // namespace rudolph
