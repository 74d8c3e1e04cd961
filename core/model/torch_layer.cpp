#include "core/model/torch_layer.h"

#include <fmt/format.h>

#include <map>

#include "core/model/torch_dropout.h"
#include "core/model/torch_onnx.h"

namespace rudolph {
namespace {

class ConvolutionLayer final : public TorchLayer {
public:
    explicit ConvolutionLayer(torch::nn::Conv2d convolution, const LayerSpec& spec)
        : convolution_(std::move(convolution)) {
        words = fmt::format("{} channels, {}×{}", spec.width, spec.window, spec.window);
        const auto add = [&](const char* name, int value, int usual) {
            if (value != usual)
                words += fmt::format(" {} {}", name, value);
        };
        add("stride", spec.stride, 1);
        add("pad", spec.padding, 0);
        add("dilation", spec.dilation, 1);
        add("groups", spec.groups, 1);
    }
    torch::Tensor forward(const torch::Tensor& x, const LayerVisitor&) override {
        return convolution_->forward(x);
    }
    std::string write_onnx(OnnxGraph& graph, const std::string& x) const override {
        return onnx_convolution(graph, x, convolution_);
    }

private:
    torch::nn::Conv2d convolution_;
};

/// Of pictures (BatchNorm2d) or of rows of numbers (BatchNorm1d).
template <class Norm>
class NormLayer final : public TorchLayer {
public:
    explicit NormLayer(Norm norm) : norm_(std::move(norm)) { words = "batch norm"; }
    torch::Tensor forward(const torch::Tensor& x, const LayerVisitor&) override {
        return norm_->forward(x);
    }
    std::string write_onnx(OnnxGraph& graph, const std::string& x) const override {
        return graph.batch_norm(x, {.scale = onnx_tensor(norm_->weight),
                                    .shift = onnx_tensor(norm_->bias),
                                    .mean = onnx_tensor(norm_->running_mean),
                                    .variance = onnx_tensor(norm_->running_var),
                                    .epsilon = norm_->options.eps()});
    }

private:
    Norm norm_;
};

torch::Tensor activated(LayerKind kind, const torch::Tensor& x) {
    switch (kind) {
        case LayerKind::LeakyRelu:
            return torch::leaky_relu(x);
        case LayerKind::Tanh:
            return torch::tanh(x);
        default:
            return torch::relu(x);
    }
}

std::string activated(OnnxGraph& graph, LayerKind kind, const std::string& x) {
    switch (kind) {
        case LayerKind::LeakyRelu:
            return graph.leaky_relu(x, torch::nn::LeakyReLUOptions().negative_slope());
        case LayerKind::Tanh:
            return graph.tanh(x);
        default:
            return graph.relu(x);
    }
}

std::string title(LayerKind activation) {
    switch (activation) {
        case LayerKind::LeakyRelu:
            return "leaky ReLU";
        case LayerKind::Tanh:
            return "tanh";
        default:
            return "ReLU";
    }
}

bool is_activation(LayerKind kind) {
    return kind == LayerKind::Relu || kind == LayerKind::LeakyRelu || kind == LayerKind::Tanh;
}

class ActivationLayer final : public TorchLayer {
public:
    explicit ActivationLayer(LayerKind kind) : kind_(kind) { words = title(kind); }
    torch::Tensor forward(const torch::Tensor& x, const LayerVisitor&) override {
        return activated(kind_, x);
    }
    std::string write_onnx(OnnxGraph& graph, const std::string& x) const override {
        return activated(graph, kind_, x);
    }

private:
    LayerKind kind_;
};

class PoolLayer final : public TorchLayer {
public:
    explicit PoolLayer(const LayerSpec& spec)
        : is_average_(spec.kind == LayerKind::AveragePool),
          window_(spec.window),
          stride_(spec.stride == 0 ? spec.window : spec.stride) {
        words = fmt::format("{}×{} {}-pool", window_, window_, is_average_ ? "average" : "max");
        if (stride_ != window_)
            words += fmt::format(" stride {}", stride_);
    }
    torch::Tensor forward(const torch::Tensor& x, const LayerVisitor&) override {
        return is_average_ ? torch::avg_pool2d(x, window_, stride_)
                           : torch::max_pool2d(x, window_, stride_);
    }
    std::string write_onnx(OnnxGraph& graph, const std::string& x) const override {
        return is_average_ ? graph.average_pool(x, window_, stride_)
                           : graph.max_pool(x, {.size = window_, .stride = stride_});
    }

private:
    bool is_average_;
    int window_;
    int stride_;
};

/// An activation and the max-pool behind it. The largest of four stays the largest through a rising
/// activation, so that it need only be applied to a quarter of the numbers.
class ActivatedMaxPool final : public TorchLayer {
public:
    ActivatedMaxPool(LayerKind activation, const LayerSpec& pool)
        : pool_(pool), activation_(activation) {
        words = activation_.words + ", " + pool_.words;
    }
    torch::Tensor forward(const torch::Tensor& x, const LayerVisitor& visit) override {
        return activation_.forward(pool_.forward(x, visit), visit);
    }
    std::string write_onnx(OnnxGraph& graph, const std::string& x) const override {
        return pool_.write_onnx(graph, activation_.write_onnx(graph, x));
    }

private:
    PoolLayer pool_;
    ActivationLayer activation_;
};

class GlobalPoolLayer final : public TorchLayer {
public:
    GlobalPoolLayer() { words = "average over the picture"; }
    torch::Tensor forward(const torch::Tensor& x, const LayerVisitor&) override {
        return torch::adaptive_avg_pool2d(x, {1, 1});
    }
    std::string write_onnx(OnnxGraph& graph, const std::string& x) const override {
        return graph.global_average_pool(x);
    }
};

class DropoutLayer final : public TorchLayer {
public:
    DropoutLayer(Dropout dropout, double rate) : dropout_(std::move(dropout)) {
        words = fmt::format("dropout {}", rate);
    }
    torch::Tensor forward(const torch::Tensor& x, const LayerVisitor&) override {
        return dropout_->forward(x);
    }
    std::string write_onnx(OnnxGraph&, const std::string& x) const override { return x; }

private:
    Dropout dropout_;
};

class FullLayer final : public TorchLayer {
public:
    FullLayer(torch::nn::Linear linear, bool is_picture)
        : linear_(std::move(linear)), is_picture_(is_picture) {
        words =
            fmt::format("{} → {}", linear_->options.in_features(), linear_->options.out_features());
    }
    torch::Tensor forward(const torch::Tensor& x, const LayerVisitor&) override {
        return linear_->forward(is_picture_ ? x.flatten(1) : x);
    }
    std::string write_onnx(OnnxGraph& graph, const std::string& x) const override {
        return graph.linear(is_picture_ ? graph.flatten(x) : x, onnx_tensor(linear_->weight),
                            onnx_tensor(linear_->bias));
    }

private:
    torch::nn::Linear linear_;
    bool is_picture_;  ///< what comes in is one
};

/// Layers, and what came in added to what comes out.
class ResidualLayer final : public TorchLayer {
public:
    ResidualLayer(TorchLayers layers, std::unique_ptr<TorchLayer> shortcut)
        : layers_(std::move(layers)), shortcut_(std::move(shortcut)) {
        words =
            shortcut_ ? "sum with what came in, as " + shortcut_->words : "sum with what came in";
    }
    torch::Tensor forward(const torch::Tensor& x, const LayerVisitor& visit) override {
        const torch::Tensor y = run_layers(layers_, x, visit);
        return y + (shortcut_ ? shortcut_->forward(x, {}) : x);
    }
    std::string write_onnx(OnnxGraph& graph, const std::string& x) const override {
        const std::string y = write_layers(layers_, graph, x);
        return graph.add(y, shortcut_ ? shortcut_->write_onnx(graph, x) : x);
    }

private:
    TorchLayers layers_;
    std::unique_ptr<TorchLayer> shortcut_;  ///< where shapes differ
};

class Maker {
public:
    Maker(torch::nn::Module& owner, const std::vector<LayerSpec>& layers,
          const std::vector<LayerOutline>& outline)
        : owner_(owner), specs_(layers), outline_(outline) {}

