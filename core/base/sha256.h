#pragma once

#include <string>
#include <string_view>

namespace rudolph {

/// The SHA-256 of some bytes (FIPS 180-4) in 64 lower-case hexadecimal digits.
std::string sha256_of(std::string_view bytes);

}  // namespace rudolph
