#pragma once

#include <memory>

#include "core/model/torch_network.h"

namespace rudolph {

/// The Cnn of a ModelSpec, with parameters "conv1.weight", "conv1.bias", …, "fc1.weight", … and
/// PyTorch's default initial weights. Throws Error when the picture is too small for the kernels.
std::shared_ptr<Network> make_cnn(const ModelSpec& model, const InputSpec& input, int outputs);

}  // namespace rudolph
