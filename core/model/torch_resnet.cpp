#include "core/model/torch_resnet.h"

#include <fmt/format.h>

namespace rudolph {
namespace {

torch::nn::Conv2d convolution(int in, int out, int kernel, int stride) {
    return torch::nn::Conv2d(torch::nn::Conv2dOptions(in, out, kernel)
                                 .stride(stride)
                                 .padding((kernel - 1) / 2)
                                 .bias(false));
}

/// Two 3×3 convolutions beside a short cut; the cut is a 1×1 convolution where the shape changes.
class BasicBlock final : public torch::nn::Module {
public:
    BasicBlock(int in, int out, int stride) {
        conv1_ = register_module("conv1", convolution(in, out, 3, stride));
        bn1_ = register_module("bn1", torch::nn::BatchNorm2d(out));
        conv2_ = register_module("conv2", convolution(out, out, 3, 1));
        bn2_ = register_module("bn2", torch::nn::BatchNorm2d(out));
        if (stride != 1 || in != out)
            downsample_ =
                register_module("downsample", torch::nn::Sequential(convolution(in, out, 1, stride),
                                                                    torch::nn::BatchNorm2d(out)));
    }

    torch::Tensor forward(const torch::Tensor& inputs) {
        torch::Tensor x = torch::relu(bn1_->forward(conv1_->forward(inputs)));
        x = bn2_->forward(conv2_->forward(x));
        return torch::relu(x + (downsample_.is_empty() ? inputs : downsample_->forward(inputs)));
    }

private:
    torch::nn::Conv2d conv1_{nullptr};
    torch::nn::BatchNorm2d bn1_{nullptr};
    torch::nn::Conv2d conv2_{nullptr};
    torch::nn::BatchNorm2d bn2_{nullptr};
    torch::nn::Sequential downsample_{nullptr};
};

class ResNet18 final : public Network {
public:
    ResNet18(const InputSpec& input, int outputs)
        : multiplications_(kMultiplications * input.size().area() / (224.0 * 224.0)) {
        conv1_ = register_module("conv1", convolution(input.channels, 64, 7, 2));
        bn1_ = register_module("bn1", torch::nn::BatchNorm2d(64));
        int width = 64;
        for (int stage = 0; stage < kStages; ++stage) {
            const int wider = 64 << stage;
            stages_.push_back(
                register_module(fmt::format("layer{}", stage + 1),
                                torch::nn::Sequential(
                                    std::make_shared<BasicBlock>(width, wider, stage == 0 ? 1 : 2),
                                    std::make_shared<BasicBlock>(wider, wider, 1))));
            width = wider;
        }
        fc_ = register_module("fc", torch::nn::Linear(width, outputs));
        // BatchNorm starts at scale 1 and shift 0 by itself.
        for (const auto& module : modules(false))
            if (auto* conv = module->as<torch::nn::Conv2d>())
                torch::nn::init::kaiming_normal_(conv->weight, 0, torch::kFanOut, torch::kReLU);
    }

    torch::Tensor forward(const torch::Tensor& inputs, const LayerVisitor& visit) override {
        torch::Tensor x = torch::relu(bn1_->forward(conv1_->forward(inputs)));
        x = torch::max_pool2d(x, 3, 2, 1);
        if (visit)
            visit("conv1", "64 channels, 7×7 with stride 2, batch norm, ReLU, 3×3 max-pool", x);
        for (int stage = 0; stage < kStages; ++stage) {
            x = stages_[static_cast<size_t>(stage)]->forward(x);
            if (visit)
                visit(fmt::format("layer{}", stage + 1),
                      fmt::format("2 residual blocks of {} channels, 3×3", 64 << stage), x);
        }
        x = torch::adaptive_avg_pool2d(x, {1, 1}).flatten(1);
        x = fc_->forward(x);
        if (visit)
            visit("fc",
                  fmt::format("average over the picture, {} → {}", fc_->options.in_features(),
                              fc_->options.out_features()),
                  x);
        return x;
    }

    double multiplications() const override { return multiplications_; }
    torch::nn::Linear output_layer() const override { return fc_; }

private:
    static constexpr int kStages = 4;
    /// For 224×224: the paper's table 1.
    static constexpr double kMultiplications = 1.8e9;

    double multiplications_;

    torch::nn::Conv2d conv1_{nullptr};
    torch::nn::BatchNorm2d bn1_{nullptr};
    std::vector<torch::nn::Sequential> stages_;
    torch::nn::Linear fc_{nullptr};
};

}  // namespace

std::shared_ptr<Network> make_resnet18(const InputSpec& input, int outputs) {
    return std::make_shared<ResNet18>(input, outputs);
}

}  // namespace rudolph
