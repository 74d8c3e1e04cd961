#include "core/image/decode.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/image/eight_bits.h"
#include "core/image/gif.h"
#include "core/image/heif.h"
#include "core/image/jpeg_picture.h"
#include "core/image/picture_bytes.h"
#include "core/image/picture_limits.h"
#include "core/image/png_picture.h"

namespace rudolph {
namespace {

constexpr std::uint64_t kMaxPictureBytes = std::uint64_t{1} << 30;
/// A JPEG's size stands behind its EXIF block and colour profile.
constexpr size_t kHeaderBytes = size_t{1} << 18;

/// OpenCV tells the terminal about pictures that it cannot read; here the Error does.
void silence_opencv() {
    static std::once_flag once;
    std::call_once(once,
                   [] { cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT); });
}

void tell(PictureFacts* facts, PictureOddity what) {
    if (facts != nullptr)
        facts->oddity = what;
}

/// The bytes, with an end where a JPEG lacks no more than that.
std::string read_picture(const std::filesystem::path& file, PictureFacts* facts = nullptr) {
    if (facts != nullptr)
        *facts = {};
    std::string bytes = read_file(file, kMaxPictureBytes);
    if (bytes.empty())
        throw Error("the picture is empty (0 bytes)", {file}, "copy it again");
    require_affordable(bytes, file);
    if (facts != nullptr)
        facts->orientation = stored_orientation(bytes);
    const PictureEnd end = end_of_picture(bytes);
    if (end == PictureEnd::Whole)
        return bytes;
    if (end == PictureEnd::Appended) {
        tell(facts, PictureOddity::Appended);
        return bytes;
    }
    const bool jpeg = jpeg_header(bytes).has_value();
    const std::optional<size_t> rows = jpeg ? end_of_jpeg_rows(bytes) : std::nullopt;
    if (!rows)
        throw Error(jpeg ? "the picture is cut off: rows of it are missing"
                         : "the picture is cut off: its end is missing",
                    {file}, "copy it again");
    tell(facts, PictureOddity::NoEnd);
    bytes.resize(*rows);
    return bytes + "\xff\xd9";
}

/// What OpenCV makes of the file; empty where it cannot.
cv::Mat decoded_by_opencv(std::string& bytes, int mode, const std::filesystem::path& file) {
    silence_opencv();
    const cv::Mat encoded(1, static_cast<int>(bytes.size()), CV_8UC1, bytes.data());
    try {
        return cv::imdecode(encoded, mode);
    } catch (const cv::Exception& error) {
        if (error.code == cv::Error::StsNoMem)
            throw_out_of_memory(file);
        throw Error("the picture cannot be decoded: " + error.err, {file});
    }
}

cv::Mat require_picture(cv::Mat pixels, std::string_view bytes, const std::filesystem::path& file) {
    if (!pixels.empty())
        return pixels;
    if (const std::string_view contents = other_contents(bytes); !contents.empty())
        throw Error("this is not a picture that can be read, but " + std::string(contents), {file},
                    "save the picture as JPEG or PNG");
    throw Error("this is not a picture that can be read", {file},
                "it may be damaged, or not be what its name says; JPEG and PNG always work");
}

constexpr int kUsualWhite = 0xFF;

/// A PGM or PPM says which number is white; OpenCV heeds that only where numbers are written out
/// and go to 255.
cv::Mat with_white(cv::Mat stored, int white, std::string_view bytes) {
    const bool deep = stored.depth() == CV_16U;
    const bool heeded = !deep && (bytes.starts_with("P2") || bytes.starts_with("P3"));
    const int expected = deep ? 0xFFFF : kUsualWhite;
    if (!stored.empty() && white > 0 && white < expected && !heeded)
        stored.convertTo(stored, -1, double(expected) / white);
    return stored;
}

bool has_other_white(std::string_view bytes) {
    const int white = netpbm_white(bytes);
    return white > 0 && white != kUsualWhite;
}

/// As it was stored, with alpha, and turned upright.
cv::Mat decoded_with_alpha(std::string& bytes, const std::filesystem::path& file,
                           PictureFacts* facts) {
    if (is_heif(bytes))
        return decode_heif(bytes, file);
    if (is_gif(bytes)) {
        GifPicture picture = decode_gif(bytes, file);
        if (picture.is_animated)
            tell(facts, PictureOddity::Animated);
        return std::move(picture.bgr);
    }
    if (is_png(bytes))
        return turned_upright(eight_bits(decode_png(bytes, PngPixels::Stored, file)),
                              exif_orientation(bytes));
    // OpenCV turns TIFFs, whatever it is asked for, and with IMREAD_UNCHANGED nothing else.
    const int orientation = exif_orientation(bytes);
    const bool whole = is_tiff(bytes) || may_be_transparent(bytes) || has_other_white(bytes);
    cv::Mat stored;
    if (whole)
        stored = with_white(decoded_by_opencv(bytes, cv::IMREAD_UNCHANGED, file),
                            netpbm_white(bytes), bytes);
    if (stored.empty())
        stored = decoded_by_opencv(bytes, cv::IMREAD_COLOR | cv::IMREAD_IGNORE_ORIENTATION, file);
    return turned_upright(eight_bits(require_picture(stored, bytes, file)), orientation);
}

/// 8 bits, without alpha, upright.
cv::Mat decoded(std::string& bytes, Colour colour, const std::filesystem::path& file,
                PictureFacts* facts = nullptr) {
    // Of Radiance pictures and PFM OpenCV makes no grey ones.
    const bool has_floats = bytes.starts_with("#?") || is_pfm(bytes);
    const bool plain = !is_heif(bytes) && !is_tiff(bytes) && !is_webp(bytes) && !is_gif(bytes) &&
                       !has_floats && !may_be_transparent(bytes) && !has_other_white(bytes);
    if (plain && is_jpeg(bytes)) {
        JpegPicture picture = decode_jpeg(bytes, colour, 1, file);
        if (picture.is_damaged)
            tell(facts, PictureOddity::Damaged);
        return turned_upright(picture.pixels, stored_orientation(bytes));
    }
    if (plain && is_png(bytes))
        return turned_upright(
            decode_png(bytes, colour == Colour::Grey ? PngPixels::Grey : PngPixels::Bgr, file),
            stored_orientation(bytes));
    if (plain) {
        const int mode = colour == Colour::Grey ? cv::IMREAD_GRAYSCALE : cv::IMREAD_COLOR;
        const cv::Mat stored = decoded_by_opencv(bytes, mode | cv::IMREAD_IGNORE_ORIENTATION, file);
        return turned_upright(require_picture(stored, bytes, file), stored_orientation(bytes));
    }
    cv::Mat pixels = decoded_with_alpha(bytes, file, facts);
    const bool is_grey = pixels.channels() == 1;
    if (is_grey == (colour == Colour::Grey))
        return pixels;
    cv::Mat result;
    cv::cvtColor(pixels, result, is_grey ? cv::COLOR_GRAY2BGR : cv::COLOR_BGR2GRAY);
    return result;
}

/// The largest reduction of 8, 4 and 2 that may be used, else 1. A picture that is turned has its
/// last pixels perhaps on the left or above, so its sides must divide.
int usable_reduction(const JpegHeader& header, const std::function<int(cv::Size)>& most_reduction) {
    const bool turns = header.orientation != 1;
    const cv::Size stored = header.stored_size;
    // Turning twice is turning back.
    const int most = most_reduction(PictureSize{stored, header.orientation}.stored());
    for (const int reduction : {8, 4, 2})
        if (reduction <= most &&
            (!turns || (stored.width % reduction == 0 && stored.height % reduction == 0)))
            return reduction;
    return 1;
}

ReducedImage reduced(const std::filesystem::path& file,
                     const std::function<int(cv::Size)>& most_reduction) {
    std::string bytes = read_picture(file);
    const auto turn = turn_for_large(bytes);
    const std::optional<JpegHeader> header = jpeg_header(bytes);
    const int reduction = header ? usable_reduction(*header, most_reduction) : 1;
    if (reduction > 1) {
        const cv::Size stored = header->stored_size;
        const cv::Size expected((stored.width + reduction - 1) / reduction,
                                (stored.height + reduction - 1) / reduction);
        const cv::Mat grey = decode_jpeg(bytes, Colour::Grey, reduction, file).pixels;
        const cv::Size upright = PictureSize{stored, header->orientation}.stored();
        if (grey.size() == expected)
            return {turned_upright(grey, header->orientation), reduction, upright};
    }
    cv::Mat grey = decoded(bytes, Colour::Grey, file);
    const cv::Size full_size = grey.size();
    return {std::move(grey), 1, full_size};
}

}  // namespace

