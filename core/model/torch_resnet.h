#pragma once

#include <memory>

#include "core/model/torch_network.h"

namespace rudolph {

inline constexpr int kResNet18Width = 64;

/// ResNet-18's convolutions (He et al., Deep Residual Learning for Image Recognition, CVPR 2016,
/// table 1) with the names, the order and the initial weights that torchvision gives them, so that
/// its weights fit; `width` channels in the first stage and twice as many in each of the three
/// others. Maps at strides of 4, 8, 16 and 32 pixels, of pictures of any size from 32×32.
std::unique_ptr<Backbone> make_resnet(torch::nn::Module& owner, const InputSpec& input, int width);

}  // namespace rudolph
