#include "core/model/torch_weights.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstring>
#include <set>

#include "core/base/error.h"

namespace rudolph {
namespace {

NumberType number_type(torch::ScalarType type) {
    switch (type) {
        case torch::kFloat32:
            return NumberType::F32;
        case torch::kFloat64:
            return NumberType::F64;
        case torch::kFloat16:
            return NumberType::F16;
        case torch::kBFloat16:
            return NumberType::BF16;
        case torch::kInt64:
            return NumberType::I64;
        case torch::kInt32:
            return NumberType::I32;
        case torch::kInt16:
            return NumberType::I16;
        case torch::kInt8:
            return NumberType::I8;
        case torch::kUInt8:
            return NumberType::U8;
        case torch::kBool:
            return NumberType::Bool;
        default:
            throw Error(fmt::format("numbers of type {} cannot be stored", c10::toString(type)));
    }
}

torch::ScalarType scalar_type(const StoredTensor& tensor, const std::filesystem::path& file) {
    for (const auto type :
         {torch::kFloat32, torch::kFloat64, torch::kFloat16, torch::kBFloat16, torch::kInt64,
          torch::kInt32, torch::kInt16, torch::kInt8, torch::kUInt8, torch::kBool})
        if (number_type(type) == tensor.type)
            return type;
    throw Error(fmt::format("tensor '{}' has numbers of type {}, which LibTorch does not know",
                            tensor.name, to_string(tensor.type)),
                {file}, "convert the file to F32");
}

/// Where the answers of a network are relative to: see TargetFrame.
bool is_target(const std::string& name) {
    return name.starts_with("target.");
}

std::string shape_text(torch::IntArrayRef shape) {
    return shape.empty() ? "one number" : fmt::format("{}", fmt::join(shape, "×"));
}

/// A first convolution on grey pictures can start from one made for colour: its sum over the
/// colours says to a grey picture what that one says to the same picture repeated in three
/// channels.
bool fits_summed_over_colours(const torch::Tensor& value, const std::vector<std::int64_t>& stored) {
    return value.dim() == 4 && value.size(1) == 1 && stored.size() == 4 &&
           stored[0] == value.size(0) && stored[1] == 3 && stored[2] == value.size(2) &&
           stored[3] == value.size(3);
}

/// The last layer means nothing without what it is relative to.
void take_target(torch::nn::Module& module, const Safetensors& contents,
                 const std::filesystem::path& file) {
    for (auto [name, value] : named_state(module)) {
        const StoredTensor* stored = is_target(name) ? contents.find(name) : nullptr;
        if (stored != nullptr && value.sizes() == torch::IntArrayRef(stored->shape))
            value.copy_(tensor_of(*stored, file));
    }
}

}  // namespace

std::vector<std::pair<std::string, torch::Tensor>> named_state(const torch::nn::Module& module) {
    std::vector<std::pair<std::string, torch::Tensor>> state;
    for (const auto& item : module.named_modules("", false)) {
        const std::string prefix = item.key() + ".";
        for (const auto& parameter : item.value()->named_parameters(false))
            state.emplace_back(prefix + parameter.key(), parameter.value());
        for (const auto& buffer : item.value()->named_buffers(false))
            state.emplace_back(prefix + buffer.key(), buffer.value());
    }
    return state;
}

torch::Tensor tensor_of(const StoredTensor& stored, const std::filesystem::path& file) {
    torch::Tensor tensor = torch::empty(stored.shape, scalar_type(stored, file));
    std::memcpy(tensor.data_ptr(), stored.bytes.data(), stored.bytes.size());
    return tensor;
}

StoredTensor stored_tensor(const std::string& name, const torch::Tensor& tensor) {
    // On another device or in channels-last order it would not be rows of bytes.
    const torch::Tensor plain =
        tensor.detach().to(torch::kCPU).contiguous(torch::MemoryFormat::Contiguous);
    return {name, number_type(plain.scalar_type()), plain.sizes().vec(),
            std::string(static_cast<const char*>(plain.data_ptr()),
                        static_cast<std::size_t>(plain.nbytes()))};
}

std::vector<StoredTensor> stored_state(const torch::nn::Module& module) {
    std::vector<StoredTensor> stored;
    for (const auto& [name, value] : named_state(module))
        stored.push_back(stored_tensor(name, value));
    return stored;
}

void load_state(torch::nn::Module& module, const Safetensors& contents,
                const std::filesystem::path& file) {
    const torch::NoGradGuard no_grad;
    const char* advice = "the file is damaged or was made by another program";
    size_t found = 0;
    const auto state = named_state(module);
    for (auto [name, value] : state) {
        const StoredTensor* stored = contents.find(name);
        if (stored == nullptr && is_target(name))
            continue;
        if (stored == nullptr)
            throw Error(fmt::format("weights '{}' are missing", name), {file}, advice);
        if (value.sizes() != torch::IntArrayRef(stored->shape))
            throw Error(fmt::format("weights '{}' are {}, but this network has {}", name,
                                    shape_text(stored->shape), shape_text(value.sizes())),
                        {file}, advice);
        value.copy_(tensor_of(*stored, file));
        ++found;
    }
    if (contents.tensors.size() != found)
        throw Error(fmt::format("{} tensors are stored, but this network has {}",
                                contents.tensors.size(), state.size()),
                    {file}, advice);
}

WeightsReport load_matching_state(torch::nn::Module& module, const Safetensors& contents,
                                  const std::filesystem::path& file) {
    const torch::NoGradGuard no_grad;
    WeightsReport report;
    report.source = file.filename().string();
    std::set<std::string> known;
    for (auto [name, value] : named_state(module)) {
        known.insert(name);
        if (is_target(name))
            continue;
        ++report.wanted;
        const StoredTensor* stored = contents.find(name);
        if (stored == nullptr) {
            report.missing.push_back(name);
            continue;
        }
        const bool for_colour = fits_summed_over_colours(value, stored->shape);
        if (!for_colour && value.sizes() != torch::IntArrayRef(stored->shape)) {
            report.misfits.push_back(fmt::format("{} ({} there, {} here)", name,
                                                 shape_text(stored->shape),
                                                 shape_text(value.sizes())));
            continue;
        }
        const torch::Tensor numbers = tensor_of(*stored, file);
        value.copy_(for_colour ? numbers.to(value.scalar_type()).sum(1, true) : numbers);
        if (for_colour)
            report.summed.push_back(name);
        ++report.taken;
    }
    if (report.taken == 0)
        throw Error("none of its tensors fits this network by name and shape", {file},
                    "choose weights of a network like this one; ResNets take torchvision's");
    if (report.taken == report.wanted)
        take_target(module, contents, file);
    for (const StoredTensor& tensor : contents.tensors)
        if (!known.contains(tensor.name))
            report.left_over.push_back(tensor.name);
    return report;
}

}  // namespace rudolph
