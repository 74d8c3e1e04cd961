#include "core/model/torch_resnet.h"

#include <fmt/format.h>

#include "core/model/torch_onnx.h"

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
        torch::Tensor x = bn1_->forward(conv1_->forward(inputs));
        x = bn2_->forward(conv2_->forward(torch::relu_(x)));
        x += downsample_.is_empty() ? inputs : downsample_->forward(inputs);
        return torch::relu_(x);
    }

    std::string write_onnx(OnnxGraph& graph, const std::string& input) const {
        const std::string x = graph.relu(onnx_convolution(graph, input, conv1_, bn1_));
        const std::string y = onnx_convolution(graph, x, conv2_, bn2_);
        if (downsample_.is_empty())
            return graph.relu(graph.add(y, input));
        const torch::nn::Conv2d cut(
            std::dynamic_pointer_cast<torch::nn::Conv2dImpl>(downsample_->ptr(0)));
        const torch::nn::BatchNorm2d norm(
            std::dynamic_pointer_cast<torch::nn::BatchNorm2dImpl>(downsample_->ptr(1)));
        return graph.relu(graph.add(y, onnx_convolution(graph, input, cut, norm)));
    }

private:
    torch::nn::Conv2d conv1_{nullptr};
    torch::nn::BatchNorm2d bn1_{nullptr};
    torch::nn::Conv2d conv2_{nullptr};
    torch::nn::BatchNorm2d bn2_{nullptr};
    torch::nn::Sequential downsample_{nullptr};
};

class ResNet final : public Backbone {
public:
    ResNet(torch::nn::Module& owner, const InputSpec& input, int width, const ResNetBlocks& blocks)
        : width_(width),
          blocks_(blocks),
          multiplications_(multiplications_of(input, width, blocks)) {
        conv1_ = owner.register_module("conv1", convolution(input.channels, width, 7, 2));
        bn1_ = owner.register_module("bn1", torch::nn::BatchNorm2d(width));
        int before = width;
        for (int stage = 0; stage < kStages; ++stage) {
            const int wider = width << stage;
            torch::nn::Sequential made(
                std::make_shared<BasicBlock>(before, wider, stage == 0 ? 1 : 2));
            for (int block = 1; block < blocks_[static_cast<size_t>(stage)]; ++block)
                made->push_back(std::make_shared<BasicBlock>(wider, wider, 1));
            stages_.push_back(owner.register_module(fmt::format("layer{}", stage + 1), made));
            before = wider;
        }
        // BatchNorm starts at scale 1 and shift 0 by itself.
        for (const auto& module : owner.modules(false))
            if (auto* conv = module->as<torch::nn::Conv2d>())
                torch::nn::init::kaiming_normal_(conv->weight, 0, torch::kFanOut, torch::kReLU);
    }

    std::vector<torch::Tensor> features(const torch::Tensor& inputs,
                                        const LayerVisitor& visit) override {
        torch::Tensor x = bn1_->forward(conv1_->forward(inputs));
        // The largest of nine stays the largest, and a quarter of the numbers is left.
        x = torch::max_pool2d(x, 3, 2, 1).relu_();
        if (visit)
            visit("conv1",
                  fmt::format("{} channels, 7×7 with stride 2, batch norm, ReLU, 3×3 max-pool",
                              width_),
                  x);
        std::vector<torch::Tensor> maps;
        for (int stage = 0; stage < kStages; ++stage) {
            x = stages_[static_cast<size_t>(stage)]->forward(x);
            if (visit)
                visit(fmt::format("layer{}", stage + 1),
                      fmt::format("{} residual blocks of {} channels, 3×3",
                                  blocks_[static_cast<size_t>(stage)], width_ << stage),
                      x);
            maps.push_back(x);
        }
        return maps;
    }

    std::vector<std::string> write_onnx(OnnxGraph& graph, const std::string& input) const override {
        std::string x = graph.relu(onnx_convolution(graph, input, conv1_, bn1_));
        x = graph.max_pool(x, {.size = 3, .stride = 2, .padding = 1});
        std::vector<std::string> maps;
        for (const auto& stage : stages_) {
            for (size_t block = 0; block < stage->size(); ++block)
                x = stage->ptr<BasicBlock>(block)->write_onnx(graph, x);
            maps.push_back(x);
        }
        return maps;
    }

    std::vector<int> channels() const override {
        return {width_, 2 * width_, 4 * width_, 8 * width_};
    }
    double multiplications() const override { return multiplications_; }

private:
    static constexpr int kStages = 4;

    static double multiplications_of(const InputSpec& input, int width,
                                     const ResNetBlocks& blocks) {
        // For 224×224 and 64 channels: the paper's table 1.
        const double whole = blocks == kResNet18Blocks ? 1.8e9 : 3.6e9;
        const double relative = static_cast<double>(width) / kResNetWidth;
        return whole * relative * relative * input.size().area() / (224.0 * 224.0);
    }

    int width_;
    ResNetBlocks blocks_;
    double multiplications_;
    torch::nn::Conv2d conv1_{nullptr};
    torch::nn::BatchNorm2d bn1_{nullptr};
    std::vector<torch::nn::Sequential> stages_;
};

}  // namespace

std::unique_ptr<Backbone> make_resnet(torch::nn::Module& owner, const InputSpec& input, int width,
                                      const ResNetBlocks& blocks) {
    return std::make_unique<ResNet>(owner, input, width, blocks);
}

}  // namespace rudolph