    /// Up to the end of the residual that it is called in, or of all.
    TorchLayers make() {
        TorchLayers made;
        while (next_ < specs_.size() && specs_[next_].kind != LayerKind::ResidualEnd)
            made.push_back(specs_[next_].kind == LayerKind::Residual ? residual() : layer());
        return made;
    }

private:
    std::unique_ptr<TorchLayer> residual() {
        const LayerOutline& begin = outline_[next_++];
        TorchLayers inside = make();
        const LayerOutline& end = outline_[next_++];
        const std::string name = fresh("shortcut");
        std::unique_ptr<TorchLayer> shortcut;
        if (end.shortcut_stride > 0) {
            LayerSpec spec;
            spec.kind = end.out.size() == 1 ? LayerKind::Full : LayerKind::Convolution;
            spec.width = end.out[0];
            spec.stride = end.shortcut_stride;
            shortcut = layer(spec, begin.out, name);
        }
        auto made = std::make_unique<ResidualLayer>(std::move(inside), std::move(shortcut));
        made->name = name;
        return made;
    }

    std::unique_ptr<TorchLayer> layer() {
        const LayerSpec& spec = specs_[next_];
        const LayerOutline& outline = outline_[next_++];
        if (is_activation(spec.kind) && next_ < specs_.size() &&
            specs_[next_].kind == LayerKind::MaxPool)
            return std::make_unique<ActivatedMaxPool>(spec.kind, specs_[next_++]);
        switch (spec.kind) {
            case LayerKind::Convolution:
                return layer(spec, outline.in, fresh("conv"));
            case LayerKind::BatchNorm:
                return layer(spec, outline.in, fresh("bn"));
            case LayerKind::Dropout:
                return layer(spec, outline.in, fresh("dropout"));
            case LayerKind::Full:
                return layer(spec, outline.in, fresh("fc"));
            default:
                return layer(spec, outline.in, {});
        }
    }

