#include "core/model/quantised.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "core/base/error.h"
#include "core/base/random.h"

namespace rudolph {
namespace {

StoredTensor tensor(const std::string& name, std::vector<std::int64_t> shape,
                    const std::vector<float>& values) {
    return {
        name, NumberType::F32, std::move(shape),
        std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float))};
}

std::vector<float> values_of(const StoredTensor& stored) {
    std::vector<float> values(stored.bytes.size() / sizeof(float));
    std::memcpy(values.data(), stored.bytes.data(), stored.bytes.size());
    return values;
}

/// A convolution of 4 filters, the last of which is nothing, a bias, and a mean shape.
Safetensors weights() {
    Random random(7);
    std::vector<float> filters;
    for (int filter = 0; filter < 4; ++filter)
        for (int i = 0; i < 32 * 9; ++i)
            filters.push_back(filter == 3 ? 0.0F
                                          : static_cast<float>(random.normal() * (filter + 1)));
    Safetensors contents;
    contents.tensors = {tensor("conv.weight", {4, 32, 3, 3}, filters),
                        tensor("conv.bias", {4}, {1, 2, 3, 4}),
                        tensor("target.mean_shape", {1, 1200}, std::vector<float>(1200, 0.3F))};
    contents.metadata["rudolph"] = "{}";
    return contents;
}

TEST(Quantised, KeepsWeightsWithinHalfAStepInAQuarterOfTheBytes) {
    const Safetensors before = weights();
    const Safetensors small = quantised(before);
    EXPECT_EQ(small.metadata, before.metadata);
    EXPECT_EQ(small.find("conv.weight")->type, NumberType::I8);
    EXPECT_EQ(small.find("conv.weight")->bytes.size(), 4U * 32 * 9);
    EXPECT_EQ(*small.find("conv.bias"), *before.find("conv.bias"));
    EXPECT_EQ(*small.find("target.mean_shape"), *before.find("target.mean_shape"));
    const std::vector<float> steps = values_of(*small.find("conv.weight.step"));
    const Safetensors after =
        dequantised(parse_safetensors(safetensors_bytes(small), "small"), "small");
    ASSERT_EQ(after.tensors.size(), before.tensors.size());
    const std::vector<float> was = values_of(*before.find("conv.weight"));
    const std::vector<float> is = values_of(*after.find("conv.weight"));
    ASSERT_EQ(is.size(), was.size());
    for (size_t i = 0; i < is.size(); ++i)
        EXPECT_LE(std::abs(is[i] - was[i]), steps[i / (32 * 9)] * 0.5001F);
}

TEST(Quantised, WhatIsNotQuantisedStaysAsItIs) {
    const Safetensors before = weights();
    EXPECT_EQ(dequantised(before, "plain").tensors, before.tensors);
}

TEST(Quantised, StepsThatDoNotFitAreAnError) {
    Safetensors small = quantised(weights());
    for (StoredTensor& stored : small.tensors)
        if (stored.name == "conv.weight.step")
            stored = tensor(stored.name, {3}, {1, 1, 1});
    EXPECT_THROW(dequantised(small, "broken"), Error);
    Safetensors wide = weights();
    wide.tensors.push_back(tensor("conv.weight.step", {4}, {1, 1, 1, 1}));
    EXPECT_THROW(dequantised(wide, "not bytes"), Error);
}

}  // namespace
}  // namespace rudolph
