#pragma once

#include <torch/torch.h>

#include <map>
#include <string>

#include "core/model/onnx_graph.h"
#include "core/model/torch_network.h"

namespace rudolph {

OnnxTensor onnx_tensor(const torch::Tensor& tensor);

std::string onnx_convolution(OnnxGraph& graph, const std::string& x,
                             const torch::nn::Conv2d& convolution);
/// With the batch norm that follows worked into the weights, as it is in evaluation mode. Square
/// strides, paddings and dilations only.
std::string onnx_convolution(OnnxGraph& graph, const std::string& x,
                             const torch::nn::Conv2d& convolution,
                             const torch::nn::BatchNorm2d& norm);

/// A network as the bytes of an ONNX file, which says the same as forward() in evaluation mode.
/// `mirror`, when not empty, is for each point the one that it becomes in a mirror: the file then
/// says the mean of the answers for the picture and for its mirror image.
std::string onnx_bytes(const Network& network, const InputSpec& input, int outputs,
                       const std::vector<int>& mirror,
                       const std::map<std::string, std::string>& metadata);

}  // namespace rudolph