std::string oddity_text(PictureOddity oddity, int count) {
    const bool one = count == 1;
    const std::string pictures = one ? "the picture " : std::to_string(count) + " pictures ";
    switch (oddity) {
        case PictureOddity::NoEnd:
            return pictures + (one ? "lacks" : "lack") +
                   " the marker of a JPEG's end; all rows are there, and it is used";
        case PictureOddity::Appended:
            return pictures + (one ? "is" : "are") +
                   " followed by something else in the file, such as a motion photo's video, which "
                   "is left out";
        case PictureOddity::Animated:
            return pictures + (one ? "is an animation" : "are animations") +
                   "; the first frame is used";
        case PictureOddity::Damaged:
            return pictures + (one ? "is" : "are") +
                   " damaged in the middle; what could be decoded is used";
    }
    return {};
}

void throw_out_of_memory(const std::filesystem::path& file) {
    throw Error("there is not enough memory for this picture", {file},
                "close other programs, or reduce the picture");
}

cv::Mat decode_image(const std::filesystem::path& file, Colour colour, PictureFacts* facts) {
    return with_memory_for(file, [&] {
        std::string bytes = read_picture(file, facts);
        const auto turn = turn_for_large(bytes);
        return decoded(bytes, colour, file, facts);
    });
}

PictureSize picture_size(const std::filesystem::path& file) {
    const std::string start = read_part(file, 0, kHeaderBytes);
    if (const std::optional<cv::Size> stored = stored_size(start)) {
        const PictureSize size{*stored, stored_orientation(start)};
        return {size.stored(), size.orientation};  // turning twice is turning back
    }
    PictureFacts facts;
    const cv::Size upright = decode_image(file, Colour::Grey, &facts).size();
    return {upright, facts.orientation};
}

