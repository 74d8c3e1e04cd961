#pragma once

#include <filesystem>
#include <functional>
#include <new>
#include <opencv2/core.hpp>
#include <optional>
#include <string>

namespace rudolph {

enum class Colour { Grey, Bgr };

/// What is odd about a file that shows its whole picture all the same.
enum class PictureOddity {
    NoEnd,     ///< a JPEG with all of its rows lacks the marker of its end
    Appended,  ///< something else comes after a JPEG's end: the video of a motion photo, a depth
               ///< map
    Animated,  ///< a GIF has several frames, of which the first one counts
    Damaged    ///< data in the middle of a JPEG cannot be what was written
};
/// For people, about `count` pictures; a whole sentence without its full stop.
std::string oddity_text(PictureOddity oddity, int count = 1);

/// What decoding shows besides the pixels.
struct PictureFacts {
    std::optional<PictureOddity> oddity;
    /// How the stored picture was turned and mirrored to become upright, as EXIF numbers it: 1 (not
    /// at all) to 8.
    int orientation = 1;
};

/// The picture in a file (JPEG, PNG, WebP, TIFF, BMP, GIF's first frame, PGM, PPM, PBM and what
/// else OpenCV reads; HEIC and AVIF where libheif is there), whatever its name says, 8 bits a
/// channel, turned upright as its orientation says. What is transparent shows white; see
/// eight_bits() for deeper pictures. CV_8UC1 or CV_8UC3 (blue, green, red). Throws Error when the
/// file is missing, too large (over 1 GiB, or see picture_limits.h), cut off, or not a picture that
/// can be decoded. A JPEG that lacks only the marker of its end is whole; `oddity`, where wanted,
/// tells such things, and that a JPEG is damaged in the middle, of which what could be decoded is
/// returned. Safe to call from many threads.
cv::Mat decode_image(const std::filesystem::path& file, Colour colour = Colour::Bgr,
                     PictureFacts* facts = nullptr);

/// The size of a picture, upright, and how it is stored.
struct PictureSize {
    cv::Size upright;
    int orientation = 1;  ///< see PictureFacts

    /// Before it was turned.
    cv::Size stored() const {
        return orientation >= 5 ? cv::Size(upright.height, upright.width) : upright;
    }
};
/// From the first bytes of the file where they tell it, which takes microseconds; else by decoding.
/// Throws Error as decode_image() does, but damage behind the header is not noticed. Safe to call
/// from many threads.
PictureSize picture_size(const std::filesystem::path& file);

[[noreturn]] void throw_out_of_memory(const std::filesystem::path& file);

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

/// What `work` gives; where there is not enough memory for it an Error about this picture, so that
/// one picture is passed over and not all that comes after it. decode_image() and decode_reduced()
/// do so themselves.
template <class Work>
auto with_memory_for(const std::filesystem::path& file, Work work) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        throw_out_of_memory(file);
    } catch (const cv::Exception& error) {
        if (error.code != cv::Error::StsNoMem)
            throw;
        throw_out_of_memory(file);
    }
}

/// Whether the file's name ends like a picture's: .jpg, .jpeg, .png, .bmp, .tif, .tiff, .webp,
/// .gif, .pgm, .heic, …, in either case.
bool has_image_extension(const std::filesystem::path& file);

/// Encodes by the extension (".png", ".jpg") and writes atomically: pixels only, nothing that a
/// camera said about them. Throws Error.
void write_image(const std::filesystem::path& file, const cv::Mat& pixels, int jpeg_quality = 92);

}  // namespace rudolph
