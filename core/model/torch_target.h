#pragma once

#include <torch/torch.h>

#include "core/model/torch_network.h"

namespace rudolph {

/// A TargetFrame as buffers beside the weights, so that a model file is whole.
class TargetImpl : public torch::nn::Module {
public:
    explicit TargetImpl(int outputs)
        : mean_shape(register_buffer("mean_shape", torch::zeros({outputs}))),
          face_size(register_buffer("face_size", torch::ones({}))) {}

    void set(const TargetFrame& frame) {
        const torch::NoGradGuard no_grad;
        mean_shape.copy_(torch::tensor(frame.mean_shape));
        face_size.fill_(frame.face_size);
    }

    torch::Tensor mean_shape;
    torch::Tensor face_size;
};
TORCH_MODULE(Target);

}  // namespace rudolph
