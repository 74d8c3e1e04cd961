#pragma once

#include <array>
#include <memory>

#include "core/model/torch_network.h"

namespace rudolph {

inline constexpr int kResNetWidth = 64;
/// Residual blocks in each of the four stages.
using ResNetBlocks = std::array<int, 4>;
inline constexpr ResNetBlocks kResNet18Blocks = {2, 2, 2, 2};
inline constexpr ResNetBlocks kResNet34Blocks = {3, 4, 6, 3};

/// The convolutions of ResNet-18 or ResNet-34 (He et al., Deep Residual Learning for Image
/// Recognition, CVPR 2016, table 1) with the names, the order and the initial weights that
/// torchvision gives them, so that its weights fit; `width` channels in the first stage and twice
/// as many in each of the three others. Maps at strides of 4, 8, 16 and 32 pixels, of pictures of
/// any size from 32×32.
std::unique_ptr<Backbone> make_resnet(torch::nn::Module& owner, const InputSpec& input, int width,
                                      const ResNetBlocks& blocks);

}  // namespace rudolph
