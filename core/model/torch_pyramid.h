#pragma once

#include <torch/torch.h>

#include <vector>

#include "core/model/torch_network.h"

namespace rudolph {

/// One map of `pyramid` channels from those of a backbone: the coarser maps, doubled in size, are
/// added to the finer ones (each through a 1×1 convolution, "lateral1", …) down to `map_stride`;
/// then a 3×3 convolution ("smooth") with batch norm ("smooth_bn") and ReLU. Lin et al., Feature
/// Pyramid Networks for Object Detection, CVPR 2017, section 3.
class Pyramid {
public:
    Pyramid(torch::nn::Module& owner, const ModelSpec& model, const InputSpec& input,
            const Backbone& backbone);

    torch::Tensor operator()(const std::vector<torch::Tensor>& features);
    std::string write_onnx(OnnxGraph& graph, const std::vector<std::string>& features) const;
    int rows() const { return rows_; }
    int columns() const { return columns_; }
    double multiplications() const { return multiplications_; }

private:
    size_t finest_;  ///< of the backbone's maps that are used
    int rows_;
    int columns_;
    double multiplications_ = 0;
    std::vector<torch::nn::Conv2d> laterals_;  ///< fine to coarse
    torch::nn::Conv2d smooth_{nullptr};
    torch::nn::BatchNorm2d smooth_bn_{nullptr};
};

}  // namespace rudolph
