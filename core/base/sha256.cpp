#include "core/base/sha256.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <cstddef>

#include "core/base/error.h"

namespace rudolph {

std::string sha256_of(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned int length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), sum.data(), &length, EVP_sha256(), nullptr) != 1)
        throw Error("OpenSSL cannot compute a SHA-256");
    std::string digits;
    for (std::size_t i = 0; i < length; ++i)
        digits += fmt::format("{:02x}", sum[i]);
    return digits;
}

}  // namespace rudolph
