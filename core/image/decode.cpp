#include "core/image/decode.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace rudolph {
namespace {

constexpr std::uint64_t kMaxBytes = std::uint64_t{1} << 30;

/// OpenCV tells the terminal about pictures that it cannot read; here the Error does.
void silence_opencv() {
    static std::once_flag once;
    std::call_once(once,
                   [] { cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT); });
}

unsigned char byte_at(std::string_view bytes, size_t i) {
    return static_cast<unsigned char>(bytes[i]);
}

/// The position of the next marker (0xFF and a code that is neither stuffing, fill nor a restart)
/// at or after `start`; npos when there is none.
size_t next_marker(std::string_view bytes, size_t start) {
    for (size_t i = start; i + 1 < bytes.size(); ++i) {
        i = bytes.find('\xff', i);
        if (i == std::string_view::npos || i + 1 >= bytes.size())
            return std::string_view::npos;
        const unsigned char code = byte_at(bytes, i + 1);
        const bool restart = code >= 0xD0 && code <= 0xD7;
        if (code != 0x00 && code != 0xFF && !restart)
            return i;
    }
    return std::string_view::npos;
}

/// Whether a JPEG goes on to its end-of-image marker. The decoder paints what is missing grey and
/// is content. Segments are walked one by one, because an EXIF thumbnail has an end of its own, and
/// because cameras append things after the end. ITU-T T.81, annex B.
bool jpeg_is_whole(std::string_view bytes) {
    size_t at = 2;
    while ((at = next_marker(bytes, at)) != std::string_view::npos) {
        const unsigned char code = byte_at(bytes, at + 1);
        if (code == 0xD9)
            return true;
        at += 2;
        if (code == 0xD8 || code == 0x01)
            continue;
        if (at + 2 > bytes.size())
            return false;
        at += static_cast<size_t>(byte_at(bytes, at)) << 8 | byte_at(bytes, at + 1);
    }
    return false;
}

bool is_whole(std::string_view bytes) {
    if (bytes.starts_with("\xff\xd8\xff"))
        return jpeg_is_whole(bytes);
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"))
        return bytes.substr(bytes.size() - std::min<size_t>(bytes.size(), 1024))
                   .find("IEND\xae\x42\x60\x82") != std::string_view::npos;
    return true;
}

unsigned int number_at(std::string_view bytes, size_t i) {
    return static_cast<unsigned int>(byte_at(bytes, i)) << 8 | byte_at(bytes, i + 1);
}

struct JpegHeader {
    cv::Size stored_size;  ///< before it is turned upright
    bool has_exif = false;
};

/// What stands before a JPEG's pixels; empty when it is none or its size is not found. ITU-T T.81,
/// B.2.2.
std::optional<JpegHeader> jpeg_header(std::string_view bytes) {
    if (!bytes.starts_with("\xff\xd8\xff"))
        return std::nullopt;
    JpegHeader header;
    size_t at = 2;
    while ((at = next_marker(bytes, at)) != std::string_view::npos && at + 9 <= bytes.size()) {
        const unsigned char code = byte_at(bytes, at + 1);
        // A frame begins, in one of thirteen ways of coding; C4, C8 and CC are other things.
        if (code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC) {
            header.stored_size = cv::Size(static_cast<int>(number_at(bytes, at + 7)),
                                          static_cast<int>(number_at(bytes, at + 5)));
            return header.stored_size.empty() ? std::nullopt : std::optional(header);
        }
        header.has_exif |= code == 0xE1 && bytes.substr(at + 4, 4) == "Exif";
        at += 2 + number_at(bytes, at + 2);
    }
    return std::nullopt;
}

std::string read_picture(const std::filesystem::path& file) {
    std::string bytes = read_file(file, kMaxBytes);
    if (bytes.empty())
        throw Error("the picture is empty (0 bytes)", {file}, "copy it again");
    if (!is_whole(bytes))
        throw Error("the picture is cut off: its end is missing", {file}, "copy it again");
    return bytes;
}

/// All modes give 8 bits, drop alpha and turn the picture upright.
cv::Mat decoded(std::string& bytes, int mode, const std::filesystem::path& file) {
    silence_opencv();
    const cv::Mat encoded(1, static_cast<int>(bytes.size()), CV_8UC1, bytes.data());
    cv::Mat pixels;
    try {
        pixels = cv::imdecode(encoded, mode);
    } catch (const cv::Exception& error) {
        throw Error("the picture cannot be decoded: " + error.err, {file});
    }
    if (pixels.empty())
        throw Error("this is not a picture that can be read", {file},
                    "it may be damaged, or not be what its name says; JPEG and PNG always work");
    return pixels;
}

/// The largest reduction of 8, 4 and 2 that may be used, else 1. A picture that EXIF may turn has
/// its last pixels perhaps on the left or above, so its sides must divide.
int usable_reduction(const JpegHeader& header, const std::function<int(cv::Size)>& most_reduction) {
    const cv::Size size = header.stored_size;
    int most = most_reduction(size);
    if (header.has_exif)
        most = std::min(most, most_reduction({size.height, size.width}));
    for (const int reduction : {8, 4, 2})
        if (reduction <= most &&
            (!header.has_exif || (size.width % reduction == 0 && size.height % reduction == 0)))
            return reduction;
    return 1;
}

int reduced_mode(int reduction) {
    return reduction == 8   ? cv::IMREAD_REDUCED_GRAYSCALE_8
           : reduction == 4 ? cv::IMREAD_REDUCED_GRAYSCALE_4
                            : cv::IMREAD_REDUCED_GRAYSCALE_2;
}

}  // namespace

cv::Mat decode_image(const std::filesystem::path& file, Colour colour) {
    std::string bytes = read_picture(file);
    return decoded(bytes, colour == Colour::Grey ? cv::IMREAD_GRAYSCALE : cv::IMREAD_COLOR, file);
}

ReducedImage decode_reduced(const std::filesystem::path& file,
                            const std::function<int(cv::Size)>& most_reduction) {
    std::string bytes = read_picture(file);
    const std::optional<JpegHeader> header = jpeg_header(bytes);
    const int reduction = header ? usable_reduction(*header, most_reduction) : 1;
    if (reduction > 1) {
        const cv::Size stored = header->stored_size;
        const cv::Size expected((stored.width + reduction - 1) / reduction,
                                (stored.height + reduction - 1) / reduction);
        cv::Mat grey = decoded(bytes, reduced_mode(reduction), file);
        if (grey.size() == expected && !header->has_exif)
            return {std::move(grey), reduction, stored};
        if (grey.size() == expected || grey.size() == cv::Size(expected.height, expected.width)) {
            const cv::Size full_size = grey.size() * reduction;
            return {std::move(grey), reduction, full_size};
        }
    }
    cv::Mat grey = decoded(bytes, cv::IMREAD_GRAYSCALE, file);
    const cv::Size full_size = grey.size();
    return {std::move(grey), 1, full_size};
}

bool has_image_extension(const std::filesystem::path& file) {
    static constexpr std::array<std::string_view, 14> known = {
        ".jpg",  ".jpeg", ".jpe", ".png", ".bmp", ".dib", ".tif",
        ".tiff", ".webp", ".ppm", ".pgm", ".pbm", ".pnm", ".jp2"};
    const std::string extension = lower(file.extension().string());
    return std::find(known.begin(), known.end(), extension) != known.end();
}

void write_image(const std::filesystem::path& file, const cv::Mat& pixels, int jpeg_quality) {
    silence_opencv();
    if (pixels.empty())
        throw Error("there is no picture to write", {file});
    const std::string extension = lower(file.extension().string());
    if (!has_image_extension(file))
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
