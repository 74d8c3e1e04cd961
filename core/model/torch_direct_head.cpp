#include "core/model/torch_direct_head.h"

#include <fmt/format.h>

#include "core/base/error.h"
#include "core/experiment/model_layers.h"
#include "core/formats/losses.h"
#include "core/model/torch_loss.h"
#include "core/model/torch_onnx.h"
#include "core/model/torch_target.h"

namespace rudolph {
namespace {

class DirectHead : public Head {
public:
    DirectHead(const InputSpec& input) : input_(input) {}

    torch::Tensor points(const std::vector<torch::Tensor>& features,
                         const LayerVisitor& visit) override {
        return target_->mean_shape +
               target_->face_size * raw(features.back(), visit).to(torch::kFloat32);
    }

    TrainingPass training_pass(const std::vector<torch::Tensor>& features,
                               const torch::Tensor& labels, const LossSpec& loss) override {
        const torch::Tensor found = points(features, {});
        return {point_loss(loss, input_, found, labels), found.detach()};
    }

    double multiplications() const override { return static_cast<double>(linear_->weight.numel()); }

    void start_at(const TargetFrame& frame) override {
        target_->set(frame);
        const torch::NoGradGuard no_grad;
        linear_->bias.zero_();
    }

protected:
    virtual torch::Tensor raw(const torch::Tensor& maps, const LayerVisitor& visit) = 0;

    /// The last layer, with what its answers are relative to worked in.
    std::string last_layer(OnnxGraph& graph, const std::string& x) const {
        const torch::NoGradGuard no_grad;
        const torch::Tensor size = target_->face_size.to(torch::kFloat64);
        return graph.linear(x, onnx_tensor(linear_->weight * size),
                            onnx_tensor(linear_->bias * size + target_->mean_shape));
    }

    torch::nn::Linear linear_{nullptr};
    Target target_{nullptr};

private:
    InputSpec input_;
};

class LinearHead final : public DirectHead {
public:
    LinearHead(torch::nn::Module& owner, const InputSpec& input, const std::string& name,
               int features, int outputs)
        : DirectHead(input), name_(name) {
        linear_ = owner.register_module(name, torch::nn::Linear(features, outputs));
        target_ = owner.register_module("target", Target(outputs));
    }

    std::string write_onnx(OnnxGraph& graph,
                           const std::vector<std::string>& features) const override {
        return last_layer(graph, features.back());
    }

private:
    torch::Tensor raw(const torch::Tensor& row, const LayerVisitor& visit) override {
        const torch::Tensor x = linear_->forward(row);
        if (visit)
            visit(name_,
                  fmt::format("{} → {}", linear_->options.in_features(),
                              linear_->options.out_features()),
                  x);
        return x;
    }

    std::string name_;
};

class AverageHead final : public DirectHead {
public:
    AverageHead(torch::nn::Module& owner, const InputSpec& input, int channels, int outputs)
        : DirectHead(input) {
        linear_ = owner.register_module("fc", torch::nn::Linear(channels, outputs));
        target_ = owner.register_module("target", Target(outputs));
    }

    std::string write_onnx(OnnxGraph& graph,
                           const std::vector<std::string>& features) const override {
        return last_layer(graph, graph.flatten(graph.global_average_pool(features.back())));
    }

private:
    torch::Tensor raw(const torch::Tensor& maps, const LayerVisitor& visit) override {
        const torch::Tensor x =
            linear_->forward(torch::adaptive_avg_pool2d(maps, {1, 1}).flatten(1));
        if (visit)
            visit("fc",
                  fmt::format("average over the picture, {} → {}", linear_->options.in_features(),
                              linear_->options.out_features()),
                  x);
        return x;
    }
};

}  // namespace

std::unique_ptr<Head> make_linear_head(torch::nn::Module& owner, const InputSpec& input,
                                       const std::string& name, int features, int outputs) {
    if (1LL * features * outputs > kMostWeights)
        throw Error(
            fmt::format("{} numbers into {} outputs need too much memory", features, outputs), {},
            "put a pool or a narrower layer before the end");
    return std::make_unique<LinearHead>(owner, input, name, features, outputs);
}

std::unique_ptr<Head> make_average_head(torch::nn::Module& owner, const InputSpec& input,
                                        int channels, int outputs) {
    return std::make_unique<AverageHead>(owner, input, channels, outputs);
}

}  // namespace rudolph
