#pragma once

#include <memory>

#include "core/model/torch_network.h"

namespace rudolph {

/// The layers of a Cnn (layers_of()), with modules named as make_layers() says; its one map is a
/// row of numbers: N × channels. Throws Error naming the layer that does not fit.
std::unique_ptr<Backbone> make_cnn(torch::nn::Module& owner, const ModelSpec& model,
                                   const InputSpec& input);

}  // namespace rudolph
