#pragma once

#include <memory>

#include "core/model/torch_network.h"

namespace rudolph {

/// The convolutions of a Cnn, with parameters "conv1.weight", "conv1.bias", … and PyTorch's default
/// initial weights. Throws Error when the picture is too small for the kernels.
std::unique_ptr<Backbone> make_cnn(torch::nn::Module& owner, const ModelSpec& model,
                                   const InputSpec& input);

/// "ReLU"
std::string title(Activation activation);
torch::Tensor activated(Activation activation, const torch::Tensor& x);
std::string activated(OnnxGraph& graph, Activation activation, const std::string& x);

}  // namespace rudolph
