#pragma once

#include <torch/torch.h>

#include <string>
#include <utility>
#include <vector>

#include "core/model/safetensors.h"
#include "core/model/weights_report.h"

namespace rudolph {

/// All parameters and buffers in PyTorch's order (of a state_dict): module by module, parameters
/// before buffers.
std::vector<std::pair<std::string, torch::Tensor>> named_state(const torch::nn::Module& module);

/// A copy of one tensor, to be written.
StoredTensor stored_tensor(const std::string& name, const torch::Tensor& tensor);
/// Throws Error naming `file` when LibTorch does not know its kind of numbers.
torch::Tensor tensor_of(const StoredTensor& stored, const std::filesystem::path& file);

/// Copies of named_state().
std::vector<StoredTensor> stored_state(const torch::nn::Module& module);

/// Sets the whole state. Throws Error naming `file` and the first tensor that is missing, does not
/// fit, or has no place; the module is then left half set. Files of version 0.1.0 lack what begins
/// with "target.", which then stays as it is.
void load_state(torch::nn::Module& module, const Safetensors& contents,
                const std::filesystem::path& file);

/// Sets what agrees in name and shape and leaves the rest as it is; a convolution on one channel
/// also takes the sum of one on three. What begins with "target." is only taken when everything
/// else fits. Throws Error when nothing agrees.
WeightsReport load_matching_state(torch::nn::Module& module, const Safetensors& contents,
                                  const std::filesystem::path& file);

}  // namespace rudolph
