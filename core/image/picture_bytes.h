#pragma once

#include <opencv2/core/types.hpp>
#include <optional>
#include <string_view>

namespace rudolph {

/// What the bytes of a picture file tell before its pixels are decoded.

/// How a file ends.
enum class PictureEnd {
    Whole,    ///< where its format says, or its format does not say
    Missing,  ///< before
    Appended  ///< something else comes after the end of a JPEG: a phone's video, a second picture
};
PictureEnd end_of_picture(std::string_view bytes);

/// The position of the next marker of a JPEG (0xFF and a code that is neither stuffing, fill nor a
/// restart) at or after `start`; npos when there is none. ITU-T T.81, B.1.1.
std::size_t next_jpeg_marker(std::string_view bytes, std::size_t start);

struct JpegHeader {
    cv::Size stored_size;  ///< before it is turned upright
    int orientation = 1;   ///< as EXIF numbers them
};

/// What stands before a JPEG's pixels; empty when it is none or its size is not found. ITU-T T.81,
/// B.2.2.
std::optional<JpegHeader> jpeg_header(std::string_view bytes);

bool is_jpeg(std::string_view bytes);
bool is_png(std::string_view bytes);
bool is_webp(std::string_view bytes);
bool is_tiff(std::string_view bytes);
bool is_gif(std::string_view bytes);
/// A portable float map: a PNM of numbers with a point.
bool is_pfm(std::string_view bytes);
/// HEIC, HEIF or AVIF: the brands of ISO/IEC 23008-12 and AV1's.
bool is_heif(std::string_view bytes);

/// Whether a PNG or WebP says that it may be transparent.
bool may_be_transparent(std::string_view bytes);

/// The number that means white in a PGM or PPM (its "maxval"); 0 when it is none, or not found.
int netpbm_white(std::string_view bytes);

/// What a file is that is no picture that can be read, for people: "a web page", "a video"; empty
/// when nothing is known.
std::string_view other_contents(std::string_view bytes);

/// The size that is stored, before the picture is turned, when all that tells it and
/// stored_orientation() stands in these first bytes of a file.
std::optional<cv::Size> stored_size(std::string_view start);
/// How the picture must be turned, 1 (upright) to 8, as EXIF 2.3 numbers it; 1 where nothing says
/// so. JPEG, PNG, WebP and TIFF.
int stored_orientation(std::string_view bytes);

/// How a PNG or WebP with an EXIF block was held: 1 (upright) to 8, as EXIF 2.3 numbers them; 1
/// where nothing says so.
int exif_orientation(std::string_view bytes);

}  // namespace rudolph
