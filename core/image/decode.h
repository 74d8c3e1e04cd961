#pragma once

#include <filesystem>
#include <functional>
#include <opencv2/core/mat.hpp>

namespace rudolph {

enum class Colour { Grey, Bgr };

/// The picture in a file (JPEG, PNG, WebP, TIFF, BMP and what else OpenCV reads; HEIC and AVIF
/// where libheif is there), 8 bits a channel, turned upright as its orientation says. What is
/// transparent shows white; see eight_bits() for deeper pictures. CV_8UC1 or CV_8UC3 (blue, green,
/// red). Throws Error when the file is missing, too large (over 1 GiB), cut off, or not a picture
/// that can be decoded. Of a picture damaged in the middle, what could be decoded is returned, and
/// the JPEG or PNG library may print a line to the terminal, which OpenCV gives no way to stop.
/// Safe to call from many threads.
cv::Mat decode_image(const std::filesystem::path& file, Colour colour = Colour::Bgr);

/// A grey picture, perhaps decoded at a fraction of its size: pixel (x, y) covers the `reduction`
/// pixels of the whole picture along x from x · reduction on, and likewise along y. The last ones
/// may reach beyond its edge.
struct ReducedImage {
    cv::Mat grey;        ///< CV_8UC1
    int reduction = 1;   ///< 1, 2, 4 or 8
    cv::Size full_size;  ///< of the whole picture, upright
};

/// As decode_image in grey, but JPEGs are decoded at a half, a quarter or an eighth of their size,
/// which is several times faster, where `most_reduction` allows it for a picture of that size.
ReducedImage decode_reduced(const std::filesystem::path& file,
                            const std::function<int(cv::Size)>& most_reduction);

/// Whether the file's name ends like a picture's: .jpg, .jpeg, .png, .bmp, .tif, .tiff, .webp,
/// .heic, …, in either case.
bool has_image_extension(const std::filesystem::path& file);

/// Encodes by the extension (".png", ".jpg") and writes atomically: pixels only, nothing that a
/// camera said about them. Throws Error.
void write_image(const std::filesystem::path& file, const cv::Mat& pixels, int jpeg_quality = 92);

}  // namespace rudolph
