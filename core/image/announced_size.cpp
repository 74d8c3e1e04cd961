#include "core/image/announced_size.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

#include "core/base/byte_order.h"
#include "core/image/picture_bytes.h"

namespace rudolph {
namespace {

constexpr size_t kNoPlace = std::string_view::npos;

/// A chunk of a WebP file: its name, its length, its content padded to an even length.
std::string_view webp_chunk(std::string_view bytes, std::string_view name) {
    for (size_t at = 12; at + 8 <= bytes.size();) {
        const size_t length = little_endian(bytes, at + 4);
        if (bytes.substr(at, 4) == name)
            return bytes.substr(at + 8, length);
        at += 8 + length + length % 2;
    }
    return {};
}

/// The sides in a TIFF's first directory; missing where one of them is. TIFF 6.0, and BigTIFF.
AnnouncedSize tiff_size(std::string_view bytes) {
    const bool little = bytes[0] == 'I';
    const bool big = bytes[little ? 2 : 3] == '+';
    const auto number = [&](size_t at, int count) {
        return little ? little_endian(bytes, at, count) : big_endian(bytes, at, count);
    };
    // Of 8 bytes the half that counts, as no file is that large.
    const auto place = [&](size_t at) { return size_t{number(big && !little ? at + 4 : at, 4)}; };
    const size_t directory = place(big ? 8 : 4);
    const size_t entry_size = big ? 20 : 12;
    const size_t first = directory + (big ? 8 : 2);
    const size_t entries = big ? place(directory) : number(directory, 2);
    AnnouncedSize size;
    for (size_t i = 0; i < entries && first + (i + 1) * entry_size <= bytes.size(); ++i) {
        const size_t entry = first + i * entry_size;
        const std::uint32_t tag = number(entry, 2);
        const size_t value = entry + (big ? 12 : 8);
        constexpr std::uint32_t two_bytes = 3;
        constexpr std::uint32_t eight_bytes = 16;
        const std::uint32_t type = number(entry + 2, 2);
        const std::int64_t side = type == two_bytes     ? number(value, 2)
                                  : type == eight_bytes ? std::int64_t(place(value))
                                                        : number(value, 4);
        if (tag == 256)
            size.width = std::max(size.width, side);
        if (tag == 257)
            size.height = std::max(size.height, side);
    }
    return size;
}

bool is_decimal_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Sides as text: of the words that begin a PNM or PFM, behind names in a PAM or Radiance picture.
AnnouncedSize text_size(std::string_view bytes) {
    constexpr size_t longest = 1 << 16;
    bytes = bytes.substr(0, longest);
    const auto number_at = [bytes](size_t at) {
        while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\t'))
            ++at;
        std::int64_t number = 0;
        for (; at < bytes.size() && is_decimal_digit(bytes[at]); ++at)
            number = std::min<std::int64_t>(number * 10 + (bytes[at] - '0'), 2147483647);
        return number;
    };
    const auto number_after = [&](std::string_view name) {
        const size_t found = bytes.find(name);
        return found == kNoPlace ? 0 : number_at(found + name.size());
    };
    if (bytes.starts_with("P7"))
        return {number_after("\nWIDTH "), number_after("\nHEIGHT ")};
    if (bytes.starts_with("#?")) {
        const auto side = [&](std::string_view axis) {
            return std::max(number_after("+" + std::string(axis) + " "),
                            number_after("-" + std::string(axis) + " "));
        };
        return {side("X"), side("Y")};
    }
    AnnouncedSize size;
    size_t at = 2;
    // A PFM has no remarks, and one white space between its words.
    if (is_pfm(bytes)) {
        for (std::int64_t* const side : {&size.width, &size.height}) {
            *side = ++at < bytes.size() && is_decimal_digit(bytes[at]) ? number_at(at) : 0;
            at = std::min(bytes.find_first_not_of("0123456789", at), bytes.size());
        }
        return size;
    }
    for (std::int64_t* const side : {&size.width, &size.height}) {
        while (at < bytes.size() && !is_decimal_digit(bytes[at]))
            at = bytes[at] == '#' ? std::min(bytes.find('\n', at), bytes.size()) : at + 1;
        *side = number_at(at);
        while (at < bytes.size() && is_decimal_digit(bytes[at]))
            ++at;
    }
    return size;
}

/// OpenCV's own bounds, where nobody has changed them.
bool opencv_allows(const AnnouncedSize& size) {
    constexpr std::int64_t longest_side = 1 << 20;
    constexpr std::int64_t most_pixels = 1 << 30;
    return size.width > 0 && size.height > 0 && std::max(size.width, size.height) <= longest_side &&
           size.width * size.height <= most_pixels;
}

AnnouncedSize webp_size(std::string_view bytes) {
    AnnouncedSize size;
    const auto at_least = [&size](std::int64_t width, std::int64_t height) {
        size.width = std::max(size.width, width);
        size.height = std::max(size.height, height);
    };
    if (const std::string_view whole = webp_chunk(bytes, "VP8X"); whole.size() >= 10)
        at_least(little_endian(whole, 4, 3) + 1, little_endian(whole, 7, 3) + 1);
    if (const std::string_view lossless = webp_chunk(bytes, "VP8L"); lossless.size() >= 5)
        at_least((little_endian(lossless, 1) & 0x3FFFU) + 1,
                 (little_endian(lossless, 1) >> 14U & 0x3FFFU) + 1);
    if (const std::string_view lossy = webp_chunk(bytes, "VP8 "); lossy.size() >= 10)
        at_least(little_endian(lossy, 6, 2) & 0x3FFFU, little_endian(lossy, 8, 2) & 0x3FFFU);
    return size;
}

/// Of a codestream of JPEG 2000, by itself or in boxes: its segment SIZ, or the box "ihdr".
AnnouncedSize jpeg_2000_size(std::string_view bytes) {
    AnnouncedSize size;
    if (const size_t header = bytes.find("ihdr"); header != kNoPlace)
        size = {big_endian(bytes, header + 8), big_endian(bytes, header + 4)};
    const std::string_view siz("\xff\x4f\xff\x51", 4);
    if (const size_t stream = bytes.find(siz); stream != kNoPlace) {
        size.width = std::max<std::int64_t>(size.width, big_endian(bytes, stream + 8));
        size.height = std::max<std::int64_t>(size.height, big_endian(bytes, stream + 12));
    }
    return size;
}

bool is_netpbm(std::string_view bytes) {
    return bytes.size() > 2 && bytes[0] == 'P' &&
           std::string_view("1234567Ff").find(bytes[1]) != kNoPlace;
}

}  // namespace

AnnouncedSize announced_size(std::string_view bytes) {
    AnnouncedSize size;
    const std::string_view sun("\x59\xa6\x6a\x95");
    if (is_jpeg(bytes)) {
        const std::optional<JpegHeader> jpeg = jpeg_header(bytes);
        size = jpeg ? AnnouncedSize{jpeg->stored_size.width, jpeg->stored_size.height}
                    : AnnouncedSize();
    } else if (is_png(bytes)) {
        size = {big_endian(bytes, 16), big_endian(bytes, 20)};
    } else if (is_webp(bytes)) {
        size = webp_size(bytes);
    } else if (is_tiff(bytes)) {
        size = tiff_size(bytes);
    } else if (bytes.starts_with("BM")) {
        const bool old = little_endian(bytes, 14) < 40;
        const auto side = [&](size_t place) {
            return old ? std::int64_t{little_endian(bytes, place == 0 ? 18 : 20, 2)}
                       : std::abs(std::int64_t{static_cast<std::int32_t>(
                             little_endian(bytes, place == 0 ? 18 : 22))});
        };
        size = {side(0), side(1)};
    } else if (bytes.substr(0, 12).ends_with("jP  \r\n\x87\n") ||
               bytes.starts_with("\xff\x4f\xff\x51")) {
        size = jpeg_2000_size(bytes);
    } else if (bytes.starts_with(sun)) {
        size = {big_endian(bytes, 4), big_endian(bytes, 8)};
    } else if (is_netpbm(bytes) || bytes.starts_with("#?RADIANCE") || bytes.starts_with("#?RGBE")) {
        size = text_size(bytes);
    } else {
        return {};  // frames of GIFs tell their own; decode_gif() sees to them
    }
    // Others tell it at one place, where decoders look, too.
    const bool through_file = bytes.starts_with(sun) || is_pfm(bytes);
    size.is_missing = (is_tiff(bytes) && (size.width <= 0 || size.height <= 0)) ||
                      (through_file && !opencv_allows(size));
    return size;
}

std::int64_t jpeg_scans(std::string_view bytes) {
    if (!is_jpeg(bytes))
        return 0;
    // Segments are walked over, as a preview has scans of its own; so has what comes after the end.
    std::int64_t scans = 0;
    for (size_t at = 2; (at = bytes.find('\xff', at)) != kNoPlace && at + 1 < bytes.size();) {
        const auto code = static_cast<unsigned char>(bytes[at + 1]);
        const bool is_marker =
            code != 0x00 && code != 0xFF && (code < 0xD0 || code > 0xD7) && code != 0x01;
        at += code == 0xFF ? 1 : 2;
        if (code == 0xD9)
            break;
        scans += code == 0xDA ? 1 : 0;
        if (is_marker && code != 0xD8)
            at += std::max(2U, big_endian(bytes, at, 2));
    }
    return scans;
}

bool looks_like_picture(std::string_view start) {
    if (is_heif(start) || is_gif(start))
        return true;
    // A JPEG's size may stand behind a long profile, a TIFF's at its end.
    if (is_jpeg(start) || is_tiff(start) || is_png(start) || is_webp(start))
        return true;
    const AnnouncedSize size = announced_size(start);
    return size.width > 0 && size.height > 0;
}

}  // namespace rudolph
