#pragma once

#include <filesystem>
#include <opencv2/core/mat.hpp>
#include <string_view>

namespace rudolph {

struct GifPicture {
    cv::Mat bgr;               ///< CV_8UC3
    bool is_animated = false;  ///< there are further frames
};

/// The first frame of a GIF, on a white ground; what is transparent shows white. `file` is for
/// errors only. Throws Error for a first frame that is damaged, cut off or absurdly large. Safe to
/// call from many threads.
GifPicture decode_gif(std::string_view bytes, const std::filesystem::path& file);

}  // namespace rudolph
