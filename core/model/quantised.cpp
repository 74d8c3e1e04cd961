#include "core/model/quantised.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <unordered_map>

#include "core/base/error.h"

namespace rudolph {
namespace {

constexpr const char* kStepEnding = ".step";
constexpr float kLargest = 127;

std::int64_t count_of(const StoredTensor& tensor) {
    std::int64_t count = 1;
    for (const std::int64_t extent : tensor.shape)
        count *= extent;
    return count;
}

std::vector<float> floats_of(const StoredTensor& tensor) {
    std::vector<float> values(tensor.bytes.size() / sizeof(float));
    std::memcpy(values.data(), tensor.bytes.data(), values.size() * sizeof(float));
    return values;
}

StoredTensor of_floats(std::string name, std::vector<std::int64_t> shape,
                       const std::vector<float>& values) {
    return {
        std::move(name), NumberType::F32, std::move(shape),
        std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float))};
}

bool is_worth_it(const StoredTensor& tensor) {
    return tensor.type == NumberType::F32 && tensor.shape.size() > 1 &&
           count_of(tensor) >= kQuantisedFrom && !tensor.name.starts_with("target.");
}

}  // namespace

Safetensors quantised(const Safetensors& contents) {
    Safetensors result;
    result.metadata = contents.metadata;
    for (const StoredTensor& tensor : contents.tensors) {
        if (!is_worth_it(tensor)) {
            result.tensors.push_back(tensor);
            continue;
        }
        const std::vector<float> values = floats_of(tensor);
        const auto slices = static_cast<size_t>(tensor.shape.front());
        const size_t each = values.size() / slices;
        std::vector<float> steps;
        std::string bytes;
        for (size_t slice = 0; slice < slices; ++slice) {
            const auto begin = values.begin() + static_cast<std::ptrdiff_t>(slice * each);
            const auto end = begin + static_cast<std::ptrdiff_t>(each);
            float largest = 0;
            std::for_each(begin, end,
                          [&](float value) { largest = std::max(largest, std::abs(value)); });
            const float step = largest > 0 ? largest / kLargest : 1;
            steps.push_back(step);
            std::for_each(begin, end, [&](float value) {
                bytes.push_back(static_cast<char>(std::lround(value / step)));
            });
        }
        result.tensors.push_back({tensor.name, NumberType::I8, tensor.shape, std::move(bytes)});
        result.tensors.push_back(
            of_floats(tensor.name + kStepEnding, {tensor.shape.front()}, steps));
    }
    return result;
}

Safetensors dequantised(Safetensors contents, const std::filesystem::path& file) {
    Safetensors result;
    result.metadata = std::move(contents.metadata);
    std::unordered_map<std::string, const StoredTensor*> steps_of;
    for (const StoredTensor& tensor : contents.tensors)
        if (tensor.name.ends_with(kStepEnding))
            steps_of.emplace(tensor.name, &tensor);
    for (StoredTensor& tensor : contents.tensors) {
        if (tensor.name.ends_with(kStepEnding))
            continue;
        const auto found = steps_of.find(tensor.name + kStepEnding);
        const StoredTensor* step = found == steps_of.end() ? nullptr : found->second;
        if (step == nullptr) {
            result.tensors.push_back(std::move(tensor));
            continue;
        }
        if (tensor.type != NumberType::I8 || step->type != NumberType::F32 ||
            tensor.shape.empty() || step->shape.size() != 1 ||
            step->shape.front() != tensor.shape.front() || tensor.shape.front() < 1)
            throw Error("the steps of weights '" + tensor.name + "' do not fit them", {file},
                        "the file is damaged or was made by another program");
        const std::vector<float> steps = floats_of(*step);
        const size_t each = tensor.bytes.size() / steps.size();
        std::vector<float> values;
        values.reserve(tensor.bytes.size());
        for (size_t i = 0; i < tensor.bytes.size(); ++i)
            values.push_back(static_cast<float>(static_cast<signed char>(tensor.bytes[i])) *
                             steps[i / each]);
        result.tensors.push_back(of_floats(tensor.name, tensor.shape, values));
    }
    return result;
}

}  // namespace rudolph
