#include "core/model/torch_cnn.h"

#include <fmt/format.h>

#include "core/base/error.h"
#include "core/model/torch_onnx.h"

namespace rudolph {
namespace {

class Cnn final : public Backbone {
public:
    Cnn(torch::nn::Module& owner, const ModelSpec& model, const InputSpec& input)
        : activation_(model.activation), pooling_(model.pooling), channels_(model.channels.back()) {
        int channels = input.channels;
        int width = input.width;
        int height = input.height;
        for (size_t i = 0; i < model.channels.size(); ++i) {
            const torch::nn::Conv2dOptions options(channels, model.channels[i], model.kernels[i]);
            convolutions_.push_back(
                owner.register_module(fmt::format("conv{}", i + 1), torch::nn::Conv2d(options)));
            channels = model.channels[i];
            width -= model.kernels[i] - 1;
            height -= model.kernels[i] - 1;
            multiplications_ +=
                static_cast<double>(convolutions_.back()->weight.numel()) * width * height;
            width /= 2;
            height /= 2;
        }
    }

    std::vector<torch::Tensor> features(const torch::Tensor& inputs,
                                        const LayerVisitor& visit) override {
        torch::Tensor x = inputs;
        for (size_t i = 0; i < convolutions_.size(); ++i) {
            x = convolutions_[i]->forward(x);
            // The largest of four stays the largest through a rising activation, so that it need
            // only be applied to a quarter of the numbers.
            x = pooling_ == Pooling::Max ? activated(activation_, torch::max_pool2d(x, 2))
                                         : torch::avg_pool2d(activated(activation_, x), 2);
            if (visit)
                visit(fmt::format("conv{}", i + 1), describe(convolutions_[i]), x);
        }
        return {x};
    }

    std::vector<std::string> write_onnx(OnnxGraph& graph, const std::string& input) const override {
        std::string x = input;
        for (const auto& convolution : convolutions_) {
            x = activated(graph, activation_, onnx_convolution(graph, x, convolution));
            x = pooling_ == Pooling::Average ? graph.average_pool(x, 2, 2) : graph.max_pool(x, {});
        }
        return {x};
    }

    std::vector<int> channels() const override { return {channels_}; }
    double multiplications() const override { return multiplications_; }

private:
    std::string describe(const torch::nn::Conv2d& convolution) const {
        const auto& options = convolution->options;
        return fmt::format("{} channels, {}×{}, {}, 2×2 {}-pool", options.out_channels(),
                           options.kernel_size()->at(0), options.kernel_size()->at(1),
                           title(activation_), pooling_ == Pooling::Average ? "average" : "max");
    }

    Activation activation_;
    Pooling pooling_;
    int channels_;
    double multiplications_ = 0;
    std::vector<torch::nn::Conv2d> convolutions_;
};

}  // namespace

std::string title(Activation activation) {
    switch (activation) {
        case Activation::LeakyRelu:
            return "leaky ReLU";
        case Activation::Tanh:
            return "tanh";
        case Activation::Relu:
            break;
    }
    return "ReLU";
}

torch::Tensor activated(Activation activation, const torch::Tensor& x) {
    switch (activation) {
        case Activation::LeakyRelu:
            return torch::leaky_relu(x);
        case Activation::Tanh:
            return torch::tanh(x);
        case Activation::Relu:
            break;
    }
    return torch::relu(x);
}

std::string activated(OnnxGraph& graph, Activation activation, const std::string& x) {
    switch (activation) {
        case Activation::LeakyRelu:
            return graph.leaky_relu(x, torch::nn::LeakyReLUOptions().negative_slope());
        case Activation::Tanh:
            return graph.tanh(x);
        case Activation::Relu:
            break;
    }
    return graph.relu(x);
}

std::unique_ptr<Backbone> make_cnn(torch::nn::Module& owner, const ModelSpec& model,
                                   const InputSpec& input) {
    if (model.channels.size() != model.kernels.size())
        throw Error(fmt::format("'model.kernels' has {} entries, 'model.channels' {}",
                                model.kernels.size(), model.channels.size()),
                    {}, "give every convolution a kernel");
    if (cnn_feature_shape(model, input).empty())
        throw Error(fmt::format("a picture of {}×{} is too small for these kernels", input.width,
                                input.height),
                    {}, "use fewer or smaller kernels, or a larger input");
    return std::make_unique<Cnn>(owner, model, input);
}

}  // namespace rudolph
