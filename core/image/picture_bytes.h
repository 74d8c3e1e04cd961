#pragma once

#include <opencv2/core/types.hpp>
#include <optional>
#include <string_view>

namespace rudolph {

/// What the bytes of a picture file tell before its pixels are decoded.

/// Whether the file goes on to the end that its format marks; true for formats that mark none.
bool picture_is_whole(std::string_view bytes);

struct JpegHeader {
    cv::Size stored_size;  ///< before it is turned upright
    bool has_exif = false;
};

/// What stands before a JPEG's pixels; empty when it is none or its size is not found. ITU-T T.81,
/// B.2.2.
std::optional<JpegHeader> jpeg_header(std::string_view bytes);

bool is_png(std::string_view bytes);
bool is_webp(std::string_view bytes);
bool is_tiff(std::string_view bytes);
/// HEIC, HEIF or AVIF: the brands of ISO/IEC 23008-12 and AV1's.
bool is_heif(std::string_view bytes);

/// Whether a PNG or WebP says that it may be transparent.
bool may_be_transparent(std::string_view bytes);

/// How a PNG or WebP with an EXIF block was held: 1 (upright) to 8, as EXIF 2.3 numbers them; 1
/// where nothing says so.
int exif_orientation(std::string_view bytes);

}  // namespace rudolph