    std::unique_ptr<TorchLayer> layer(const LayerSpec& spec, const std::vector<int>& in,
                                      const std::string& name) {
        auto made = nameless_layer(spec, in, name);
        // Dropout has nothing that is learnt, and no line of its own.
        if (spec.kind != LayerKind::Dropout)
            made->name = name;
        return made;
    }

    std::unique_ptr<TorchLayer> nameless_layer(const LayerSpec& spec, const std::vector<int>& in,
                                               const std::string& name) {
        switch (spec.kind) {
            case LayerKind::Convolution:
                return std::make_unique<ConvolutionLayer>(
                    owner_.register_module(
                        name,
                        torch::nn::Conv2d(torch::nn::Conv2dOptions(in[0], spec.width, spec.window)
                                              .stride(spec.stride)
                                              .padding(spec.padding)
                                              .dilation(spec.dilation)
                                              .groups(spec.groups))),
                    spec);
            case LayerKind::BatchNorm:
                if (in.size() == 1)
                    return std::make_unique<NormLayer<torch::nn::BatchNorm1d>>(
                        owner_.register_module(name, torch::nn::BatchNorm1d(in[0])));
                return std::make_unique<NormLayer<torch::nn::BatchNorm2d>>(
                    owner_.register_module(name, torch::nn::BatchNorm2d(in[0])));
            case LayerKind::Dropout:
                return std::make_unique<DropoutLayer>(
                    owner_.register_module(name, Dropout(spec.rate)), spec.rate);
            case LayerKind::MaxPool:
            case LayerKind::AveragePool:
                return std::make_unique<PoolLayer>(spec);
            case LayerKind::GlobalPool:
                return std::make_unique<GlobalPoolLayer>();
            case LayerKind::Full: {
                std::int64_t numbers = 1;
                for (const int extent : in)
                    numbers *= extent;
                return std::make_unique<FullLayer>(
                    owner_.register_module(name, torch::nn::Linear(numbers, spec.width)),
                    in.size() > 1);
            }
            default:
                return std::make_unique<ActivationLayer>(spec.kind);
        }
    }

    /// "conv1", then "conv2", …
    std::string fresh(const std::string& kind) {
        return fmt::format("{}{}", kind, ++counts_[kind]);
    }

    torch::nn::Module& owner_;
    const std::vector<LayerSpec>& specs_;
    const std::vector<LayerOutline>& outline_;
    size_t next_ = 0;
    std::map<std::string, int> counts_;
};

}  // namespace

TorchLayers make_layers(torch::nn::Module& owner, const std::vector<LayerSpec>& layers,
                        const std::vector<LayerOutline>& outline) {
    return Maker(owner, layers, outline).make();
}

torch::Tensor run_layers(const TorchLayers& layers, torch::Tensor x, const LayerVisitor& visit) {
    std::string name;
    std::string words;
    const auto tell = [&] {
        if (!words.empty())
            visit(name.empty() ? "–" : name, words, x);
        words.clear();
    };
    for (const auto& layer : layers) {
        if (visit && !layer->name.empty()) {
            tell();
            name = layer->name;
        }
        x = layer->forward(x, visit);
        words += (words.empty() ? "" : ", ") + layer->words;
    }
    if (visit)
        tell();
    return x;
}

std::string write_layers(const TorchLayers& layers, OnnxGraph& graph, std::string x) {
    for (const auto& layer : layers)
        x = layer->write_onnx(graph, x);
    return x;
}

}  // namespace rudolph
