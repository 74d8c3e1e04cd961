#include "core/base/encoding.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace rudolph {
namespace {

constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";

unsigned char byte(char c) {
    return static_cast<unsigned char>(c);
}

enum class Utf16 { None, LittleEndian, BigEndian };

/// Without a mark it shows by zeros: every other byte of Western text is one, and text has none
/// else.
Utf16 utf16_of(std::string_view bytes) {
    if (bytes.starts_with("\xff\xfe"))
        return Utf16::LittleEndian;
    if (bytes.starts_with("\xfe\xff"))
        return Utf16::BigEndian;
    constexpr size_t looked = 256;
    const std::string_view start = bytes.substr(0, looked);
    if (start.size() < 4)
        return Utf16::None;
    size_t zeros[2] = {0, 0};
    for (size_t i = 0; i < start.size(); ++i)
        zeros[i % 2] += start[i] == '\0' ? 1 : 0;
    const size_t most = start.size() / 2 * 3 / 4;
    if (zeros[0] == 0 && zeros[1] > most)
        return Utf16::LittleEndian;
    if (zeros[1] == 0 && zeros[0] > most)
        return Utf16::BigEndian;
    return Utf16::None;
}

void append_utf8(std::string& text, utf8proc_int32_t code) {
    utf8proc_uint8_t bytes[4];
    const utf8proc_ssize_t size = utf8proc_encode_char(code, bytes);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(size));
}

std::string utf8_from_utf16(std::string_view bytes, Utf16 order) {
    constexpr utf8proc_int32_t replacement = 0xFFFD;
    const auto unit = [&](size_t i) {
        const int first = byte(bytes[i]);
        const int second = byte(bytes[i + 1]);
        return order == Utf16::LittleEndian ? first | second << 8 : first << 8 | second;
    };
    std::string text;
    text.reserve(bytes.size() / 2);
    for (size_t i = 0; i + 1 < bytes.size(); i += 2) {
        utf8proc_int32_t code = unit(i);
        const bool high = code >= 0xD800 && code < 0xDC00;
        if (high && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
            i += 2;
        } else if (code >= 0xD800 && code < 0xE000) {
            code = replacement;
        }
        append_utf8(text, code);
    }
    return text;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    for (size_t i = 0; i < bytes.size();) {
        const size_t length = utf8_length(bytes, i);
        if (length == 0)
            return false;
        i += length;
    }
    return true;
}

std::string utf8_from_latin1(std::string_view bytes) {
    std::string text;
    for (const char c : bytes)
        append_utf8(text, byte(c));
    return text;
}

std::optional<std::string> latin1_from_utf8(std::string_view text) {
    if (!is_utf8(text))
        return std::nullopt;
    std::string bytes;
    for (size_t i = 0; i < text.size(); ++i) {
        const unsigned char first = byte(text[i]);
        if (first < 0x80) {
            bytes += text[i];
        } else if (first <= 0xC3) {
            bytes += static_cast<char>((first & 0x03) << 6 | (byte(text[++i]) & 0x3F));
        } else {
            return std::nullopt;
        }
    }
    return bytes;
}

std::string name_key(std::string_view name) {
    const bool ascii =
        std::all_of(name.begin(), name.end(), [](char c) { return byte(c) < 0x80 && c != '\0'; });
    if (ascii)
        return lower(name);
    std::string text = is_utf8(name) ? std::string(name) : utf8_from_latin1(name);
    utf8proc_uint8_t* folded = nullptr;
    const utf8proc_ssize_t size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &folded,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
    if (size < 0)
        return text;
    std::string key(reinterpret_cast<const char*>(folded), static_cast<size_t>(size));
    std::free(folded);
    return key;
}

std::string shown_text(std::string_view text, size_t most) {
    std::string shown;
    size_t at = 0;
    for (size_t count = 0; count < most && at < text.size(); ++count) {
        const size_t length = utf8_length(text, at);
        const bool control = length == 1 && (byte(text[at]) < 0x20 || byte(text[at]) == 0x7F);
        if (length == 0 || control)
            shown += text[at] == '\t' ? ' ' : '?';
        else
            shown += text.substr(at, length);
        at += std::max<size_t>(length, 1);
    }
    return at < text.size() ? shown + "…" : shown;
}

std::string plain_text(std::string bytes) {
    if (const Utf16 order = utf16_of(bytes); order != Utf16::None)
        bytes = utf8_from_utf16(bytes, order);
    if (bytes.starts_with(kUtf8Mark))
        bytes.erase(0, kUtf8Mark.size());
    if (bytes.find('\n') == std::string::npos)
        std::replace(bytes.begin(), bytes.end(), '\r', '\n');
    return bytes;
}

std::string read_text(const std::filesystem::path& file, std::uint64_t max_bytes) {
    std::string text = plain_text(read_file(file, max_bytes));
    constexpr size_t looked = 4096;
    if (std::string_view(text).substr(0, looked).find('\0') != std::string_view::npos)
        throw Error("this is a binary file, not text", {file},
                    "was it written by another program, or damaged on the way?");
    return text;
}

std::string read_text_start(const std::filesystem::path& file, std::size_t bytes) {
    return plain_text(read_part(file, 0, bytes));
}

std::string read_text_ends(const std::filesystem::path& file, std::size_t bytes) {
    std::string text = read_text_start(file, bytes);
    std::error_code failed;
    if (const auto size = std::filesystem::file_size(file, failed); !failed && size > bytes)
        text += read_part(file, size - bytes, bytes);
    return text;
}

}  // namespace rudolph
