#pragma once

#include <filesystem>
#include <opencv2/core/mat.hpp>

namespace rudolph {

enum class Colour { Grey, Bgr };

/// The picture in a file, 8 bits a channel, turned upright as its EXIF orientation says.
/// CV_8UC1 or CV_8UC3 (blue, green, red). Throws Error when the file is missing, too large (over
/// 1 GiB), cut off, or not a picture that can be decoded. Of a picture damaged in the middle, what
/// could be decoded is returned, and the JPEG or PNG library may print a line to the terminal,
/// which OpenCV gives no way to stop. Safe to call from many threads.
cv::Mat decode_image(const std::filesystem::path& file, Colour colour = Colour::Bgr);

/// Whether the file's name ends like a picture's: .jpg, .jpeg, .png, .bmp, .tif, .tiff, .webp, …,
/// in either case.
bool has_image_extension(const std::filesystem::path& file);

/// Encodes by the extension (".png", ".jpg") and writes atomically. Throws Error.
void write_image(const std::filesystem::path& file, const cv::Mat& pixels, int jpeg_quality = 92);

}  // namespace rudolph
