#include "core/model/torch_cnn.h"

#include <fmt/format.h>

#include "core/base/error.h"

namespace rudolph {
namespace {

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

class Cnn final : public Network {
public:
    Cnn(const ModelSpec& model, const InputSpec& input, int features, int outputs)
        : activation_(model.activation), pooling_(model.pooling) {
        int channels = input.channels;
        int width = input.width;
        int height = input.height;
        for (size_t i = 0; i < model.channels.size(); ++i) {
            const torch::nn::Conv2dOptions options(channels, model.channels[i], model.kernels[i]);
            convolutions_.push_back(
                register_module(fmt::format("conv{}", i + 1), torch::nn::Conv2d(options)));
            channels = model.channels[i];
            width -= model.kernels[i] - 1;
            height -= model.kernels[i] - 1;
            multiplications_ +=
                static_cast<double>(convolutions_.back()->weight.numel()) * width * height;
            width /= 2;
            height /= 2;
        }
        std::vector<int> widths = model.hidden;
        widths.push_back(outputs);
        for (size_t i = 0; i < widths.size(); ++i) {
            linears_.push_back(register_module(fmt::format("fc{}", i + 1),
                                               torch::nn::Linear(features, widths[i])));
            multiplications_ += static_cast<double>(linears_.back()->weight.numel());
            features = widths[i];
        }
    }

    torch::Tensor forward(const torch::Tensor& inputs, const LayerVisitor& visit) override {
        torch::Tensor x = inputs;
        for (size_t i = 0; i < convolutions_.size(); ++i) {
            x = pooled(activated(convolutions_[i]->forward(x)));
            if (visit)
                visit(fmt::format("conv{}", i + 1), describe(convolutions_[i]), x);
        }
        x = x.flatten(1);
        for (size_t i = 0; i < linears_.size(); ++i) {
            const bool last = i + 1 == linears_.size();
            x = linears_[i]->forward(x);
            if (!last)
                x = activated(x);
            if (visit)
                visit(fmt::format("fc{}", i + 1), describe(linears_[i], last), x);
        }
        return x;
    }

    double multiplications() const override { return multiplications_; }
    torch::nn::Linear output_layer() const override { return linears_.back(); }

private:
    torch::Tensor activated(const torch::Tensor& x) const {
        switch (activation_) {
            case Activation::LeakyRelu:
                return torch::leaky_relu(x);
            case Activation::Tanh:
                return torch::tanh(x);
            case Activation::Relu:
                break;
        }
        return torch::relu(x);
    }

    torch::Tensor pooled(const torch::Tensor& x) const {
        return pooling_ == Pooling::Average ? torch::avg_pool2d(x, 2) : torch::max_pool2d(x, 2);
    }

    std::string describe(const torch::nn::Conv2d& convolution) const {
        const auto& options = convolution->options;
        return fmt::format("{} channels, {}×{}, {}, 2×2 {}-pool", options.out_channels(),
                           options.kernel_size()->at(0), options.kernel_size()->at(1),
                           title(activation_), pooling_ == Pooling::Average ? "average" : "max");
    }

    std::string describe(const torch::nn::Linear& linear, bool last) const {
        const auto& options = linear->options;
        return fmt::format("{} → {}{}", options.in_features(), options.out_features(),
                           last ? "" : ", " + title(activation_));
    }

    Activation activation_;
    Pooling pooling_;
    double multiplications_ = 0;
    std::vector<torch::nn::Conv2d> convolutions_;
    std::vector<torch::nn::Linear> linears_;
};

}  // namespace

std::shared_ptr<Network> make_cnn(const ModelSpec& model, const InputSpec& input, int outputs) {
    if (model.channels.size() != model.kernels.size())
        throw Error(fmt::format("'model.kernels' has {} entries, 'model.channels' {}",
                                model.kernels.size(), model.channels.size()),
                    {}, "give every convolution a kernel");
    const std::vector<int> shape = cnn_feature_shape(model, input);
    if (shape.empty())
        throw Error(fmt::format("a picture of {}×{} is too small for these kernels", input.width,
                                input.height),
                    {}, "use fewer or smaller kernels, or a larger input");
    int features = 1;
    for (const int extent : shape)
        features *= extent;
    return std::make_shared<Cnn>(model, input, features, outputs);
}

}  // namespace rudolph
