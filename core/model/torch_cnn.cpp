#include "core/model/torch_cnn.h"

#include <fmt/format.h>

#include "core/base/error.h"
#include "core/model/torch_layer.h"
#include "core/model/torch_onnx.h"

namespace rudolph {
namespace {

class Cnn final : public Backbone {
public:
    Cnn(torch::nn::Module& owner, const std::vector<LayerSpec>& layers,
        const std::vector<LayerOutline>& outline)
        : layers_(make_layers(owner, layers, outline)), out_(outline.back().out) {
        for (const LayerOutline& layer : outline)
            multiplications_ += layer.multiplications;
    }

    std::vector<torch::Tensor> features(const torch::Tensor& inputs,
                                        const LayerVisitor& visit) override {
        return {run_layers(layers_, inputs, visit).flatten(1)};
    }

    std::vector<std::string> write_onnx(OnnxGraph& graph, const std::string& input) const override {
        const std::string x = write_layers(layers_, graph, input);
        return {out_.size() == 1 ? x : graph.flatten(x)};
    }

    std::vector<int> channels() const override {
        int numbers = 1;
        for (const int extent : out_)
            numbers *= extent;
        return {numbers};
    }
    double multiplications() const override { return multiplications_; }

private:
    TorchLayers layers_;
    std::vector<int> out_;
    double multiplications_ = 0;
};

}  // namespace

std::unique_ptr<Backbone> make_cnn(torch::nn::Module& owner, const ModelSpec& model,
                                   const InputSpec& input) {
    if (model.layers.empty() && model.channels.size() != model.kernels.size())
        throw Error(fmt::format("'model.kernels' has {} entries, 'model.channels' {}",
                                model.kernels.size(), model.channels.size()),
                    {}, "give every convolution a kernel");
    const std::vector<LayerSpec> layers = layers_of(model);
    if (layers.empty())
        throw Error("the network has no layers", {}, "give it at least one");
    const std::vector<LayerOutline> outline = outline_of(layers, input);
    for (size_t i = 0; i < layers.size(); ++i)
        if (outline[i].fault != LayerFault::None)
            throw Error(
                fmt::format("layer {} ({}) {}", i + 1, layer_text(layers[i]), outline[i].problem));
    return std::make_unique<Cnn>(owner, layers, outline);
}

}  // namespace rudolph
