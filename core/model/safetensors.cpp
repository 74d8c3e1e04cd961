#include "core/model/safetensors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"

namespace rudolph {
namespace {

static_assert(std::endian::native == std::endian::little, "tensors are stored little-endian");

constexpr std::uint64_t kMaxHeader = 100'000'000;
constexpr std::size_t kLengthBytes = 8;
constexpr const char* kMetadataKey = "__metadata__";

struct TypeName {
    NumberType type;
    const char* name;
    std::size_t size;
};
constexpr std::array kTypes = {
    TypeName{NumberType::Bool, "BOOL", 1}, TypeName{NumberType::U8, "U8", 1},
    TypeName{NumberType::I8, "I8", 1},     TypeName{NumberType::I16, "I16", 2},
    TypeName{NumberType::U16, "U16", 2},   TypeName{NumberType::F16, "F16", 2},
    TypeName{NumberType::BF16, "BF16", 2}, TypeName{NumberType::I32, "I32", 4},
    TypeName{NumberType::U32, "U32", 4},   TypeName{NumberType::F32, "F32", 4},
    TypeName{NumberType::F64, "F64", 8},   TypeName{NumberType::I64, "I64", 8},
    TypeName{NumberType::U64, "U64", 8},
};

const TypeName& entry(NumberType type) {
    return *std::find_if(kTypes.begin(), kTypes.end(),
                         [type](const TypeName& known) { return known.type == type; });
}

/// Where a tensor lies in the bytes after the header.
struct TensorPlace {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

/// Empty when the product does not fit.
std::optional<std::uint64_t> bytes_of_shape(const std::vector<std::int64_t>& shape,
                                            std::size_t item) {
    std::uint64_t total = item;
    for (const std::int64_t extent : shape) {
        const auto count = static_cast<std::uint64_t>(extent);
        if (extent < 0 || (count != 0 && total > std::numeric_limits<std::int64_t>::max() / count))
            return std::nullopt;
        total *= count;
    }
    return total;
}

class HeaderReader {
public:
    explicit HeaderReader(const std::filesystem::path& name) : name_(name) {}

    [[noreturn]] void fail(const std::string& what) const {
        throw Error(what, {name_}, "the file is damaged or no .safetensors file");
    }

    Json parse(std::string_view text) const {
        if (text.empty() || text.front() != '{')
            fail("its header does not begin with '{'");
        // A repeated name would silently hide one of the tensors.
        std::string twice;
        Json header;
        try {
            header = parse_json(text, name_, &twice);
        } catch (const Error&) {
            fail("its header is not valid JSON");
        }
        if (!twice.empty())
            fail("its header names tensor '" + twice + "' twice");
        return header;
    }

    std::map<std::string, std::string> metadata(const Json& json) const {
        std::map<std::string, std::string> result;
        if (!json.is_object())
            fail("its metadata is not a JSON object");
        for (const auto& [key, value] : json.items()) {
            if (!value.is_string())
                fail("its metadata '" + key + "' is not text");
            result[key] = value.get<std::string>();
        }
        return result;
    }

    StoredTensor tensor(const std::string& name, const Json& json, TensorPlace& place) const {
        StoredTensor result;
        result.name = name;
        if (!json.is_object() || !json.contains("dtype") || !json["dtype"].is_string() ||
            !json.contains("shape") || !json.contains("data_offsets"))
            fail("tensor '" + name + "' lacks its dtype, shape or data_offsets");
        const auto spelled = json["dtype"].get<std::string>();
        const auto known = std::find_if(kTypes.begin(), kTypes.end(),
                                        [&](const TypeName& type) { return type.name == spelled; });
        if (known == kTypes.end())
            throw Error("tensor '" + name + "' has numbers of type '" + spelled + "'", {name_},
                        "this type cannot be read; convert the file to F32");
        result.type = known->type;
        for (const std::uint64_t extent : numbers(name, json["shape"]))
            result.shape.push_back(static_cast<std::int64_t>(extent));
        const std::vector<std::uint64_t> offsets = numbers(name, json["data_offsets"]);
        if (offsets.size() != 2 || offsets[0] > offsets[1])
            fail("tensor '" + name + "' has data_offsets that are not a beginning and an end");
        place = {offsets[0], offsets[1]};
        const auto size = bytes_of_shape(result.shape, known->size);
        if (!size || *size != place.end - place.begin)
            fail("tensor '" + name + "' has another size than its shape says");
        return result;
    }

private:
    std::vector<std::uint64_t> numbers(const std::string& name, const Json& json) const {
        std::vector<std::uint64_t> result;
        bool good = json.is_array();
        for (std::size_t i = 0; good && i < json.size(); ++i) {
            good = json[i].is_number_unsigned() && json[i].get<std::uint64_t>() <= kMaxWeightsBytes;
            if (good)
                result.push_back(json[i].get<std::uint64_t>());
        }
        if (!good)
            fail("tensor '" + name + "' has a shape or data_offsets that are not whole numbers");
        return result;
    }

