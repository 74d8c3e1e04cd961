#pragma once

#include <memory>

#include "core/model/torch_network.h"

namespace rudolph {

/// A map a point ("maps", a 1×1 convolution over the pyramid) through a softmax; the point is the
/// mean place under it (soft_argmax). Learns from point_loss() and, weighted by loss.map_weight,
/// map_divergence(): Nibali et al., Numerical Coordinate Regression with Convolutional Neural
/// Networks, 2018, equation 11. With AdaptiveWing the maps themselves learn to be Gaussians
/// (adaptive_wing_loss) with a top of 10.
std::unique_ptr<Head> make_heatmap_head(torch::nn::Module& owner, const ModelSpec& model,
                                        const InputSpec& input, const Backbone& backbone,
                                        int outputs);

}  // namespace rudolph
