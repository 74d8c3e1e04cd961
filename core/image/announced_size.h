#pragma once

#include <cstdint>
#include <string_view>

namespace rudolph {

/// What a file says of its picture's size before it is turned, wherever that stands in it: JPEG,
/// PNG, BMP, WebP, TIFF, JPEG 2000, PNM, PAM, PFM, Sun rasters and Radiance pictures. 0×0 of other
/// kinds and where it is not found; `is_missing` where a decoder must not be asked then: of a TIFF,
/// which it might search elsewhere, and of a PFM or Sun raster, where a size that cannot be leaves
/// OpenCV's temporary file behind.
struct AnnouncedSize {
    std::int64_t width = 0;
    std::int64_t height = 0;
    bool is_missing = false;
};
AnnouncedSize announced_size(std::string_view bytes);

/// In how many scans a JPEG is stored; 0 of what is none. Progressive ones have about ten.
std::int64_t jpeg_scans(std::string_view bytes);

/// Whether a file that begins so is a picture of a kind that is read, whatever its name says;
/// nothing is decoded.
bool looks_like_picture(std::string_view start);

}  // namespace rudolph
