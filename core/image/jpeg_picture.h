#pragma once

#include <filesystem>
#include <opencv2/core/mat.hpp>
#include <optional>
#include <string_view>

#include "core/image/decode.h"

namespace rudolph {

struct JpegPicture {
    cv::Mat pixels;
    /// Some of them are made up, as their data cannot be what was written.
    bool is_damaged = false;
};

/// A JPEG by libjpeg itself, to the same pixels as OpenCV's reader makes, not turned: OpenCV lets
/// libjpeg write to the terminal, and does not tell of damage. `reduction` (1, 2, 4 or 8): along
/// each side, rounded up. `file` is for errors only. Throws Error for what cannot be decoded at
/// all. Safe to call from many threads.
JpegPicture decode_jpeg(std::string_view bytes, Colour colour, int reduction,
                        const std::filesystem::path& file);

/// Where the data of a JPEG's last row ends, although the marker of its end may be missing there,
/// or something else stand in its place; empty where rows, or scans that complete them, are
/// missing. Takes about as long as decoding. Safe to call from many threads.
std::optional<size_t> end_of_jpeg_rows(std::string_view bytes);

}  // namespace rudolph
