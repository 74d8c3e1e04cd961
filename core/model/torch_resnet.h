#pragma once

#include <memory>

#include "core/model/torch_network.h"

namespace rudolph {

/// ResNet-18 (He et al., Deep Residual Learning for Image Recognition, CVPR 2016, table 1) with the
/// names, the order and the initial weights that torchvision gives it, so that its weights fit, and
/// a last layer "fc" of this many outputs. For pictures of any size from 32×32.
std::shared_ptr<Network> make_resnet18(const InputSpec& input, int outputs);

}  // namespace rudolph
