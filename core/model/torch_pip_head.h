#pragma once

#include <memory>

#include "core/model/torch_network.h"

namespace rudolph {

/// Pixel-in-pixel regression: for each point a map of scores, two of offsets within a cell, and two
/// a neighbour; all by one 1×1 convolution ("maps"). A point lies in its best cell at that cell's
/// offsets, averaged with where the cells of other points say it is. Learns to score the right cell
/// 1 and others 0 (squares, weight 10) and the offsets of the right cells (absolute, weight 1); the
/// loss of the experiment does not matter. H. Jin, S. Liao, L. Shao, Pixel-in-Pixel Net: Towards
/// Efficient Facial Landmark Detection in the Wild, IJCV 2021, sections 3.1 and 3.2. Neighbours are
/// the nearest in the mean shape, kept as the buffer "target.neighbours".
std::unique_ptr<Head> make_pip_head(torch::nn::Module& owner, const ModelSpec& model,
                                    const InputSpec& input, const Backbone& backbone, int outputs);

}  // namespace rudolph
