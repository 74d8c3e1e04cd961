#pragma once

#include <memory>
#include <string>

#include "core/model/torch_network.h"

namespace rudolph {

// Heads that say coordinates at once. Their last layer is relative to the mean shape and in units
// of the face (TargetFrame): points = mean shape + face size · output. The frame is kept as the
// buffers "target.mean_shape" and "target.face_size".

/// The Cnn's: its row of so many features through one layer of that name. Throws Error when that
/// would have too many weights.
std::unique_ptr<Head> make_linear_head(torch::nn::Module& owner, const InputSpec& input,
                                       const std::string& name, int features, int outputs);

/// ResNet's: the mean over its last maps, through the layer "fc".
std::unique_ptr<Head> make_average_head(torch::nn::Module& owner, const InputSpec& input,
                                        int channels, int outputs);

}  // namespace rudolph
