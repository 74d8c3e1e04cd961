#include "core/image/picture_bytes.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/base/byte_order.h"

namespace rudolph {
namespace {

constexpr size_t kNowhere = std::string_view::npos;

unsigned char byte_at(std::string_view bytes, size_t i) {
    return static_cast<unsigned char>(bytes[i]);
}

/// Where a JPEG has its end-of-image marker. The decoder paints what is missing grey and
/// is content. Segments are walked one by one, because an EXIF thumbnail has an end of its own, and
/// because cameras append things after the end. ITU-T T.81, annex B.
PictureEnd end_of_jpeg(std::string_view bytes) {
    size_t at = 2;
    while ((at = next_jpeg_marker(bytes, at)) != kNowhere) {
        const unsigned char code = byte_at(bytes, at + 1);
        at += 2;
        if (code == 0xD9)  // some pad the file
            return bytes.find_first_not_of(std::string_view("\0\r\n \xff", 5), at) == kNowhere
                       ? PictureEnd::Whole
                       : PictureEnd::Appended;
        if (code == 0xD8 || code == 0x01)
            continue;
        if (at + 2 > bytes.size())
            return PictureEnd::Missing;
        at += big_endian(bytes, at, 2);
    }
    return PictureEnd::Missing;
}

/// What a chunk of a PNG or WebP holds; empty when there is none of that name. PNG: length, name,
/// content, check sum (ISO/IEC 15948, 5.3). WebP: name, length, content, padded to even lengths
/// (the container specification of WebP).
std::string_view chunk(std::string_view bytes, std::string_view name) {
    const bool png = is_png(bytes);
    size_t at = png ? 8 : 12;
    while (at + 8 <= bytes.size()) {
        const size_t length = png ? big_endian(bytes, at) : little_endian(bytes, at + 4);
        if (bytes.substr(at + (png ? 4 : 0), 4) == name)
            return bytes.substr(at + 8, length);
        at += 8 + length + (png ? 4 : length % 2);
    }
    return {};
}

/// The orientation in a block of EXIF, which is a TIFF of its own: the entry 0x0112 of its first
/// directory. EXIF 2.3, 4.6.
int orientation_in(std::string_view exif) {
    if (exif.starts_with(std::string_view("Exif\0\0", 6)))
        exif.remove_prefix(6);
    if (!is_tiff(exif))
        return 1;
    const bool little = exif[0] == 'I';
    const auto number = [&](size_t at, int count) {
        return little ? little_endian(exif, at, count) : big_endian(exif, at, count);
    };
    const size_t directory = number(4, 4);
    const std::uint32_t entries = number(directory, 2);
    for (std::uint32_t i = 0; i < entries; ++i) {
        const size_t entry = directory + 2 + size_t{12} * i;
        if (entry + 12 > exif.size())
            break;
        if (number(entry, 2) == 0x0112) {
            const auto orientation = static_cast<int>(number(entry + 8, 2));
            return orientation >= 1 && orientation <= 8 ? orientation : 1;
        }
    }
    return 1;
}

}  // namespace

size_t next_jpeg_marker(std::string_view bytes, size_t start) {
    for (size_t i = start; i + 1 < bytes.size(); ++i) {
        i = bytes.find('\xff', i);
        if (i == kNowhere || i + 1 >= bytes.size())
            return kNowhere;
        const unsigned char code = byte_at(bytes, i + 1);
        const bool restart = code >= 0xD0 && code <= 0xD7;
        if (code != 0x00 && code != 0xFF && !restart)
            return i;
    }
    return kNowhere;
}

PictureEnd end_of_picture(std::string_view bytes) {
    if (is_jpeg(bytes))
        return end_of_jpeg(bytes);
    bool whole = true;
    if (is_png(bytes))
        whole = bytes.substr(bytes.size() - std::min<size_t>(bytes.size(), 1024))
                    .find("IEND\xae\x42\x60\x82") != kNowhere;
    else if (is_webp(bytes))
        whole = bytes.size() >= size_t{8} + little_endian(bytes, 4);
    return whole ? PictureEnd::Whole : PictureEnd::Missing;
}

std::optional<JpegHeader> jpeg_header(std::string_view bytes) {
    if (!is_jpeg(bytes))
        return std::nullopt;
    JpegHeader header;
    bool has_exif = false;
    size_t at = 2;
    while ((at = next_jpeg_marker(bytes, at)) != kNowhere && at + 9 <= bytes.size()) {
        const unsigned char code = byte_at(bytes, at + 1);
        // A frame begins, in one of thirteen ways of coding; C4, C8 and CC are other things.
        if (code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC) {
            header.stored_size = cv::Size(static_cast<int>(big_endian(bytes, at + 7, 2)),
                                          static_cast<int>(big_endian(bytes, at + 5, 2)));
            return header.stored_size.empty() ? std::nullopt : std::optional(header);
        }
        const std::uint32_t length = big_endian(bytes, at + 2, 2);
        if (code == 0xE1 && !has_exif && bytes.substr(at + 4, 4) == "Exif") {
            has_exif = true;
            header.orientation = orientation_in(bytes.substr(at + 4, std::max(2U, length) - 2));
        }
        at += 2 + length;
    }
    return std::nullopt;
}

bool is_jpeg(std::string_view bytes) {
    return bytes.starts_with("\xff\xd8\xff");
}

bool is_pfm(std::string_view bytes) {
    return bytes.starts_with("PF") || bytes.starts_with("Pf");
}

bool is_png(std::string_view bytes) {
    return bytes.starts_with("\x89PNG\r\n\x1a\n");
}

bool is_webp(std::string_view bytes) {
    return bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP");
}

bool is_tiff(std::string_view bytes) {
    for (const std::string_view start :
         {std::string_view("II*\0", 4), std::string_view("MM\0*", 4), std::string_view("II+\0", 4),
          std::string_view("MM\0+", 4)})
        if (bytes.starts_with(start))
            return true;
    return false;
}

bool is_gif(std::string_view bytes) {
    return bytes.starts_with("GIF8");
}

int netpbm_white(std::string_view bytes) {
    const bool has_white =
        bytes.size() > 2 && bytes[0] == 'P' && std::string_view("2356").find(bytes[1]) != kNowhere;
    if (!has_white)
        return 0;
    // Width, height and the number, with spaces and remarks between them.
    size_t at = 2;
    int number = 0;
    for (int i = 0; i < 3; ++i) {
        while (at < bytes.size() && (bytes[at] < '0' || bytes[at] > '9'))
            at = bytes[at] == '#' ? std::min(bytes.find('\n', at), bytes.size()) : at + 1;
        number = 0;
        for (; at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '9'; ++at)
            number = std::min(number * 10 + (bytes[at] - '0'), 1 << 20);
    }
    return number <= 0xFFFF ? number : 0;
}

std::string_view other_contents(std::string_view bytes) {
    struct Kind {
        size_t at;
        std::string_view start;
        std::string_view name;
    };
    static constexpr std::array<Kind, 17> kKinds = {{
        {0, "<!DOCTYPE", "a web page"},
        {0, "<!doctype", "a web page"},
        {0, "<html", "a web page"},
        {0, "<HTML", "a web page"},
        {0, "<svg", "a drawing (SVG)"},
        {0, "<?xml", "an XML file"},
        {0, "version https://git-lfs", "a pointer of Git LFS, without the picture itself"},
        {0, "%PDF", "a PDF"},
        {0, "PK\x03\x04", "a ZIP archive"},
        {0, "\x1f\x8b", "a gzip archive"},
        {0, "8BPS", "a Photoshop file"},
        {0, "\xff\x0a", "a JPEG XL picture"},
        {4, "JXL \x0d\x0a", "a JPEG XL picture"},
        {0, "\x1a\x45\xdf\xa3", "a video (Matroska or WebM)"},
        {4, "ftyp", "a video (MP4 or the like)"},
        {8, "AVI ", "a video (AVI)"},
        {0, "FUJIFILMCCD-RAW", "a camera's raw file"},
    }};
    for (const Kind& kind : kKinds)
        if (bytes.substr(std::min(kind.at, bytes.size())).starts_with(kind.start))
            return kind.name;
    return {};
}

bool is_heif(std::string_view bytes) {
    static constexpr std::array<std::string_view, 12> kBrands = {"heic", "heix", "hevc", "hevx",
                                                                 "heim", "heis", "hevm", "hevs",
                                                                 "mif1", "msf1", "avif", "avis"};
    return bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp" &&
           std::find(kBrands.begin(), kBrands.end(), bytes.substr(8, 4)) != kBrands.end();
}

bool may_be_transparent(std::string_view bytes) {
    if (is_png(bytes)) {
        const std::string_view header = chunk(bytes, "IHDR");
        const bool has_alpha = header.size() > 9 && (byte_at(header, 9) & 4) != 0;
        return has_alpha || !chunk(bytes, "tRNS").empty();
    }
    if (!is_webp(bytes))
        return false;
    const std::string_view extended = chunk(bytes, "VP8X");
    const std::string_view lossless = chunk(bytes, "VP8L");
    return (!extended.empty() && (byte_at(extended, 0) & 0x10) != 0) ||
           (lossless.size() > 4 && (byte_at(lossless, 4) & 0x10) != 0);
}

int exif_orientation(std::string_view bytes) {
    if (is_png(bytes))
        return orientation_in(chunk(bytes, "eXIf"));
    return is_webp(bytes) ? orientation_in(chunk(bytes, "EXIF")) : 1;
}

int stored_orientation(std::string_view bytes) {
    if (is_tiff(bytes))
        return orientation_in(bytes);
    const std::optional<JpegHeader> jpeg = jpeg_header(bytes);
    return jpeg ? jpeg->orientation : exif_orientation(bytes);
}

std::optional<cv::Size> stored_size(std::string_view start) {
    const auto size = [](std::int64_t width, std::int64_t height) {
        const bool sound = width > 0 && height > 0 && width <= (1 << 20) && height <= (1 << 20);
        return sound ? std::optional(cv::Size(static_cast<int>(width), static_cast<int>(height)))
                     : std::nullopt;
    };
    if (const std::optional<JpegHeader> jpeg = jpeg_header(start))
        return jpeg->stored_size;
    if (is_gif(start) && start.size() >= 10)
        return size(little_endian(start, 6, 2), little_endian(start, 8, 2));
    // An orientation may stand behind the pixels.
    if (is_png(start) && start.find("IEND") != kNowhere)
        return size(big_endian(start, 16), big_endian(start, 20));
    if (start.starts_with("BM") && start.size() >= 26 && little_endian(start, 14) >= 40) {
        const auto height = static_cast<std::int32_t>(little_endian(start, 22));
        return size(little_endian(start, 18), std::abs(std::int64_t{height}));
    }
    return std::nullopt;
}

}  // namespace rudolph
