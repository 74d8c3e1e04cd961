#pragma once

#include <torch/torch.h>

#include <memory>

#include "core/model/torch_network.h"
#include "core/predict/predictor.h"

namespace rudolph {

/// Numbers as write_input() makes them, as a tensor N × channels × height × width. Shares their
/// memory.
torch::Tensor input_tensor(const std::vector<float>& inputs, const InputSpec& input);

/// What a network in evaluation mode says to such inputs: points in their crops. With `mirror` (for
/// each point the one it becomes in a mirror) the mean of that and of what it says to the mirror
/// images.
std::vector<Landmarks> predicted_in_crops(Network& network, const std::vector<float>& inputs,
                                          const InputSpec& input, const torch::Device& device,
                                          const std::vector<int>& mirror = {});

/// See Engine::load_model.
std::unique_ptr<Predictor> load_predictor(const std::filesystem::path& file_or_run,
                                          DeviceChoice device);

}  // namespace rudolph