ReducedImage decode_reduced(const std::filesystem::path& file,
                            const std::function<int(cv::Size)>& most_reduction) {
    return with_memory_for(file, [&] { return reduced(file, most_reduction); });
}

bool has_image_extension(const std::filesystem::path& file) {
    static constexpr std::array<std::string_view, 19> known = {
        ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".bmp", ".dib",  ".tif",  ".tiff", ".webp",
        ".gif", ".ppm",  ".pgm", ".pbm",  ".pnm", ".jp2", ".heic", ".heif", ".avif"};
    const std::string extension = lower(file.extension().string());
    return std::find(known.begin(), known.end(), extension) != known.end();
}

void write_image(const std::filesystem::path& file, const cv::Mat& pixels, int jpeg_quality) {
    silence_opencv();
    if (pixels.empty())
        throw Error("there is no picture to write", {file});
    const std::string extension = lower(file.extension().string());
    const bool read_only = extension == ".heic" || extension == ".heif" || extension == ".avif" ||
                           extension == ".jfif" || extension == ".gif";
    if (!has_image_extension(file) || read_only)
        throw Error("pictures cannot be written as '" + extension + "'", {file},
                    "end the name in .png or .jpg");
    std::vector<unsigned char> bytes;
    bool done = false;
    try {
        std::vector<int> settings;
        if (extension.starts_with(".jp") && extension != ".jp2")
            settings = {cv::IMWRITE_JPEG_QUALITY, jpeg_quality};
        done = cv::imencode(extension, pixels, bytes, settings);
    } catch (const cv::Exception& error) {
        throw Error("the picture cannot be encoded: " + error.err, {file});
    }
    if (!done)
        throw Error("the picture cannot be encoded as '" + extension + "'", {file});
    write_file(file, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

}  // namespace rudolph
