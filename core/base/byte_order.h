#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rudolph {

/// A whole number of `count` bytes (1 to 4), 0 for what lies behind the end.
inline std::uint32_t big_endian(std::string_view bytes, std::size_t at, int count = 4) {
    std::uint32_t number = 0;
    for (int i = 0; i < count; ++i) {
        const std::size_t place = at + static_cast<std::size_t>(i);
        number =
            number << 8 | (place < bytes.size() ? static_cast<unsigned char>(bytes[place]) : 0U);
    }
    return number;
}

inline std::uint32_t little_endian(std::string_view bytes, std::size_t at, int count = 4) {
    std::uint32_t number = 0;
    for (int i = count - 1; i >= 0; --i) {
        const std::size_t place = at + static_cast<std::size_t>(i);
        number =
            number << 8 | (place < bytes.size() ? static_cast<unsigned char>(bytes[place]) : 0U);
    }
    return number;
}

/// The bytes of a number, `count` of them.
inline std::string big_endian_bytes(std::uint32_t number, int count = 4) {
    std::string bytes;
    for (int i = count - 1; i >= 0; --i)
        bytes += static_cast<char>(number >> (8 * i) & 0xFFU);
    return bytes;
}

inline std::string little_endian_bytes(std::uint32_t number, int count = 4) {
    std::string bytes;
    for (int i = 0; i < count; ++i)
        bytes += static_cast<char>(number >> (8 * i) & 0xFFU);
    return bytes;
}

}  // namespace rudolph
