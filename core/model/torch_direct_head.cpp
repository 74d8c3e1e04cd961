#include "core/model/torch_direct_head.h"

#include <fmt/format.h>

#include "core/formats/losses.h"
#include "core/model/torch_cnn.h"
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

    double multiplications() const override {
        double count = 0;
        for (const auto& layer : layers_)
            count += static_cast<double>(layer->weight.numel());
        return count;
    }

    void start_at(const TargetFrame& frame) override {
        target_->set(frame);
        const torch::NoGradGuard no_grad;
        layers_.back()->bias.zero_();
    }

protected:
    virtual torch::Tensor raw(const torch::Tensor& maps, const LayerVisitor& visit) = 0;

    /// The last layer, with what its answers are relative to worked in.
    std::string last_layer(OnnxGraph& graph, const std::string& x) const {
        const torch::NoGradGuard no_grad;
        const torch::Tensor size = target_->face_size.to(torch::kFloat64);
        return graph.linear(x, onnx_tensor(layers_.back()->weight * size),
                            onnx_tensor(layers_.back()->bias * size + target_->mean_shape));
    }

    std::vector<torch::nn::Linear> layers_;
    Target target_{nullptr};

private:
    InputSpec input_;
};

class HiddenHead final : public DirectHead {
public:
    HiddenHead(torch::nn::Module& owner, const ModelSpec& model, const InputSpec& input,
               int outputs)
        : DirectHead(input), activation_(model.activation) {
        int features = 1;
        for (const int extent : cnn_feature_shape(model, input))
            features *= extent;
        std::vector<int> widths = model.hidden;
        widths.push_back(outputs);
        for (size_t i = 0; i < widths.size(); ++i) {
            layers_.push_back(owner.register_module(fmt::format("fc{}", i + 1),
                                                    torch::nn::Linear(features, widths[i])));
            features = widths[i];
        }
        target_ = owner.register_module("target", Target(outputs));
    }

    std::string write_onnx(OnnxGraph& graph,
                           const std::vector<std::string>& features) const override {
        std::string x = graph.flatten(features.back());
        for (size_t i = 0; i + 1 < layers_.size(); ++i)
            x = activated(
                graph, activation_,
                graph.linear(x, onnx_tensor(layers_[i]->weight), onnx_tensor(layers_[i]->bias)));
        return last_layer(graph, x);
    }

private:
    torch::Tensor raw(const torch::Tensor& maps, const LayerVisitor& visit) override {
        torch::Tensor x = maps.flatten(1);
        for (size_t i = 0; i < layers_.size(); ++i) {
            const bool last = i + 1 == layers_.size();
            x = layers_[i]->forward(x);
            if (!last)
                x = activated(activation_, x);
            if (visit)
                visit(fmt::format("fc{}", i + 1), describe(layers_[i], last), x);
        }
        return x;
    }

    std::string describe(const torch::nn::Linear& linear, bool last) const {
        const auto& options = linear->options;
        return fmt::format("{} → {}{}", options.in_features(), options.out_features(),
                           last ? "" : ", " + title(activation_));
    }

    Activation activation_;
};

class AverageHead final : public DirectHead {
public:
    AverageHead(torch::nn::Module& owner, const InputSpec& input, int channels, int outputs)
        : DirectHead(input) {
        layers_.push_back(owner.register_module("fc", torch::nn::Linear(channels, outputs)));
        target_ = owner.register_module("target", Target(outputs));
    }

    std::string write_onnx(OnnxGraph& graph,
                           const std::vector<std::string>& features) const override {
        return last_layer(graph, graph.flatten(graph.global_average_pool(features.back())));
    }

private:
    torch::Tensor raw(const torch::Tensor& maps, const LayerVisitor& visit) override {
        const torch::Tensor x =
            layers_.front()->forward(torch::adaptive_avg_pool2d(maps, {1, 1}).flatten(1));
        if (visit)
            visit("fc",
                  fmt::format("average over the picture, {} → {}",
                              layers_.front()->options.in_features(),
                              layers_.front()->options.out_features()),
                  x);
        return x;
    }
};

}  // namespace

std::unique_ptr<Head> make_hidden_head(torch::nn::Module& owner, const ModelSpec& model,
                                       const InputSpec& input, int outputs) {
    return std::make_unique<HiddenHead>(owner, model, input, outputs);
}

std::unique_ptr<Head> make_average_head(torch::nn::Module& owner, const InputSpec& input,
                                        int channels, int outputs) {
    return std::make_unique<AverageHead>(owner, input, channels, outputs);
}

}  // namespace rudolph
