#include "core/image/private_data.h"

#include <algorithm>
#include <array>

#include "core/base/byte_order.h"
#include "core/image/picture_bytes.h"

namespace rudolph {
namespace {

using std::string_view_literals::operator""sv;

/// An EXIF block that says how to turn the picture and nothing else. EXIF 2.3, 4.6.
std::string orientation_block(int orientation) {
    std::string block("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"sv);
    return block + static_cast<char>(orientation) + std::string(7, '\0');
}

/// Whether a segment of a JPEG is needed to show it. ITU-T T.81, B.2.4.6; the names with which
/// applications begin theirs.
bool is_needed(unsigned char code, std::string_view content) {
    constexpr unsigned char kComment = 0xFE;
    if (code == kComment)
        return false;
    if (code < 0xE0 || code > 0xEF)
        return true;
    return (code == 0xE0 && content.starts_with("JFIF\0"sv)) ||
           (code == 0xE2 && content.starts_with("ICC_PROFILE\0"sv)) ||
           (code == 0xEE && content.starts_with("Adobe"sv));
}

/// JFIF's own segment may hold a small picture: its two sizes are the last of 14 bytes before it.
std::string without_thumbnail(std::string_view content) {
    constexpr size_t kFixed = 14;
    std::string kept(content.substr(0, kFixed));
    if (kept.size() == kFixed)
        kept[kFixed - 2] = kept[kFixed - 1] = '\0';
    return kept;
}

std::string clean_jpeg(std::string_view bytes) {
    std::string clean("\xff\xd8"sv);
    if (const auto header = jpeg_header(bytes); header && header->orientation != 1) {
        const std::string block =
            std::string("Exif\0\0"sv) + orientation_block(header->orientation);
        clean += "\xff\xe1"sv;
        clean += big_endian_bytes(static_cast<std::uint32_t>(block.size()) + 2, 2) + block;
    }
    size_t copied = 2;
    size_t at = 2;
    while ((at = next_jpeg_marker(bytes, at)) != std::string_view::npos) {
        const auto code = static_cast<unsigned char>(bytes[at + 1]);
        if (code == 0xD9) {
            clean += bytes.substr(copied, at + 2 - copied);
            return clean;
        }
        if (code == 0xD8 || code == 0x01) {
            at += 2;
            continue;
        }
        const size_t length = big_endian(bytes, at + 2, 2);
        const std::string_view content =
            bytes.substr(std::min(at + 4, bytes.size()), std::max<size_t>(length, 2) - 2);
        const size_t next = std::min(at + 2 + length, bytes.size());
        const bool needed = is_needed(code, content);
        if (!needed || code == 0xE0) {
            clean += bytes.substr(copied, at - copied);
            copied = next;
            if (needed) {
                const std::string kept = without_thumbnail(content);
                clean += "\xff\xe0"sv;
                clean += big_endian_bytes(static_cast<std::uint32_t>(kept.size()) + 2, 2) + kept;
            }
        }
        at = next;
    }
    clean += bytes.substr(copied);
    return clean;
}

/// ISO/IEC 15948, annex D: the sum that ends each chunk of a PNG.
std::uint32_t crc(std::string_view bytes) {
    std::uint32_t sum = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = sum >> 1 ^ ((sum & 1) != 0 ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

std::string clean_png(std::string_view bytes) {
    // Those of the standard, and of moving PNGs, that say how to show the pixels.
    static constexpr std::array<std::string_view, 15> kNeeded = {
        "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCv", "cLLi",
        "bKGD", "hIST", "tRNS", "pHYs", "sPLT", "acTL", "fcTL"};
    constexpr size_t kFrame = 12;  // length, name and sum
    std::string clean(bytes.substr(0, 8));
    bool says_how_to_turn = false;
    const int orientation = exif_orientation(bytes);
    for (size_t at = 8; at + kFrame <= bytes.size();) {
        const size_t size = std::min(kFrame + big_endian(bytes, at), bytes.size() - at);
        const std::string_view name = bytes.substr(at + 4, 4);
        if (name == "IDAT" && orientation != 1 && !says_how_to_turn) {
            const std::string block = "eXIf" + orientation_block(orientation);
            clean += big_endian_bytes(static_cast<std::uint32_t>(block.size()) - 4) + block +
                     big_endian_bytes(crc(block));
            says_how_to_turn = true;
        }
        const bool is_critical = name[0] >= 'A' && name[0] <= 'Z';
        if (is_critical || name == "fdAT" ||
            std::find(kNeeded.begin(), kNeeded.end(), name) != kNeeded.end())
            clean += bytes.substr(at, size);
        if (name == "IEND")
            break;
        at += size;
    }
    return clean;
}

std::string clean_webp(std::string_view bytes) {
    static constexpr std::array<std::string_view, 7> kNeeded = {"VP8 ", "VP8L", "VP8X", "ALPH",
                                                                "ANIM", "ANMF", "ICCP"};
    constexpr char kSaysExif = 0x08;
    constexpr char kSaysXmp = 0x04;
    const int orientation = exif_orientation(bytes);
    const size_t end = std::min<size_t>(bytes.size(), size_t{8} + little_endian(bytes, 4));
    std::string chunks;
    for (size_t at = 12; at + 8 <= end;) {
        const size_t length = little_endian(bytes, at + 4);
        const size_t size = std::min(8 + length + length % 2, end - at);
        const std::string_view name = bytes.substr(at, 4);
        if (std::find(kNeeded.begin(), kNeeded.end(), name) != kNeeded.end()) {
            std::string chunk(bytes.substr(at, size));
            if (name == "VP8X" && size > 8) {
                chunk[8] = static_cast<char>(chunk[8] & ~(kSaysExif | kSaysXmp));
                if (orientation != 1)
                    chunk[8] = static_cast<char>(chunk[8] | kSaysExif);
            }
            chunks += chunk;
        }
        at += size;
    }
    if (orientation != 1) {
        const std::string block = orientation_block(orientation);
        chunks += "EXIF" + little_endian_bytes(static_cast<std::uint32_t>(block.size())) + block;
    }
    return "RIFF" + little_endian_bytes(static_cast<std::uint32_t>(chunks.size()) + 4) + "WEBP" +
           chunks;
}

}  // namespace

std::optional<std::string> without_private_data(std::string_view bytes) {
    if (is_jpeg(bytes))
        return clean_jpeg(bytes);
    if (is_png(bytes))
        return clean_png(bytes);
    if (is_webp(bytes))
        return clean_webp(bytes);
    if (bytes.starts_with("BM") || netpbm_white(bytes) > 0)
        return std::string(bytes);
    return std::nullopt;
}

}  // namespace rudolph
