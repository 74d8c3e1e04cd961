#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rudolph {

/// A larger file holds no weights.
inline constexpr std::uint64_t kMaxWeightsBytes = std::uint64_t{1} << 36;

/// What the numbers of a stored tensor are. All are little-endian.
enum class NumberType { Bool, U8, I8, I16, U16, F16, BF16, I32, U32, F32, F64, I64, U64 };

std::string to_string(NumberType type);  ///< as files spell it: "F32"
std::size_t size_in_bytes(NumberType type);

struct StoredTensor {
    std::string name;
    NumberType type = NumberType::F32;
    std::vector<std::int64_t> shape;  ///< empty: a single number
    std::string bytes;                ///< product(shape) × size_in_bytes(type), row by row

    bool operator==(const StoredTensor&) const = default;
};

/// The contents of a .safetensors file: an 8-byte little-endian header length, a JSON header with
/// name, type, shape and place of each tensor, and the raw numbers.
struct Safetensors {
    std::vector<StoredTensor> tensors;
    std::map<std::string, std::string> metadata;

    const StoredTensor* find(std::string_view name) const;  ///< null when there is none

    bool operator==(const Safetensors&) const = default;
};

/// Tensors come in the order in which they lie in the file. Throws Error naming the file and what
/// is wrong with it: a header longer than the file or 100 MB, one that is no JSON of this form, an
/// unknown type, places that overlap, leave holes or lie outside, sizes that do not fit the shape.
Safetensors read_safetensors(const std::filesystem::path& file);
/// The metadata alone, without reading the numbers. Throws Error for a header that cannot be right.
std::map<std::string, std::string> read_safetensors_metadata(const std::filesystem::path& file);
/// From bytes in memory; `name` stands for the file in errors.
Safetensors parse_safetensors(std::string_view bytes, const std::filesystem::path& name);

/// The bytes of a file: tensors with the widest numbers first (so that all are aligned), then by
/// name; the header padded to 8 bytes. Throws Error when a name occurs twice or a tensor's bytes do
/// not fit its shape.
std::string safetensors_bytes(const Safetensors& contents);
/// Writes atomically.
void write_safetensors(const std::filesystem::path& file, const Safetensors& contents);

}  // namespace rudolph