    const std::filesystem::path& name_;
};

void check(const StoredTensor& tensor) {
    const auto size = bytes_of_shape(tensor.shape, size_in_bytes(tensor.type));
    if (!size || *size != tensor.bytes.size())
        throw Error("tensor '" + tensor.name + "' has " + std::to_string(tensor.bytes.size()) +
                    " bytes, which do not fit its shape");
}

}  // namespace

std::string to_string(NumberType type) {
    return entry(type).name;
}

std::size_t size_in_bytes(NumberType type) {
    return entry(type).size;
}

const StoredTensor* Safetensors::find(std::string_view name) const {
    const auto found =
        std::find_if(tensors.begin(), tensors.end(),
                     [&](const StoredTensor& tensor) { return tensor.name == name; });
    return found == tensors.end() ? nullptr : &*found;
}

Safetensors parse_safetensors(std::string_view bytes, const std::filesystem::path& name) {
    const HeaderReader reader(name);
    if (bytes.size() < kLengthBytes)
        reader.fail("it is shorter than the length of a header");
    std::uint64_t length = 0;
    bytes.copy(reinterpret_cast<char*>(&length), kLengthBytes);
    if (length > kMaxHeader || length > bytes.size() - kLengthBytes)
        reader.fail("its header claims to be " + std::to_string(length) +
                    " bytes long, more than there can be");
    const Json header = reader.parse(bytes.substr(kLengthBytes, length));
    const std::string_view data = bytes.substr(kLengthBytes + length);

    Safetensors result;
    std::vector<std::pair<TensorPlace, StoredTensor>> placed;
    for (const auto& [key, value] : header.items()) {
        if (key == kMetadataKey) {
            result.metadata = reader.metadata(value);
            continue;
        }
        TensorPlace place;
        StoredTensor tensor = reader.tensor(key, value, place);
        placed.emplace_back(place, std::move(tensor));
    }
    std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) {
        return std::pair(a.first.begin, a.first.end) < std::pair(b.first.begin, b.first.end);
    });
    std::uint64_t at = 0;
    for (auto& [place, tensor] : placed) {
        if (place.begin != at)
            reader.fail("tensor '" + tensor.name + "' does not begin where the one before it ends");
        if (place.end > data.size())
            reader.fail("tensor '" + tensor.name + "' reaches past the end of the file");
        at = place.end;
        tensor.bytes = data.substr(place.begin, place.end - place.begin);
        result.tensors.push_back(std::move(tensor));
    }
    if (at != data.size())
        reader.fail("its last " + std::to_string(data.size() - at) + " bytes belong to no tensor");
    return result;
}

Safetensors read_safetensors(const std::filesystem::path& file) {
    return parse_safetensors(read_file(file, kMaxWeightsBytes), file);
}

std::map<std::string, std::string> read_safetensors_metadata(const std::filesystem::path& file) {
    const HeaderReader reader(file);
    const std::string first = read_part(file, 0, kLengthBytes);
    if (first.empty())
        read_file(file, kLengthBytes);  // says why
    if (first.size() < kLengthBytes)
        reader.fail("it is shorter than the length of a header");
    std::uint64_t length = 0;
    first.copy(reinterpret_cast<char*>(&length), kLengthBytes);
    // Before anything is read: a header is no longer than its file.
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error || length > kMaxHeader || length > size - kLengthBytes)
        reader.fail("its header claims to be " + std::to_string(length) +
                    " bytes long, more than there can be");
    const Json header = reader.parse(read_part(file, kLengthBytes, length));
    const auto found = header.find(kMetadataKey);
    return found == header.end() ? std::map<std::string, std::string>() : reader.metadata(*found);
}

std::string safetensors_bytes(const Safetensors& contents) {
    std::vector<const StoredTensor*> order;
    for (const StoredTensor& tensor : contents.tensors) {
        check(tensor);
        order.push_back(&tensor);
    }
    std::sort(order.begin(), order.end(), [](const StoredTensor* a, const StoredTensor* b) {
        const std::size_t wide_a = size_in_bytes(a->type);
        const std::size_t wide_b = size_in_bytes(b->type);
        return wide_a != wide_b ? wide_a > wide_b : a->name < b->name;
    });
    Json header = Json::object();
    if (!contents.metadata.empty())
        header[kMetadataKey] = contents.metadata;
    std::uint64_t at = 0;
    for (const StoredTensor* tensor : order) {
        if (header.contains(tensor->name))
            throw Error("two tensors are called '" + tensor->name + "'");
        header[tensor->name] = {{"dtype", to_string(tensor->type)},
                                {"shape", tensor->shape},
                                {"data_offsets", {at, at + tensor->bytes.size()}}};
        at += tensor->bytes.size();
    }
    std::string text = header.dump(-1, ' ', false, Json::error_handler_t::replace);
    text.resize((text.size() + 7) / 8 * 8, ' ');
    const std::uint64_t length = text.size();
    std::string bytes(reinterpret_cast<const char*>(&length), kLengthBytes);
    bytes.reserve(kLengthBytes + text.size() + at);
    bytes += text;
    for (const StoredTensor* tensor : order)
        bytes += tensor->bytes;
    return bytes;
}

void write_safetensors(const std::filesystem::path& file, const Safetensors& contents) {
    write_file(file, safetensors_bytes(contents));
}

}  // namespace rudolph
