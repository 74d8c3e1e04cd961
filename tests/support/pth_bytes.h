#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace rudolph::test {

template <class Number>
std::string bytes_of(Number number) {
    return {reinterpret_cast<const char*>(&number), sizeof number};
}

/// Parts of pickles, as Python writes them in protocol 2.
namespace pickled {

inline std::string text(const std::string& text) {
    return "X" + bytes_of(static_cast<std::uint32_t>(text.size())) + text;
}

inline std::string integer(std::int32_t value) {
    return "J" + bytes_of(value);
}

inline std::string global(const std::string& module, const std::string& name) {
    return "c" + module + "\n" + name + "\n";
}

inline std::string tuple(const std::vector<std::string>& parts) {
    std::string joined;
    for (const std::string& part : parts)
        joined += part;
    return "(" + joined + "t";
}

inline std::string integers(const std::vector<std::int32_t>& values) {
    std::vector<std::string> parts;
    for (const std::int32_t value : values)
        parts.push_back(integer(value));
    return tuple(parts);
}

inline std::string dict(const std::vector<std::pair<std::string, std::string>>& entries) {
    std::string joined;
    for (const auto& [key, value] : entries)
        joined += text(key) + value;
    return global("collections", "OrderedDict") + ")R(" + joined + "u";
}

/// A whole pickle of one value.
inline std::string whole(const std::string& value) {
    return "\x80\x02" + value + ".";
}

struct Tensor {
    std::string storage = "FloatStorage";
    std::string key = "0";
    std::int32_t numbers = 0;  ///< of the storage
    std::int32_t offset = 0;
    std::vector<std::int32_t> shape;
    std::vector<std::int32_t> strides;
};

inline std::string tensor(const Tensor& tensor) {
    const std::string storage =
        tuple({text("storage"), global("torch", tensor.storage), text(tensor.key), text("cpu"),
               integer(tensor.numbers), "N"}) +
        "Q";
    return global("torch._utils", "_rebuild_tensor_v2") +
           tuple({storage, integer(tensor.offset), integers(tensor.shape), integers(tensor.strides),
                  "\x89", global("collections", "OrderedDict") + ")R"}) +
           "R";
}

}  // namespace pickled

using ZipMembers = std::vector<std::pair<std::string, std::string>>;

inline std::uint32_t crc32_of(const std::string& bytes) {
    std::uint32_t crc = 0xffffffffU;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1U) ^ (0xedb88320U & (0U - (crc & 1U)));
    }
    return ~crc;
}

/// An uncompressed zip archive. `claimed`, when not negative, is the size that it gives for each.
inline std::string zip_of(const ZipMembers& members, std::int64_t claimed = -1) {
    std::string files;
    std::string directory;
    for (const auto& [name, bytes] : members) {
        const auto size = static_cast<std::uint32_t>(bytes.size());
        // Version, flags, method, time, date, checksum, sizes, length of the name, no extra.
        const std::string about =
            bytes_of<std::uint16_t>(20) + bytes_of<std::uint64_t>(0) + bytes_of(crc32_of(bytes)) +
            bytes_of(claimed < 0 ? size : static_cast<std::uint32_t>(claimed)) +
            bytes_of(claimed < 0 ? size : static_cast<std::uint32_t>(claimed)) +
            bytes_of(static_cast<std::uint16_t>(name.size())) + bytes_of<std::uint16_t>(0);
        const auto at = static_cast<std::uint32_t>(files.size());
        files.append("PK\x03\x04").append(about).append(name).append(bytes);
        directory.append("PK\x01\x02").append(bytes_of<std::uint16_t>(20)).append(about);
        directory.append(10, '\0').append(bytes_of(at)).append(name);
    }
    const auto count = static_cast<std::uint16_t>(members.size());
    return files + directory + std::string("PK\x05\x06\0\0\0\0", 8) + bytes_of(count) +
           bytes_of(count) + bytes_of(static_cast<std::uint32_t>(directory.size())) +
           bytes_of(static_cast<std::uint32_t>(files.size())) + std::string(2, '\0');
}

/// Bytes as torch.save writes them in the zip form, storages called "0", "1", …
inline std::string zip_pth(const std::string& pickle, const std::vector<std::string>& storages) {
    ZipMembers members = {{"archive/data.pkl", pickle}, {"archive/byteorder", "little"}};
    for (std::size_t i = 0; i < storages.size(); ++i)
        members.emplace_back("archive/data/" + std::to_string(i), storages[i]);
    return zip_of(members);
}

/// The same in the older form; each storage comes with its count of numbers.
inline std::string legacy_pth(const std::string& pickle,
                              const std::vector<std::pair<std::uint64_t, std::string>>& storages) {
    std::string keys = "](";
    for (std::size_t i = 0; i < storages.size(); ++i)
        keys += pickled::text(std::to_string(i));
    std::string bytes =
        pickled::whole(std::string("\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 12)) +
        pickled::whole(pickled::integer(1001)) +
        pickled::whole("}(" + pickled::text("little_endian") + "\x88u") + pickle +
        pickled::whole(keys + "e");
    for (const auto& [count, numbers] : storages)
        bytes += bytes_of(count) + numbers;
    return bytes;
}

}  // namespace rudolph::test
