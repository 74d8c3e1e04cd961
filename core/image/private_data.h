#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rudolph {

/// A picture file without what tells more than the picture shows: EXIF data (where it was taken, by
/// which camera, its serial number), XMP, IPTC, comments, embedded previews, and what phones append
/// (a short video, for example). Pixels, colour profile and how the picture is to be turned stay,
/// byte by byte. JPEG, PNG and WebP; BMP, PGM and PPM hold no such data and come back as they are.
/// Empty for other files (TIFF, HEIC, AVIF, GIF): what they hold cannot be taken out so.
std::optional<std::string> without_private_data(std::string_view bytes);

}  // namespace rudolph
