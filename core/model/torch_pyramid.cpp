#include "core/model/torch_pyramid.h"

#include <fmt/format.h>

#include <bit>

#include "core/model/torch_onnx.h"

namespace rudolph {
namespace {

constexpr unsigned kFinestStride = 4;  ///< of a ResNet's first maps

}  // namespace

Pyramid::Pyramid(torch::nn::Module& owner, const ModelSpec& model, const InputSpec& input,
                 const Backbone& backbone)
    : finest_(static_cast<size_t>(
          std::countr_zero(static_cast<unsigned>(model.map_stride) / kFinestStride))),
      rows_(input.height / model.map_stride),
      columns_(input.width / model.map_stride) {
    const std::vector<int> channels = backbone.channels();
    double cells = static_cast<double>(rows_) * columns_;
    multiplications_ = cells * 9 * model.pyramid * model.pyramid;
    for (size_t level = finest_; level < channels.size(); ++level) {
        laterals_.push_back(owner.register_module(
            fmt::format("lateral{}", level + 1),
            torch::nn::Conv2d(torch::nn::Conv2dOptions(channels[level], model.pyramid, 1))));
        multiplications_ += cells * channels[level] * model.pyramid;
        cells /= 4;
    }
    smooth_ = owner.register_module(
        "smooth",
        torch::nn::Conv2d(
            torch::nn::Conv2dOptions(model.pyramid, model.pyramid, 3).padding(1).bias(false)));
    smooth_bn_ = owner.register_module("smooth_bn", torch::nn::BatchNorm2d(model.pyramid));
}

torch::Tensor Pyramid::operator()(const std::vector<torch::Tensor>& features) {
    torch::Tensor x = laterals_.back()->forward(features.back());
    for (size_t level = laterals_.size() - 1; level-- > 0;) {
        const torch::Tensor finer = laterals_[level]->forward(features[finest_ + level]);
        x = torch::upsample_nearest2d(x, {finer.size(2), finer.size(3)}) + finer;
    }
    return torch::relu(smooth_bn_->forward(smooth_->forward(x)));
}

std::string Pyramid::write_onnx(OnnxGraph& graph, const std::vector<std::string>& features) const {
    std::string x = onnx_convolution(graph, features.back(), laterals_.back());
    for (size_t level = laterals_.size() - 1; level-- > 0;)
        x = graph.add(graph.upsample_twice(x),
                      onnx_convolution(graph, features[finest_ + level], laterals_[level]));
    return graph.relu(onnx_convolution(graph, x, smooth_, smooth_bn_));
}

}  // namespace rudolph
