#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/experiment/model_layers.h"
#include "core/model/torch_network.h"

namespace rudolph {

/// One layer of a Cnn, or two that are computed as one.
class TorchLayer {
public:
    virtual ~TorchLayer() = default;
    virtual torch::Tensor forward(const torch::Tensor& x, const LayerVisitor& visit) = 0;
    /// Adds what forward() does in evaluation mode, and names what comes out.
    virtual std::string write_onnx(OnnxGraph& graph, const std::string& x) const = 0;

    /// Of its module among the network's; empty: it has none.
    std::string name;
    std::string words;  ///< what it does: "12 channels, 7×7"
};

using TorchLayers = std::vector<std::unique_ptr<TorchLayer>>;

/// One after the other, with modules "conv1", "bn1", "dropout1", "fc1", "shortcut1", … each counted
/// by itself, and PyTorch's default initial weights, drawn in their order. `outline` is that of the
/// layers, which fit.
TorchLayers make_layers(torch::nn::Module& owner, const std::vector<LayerSpec>& layers,
                        const std::vector<LayerOutline>& outline);

/// Visits each layer that has a name together with those behind it that have none.
torch::Tensor run_layers(const TorchLayers& layers, torch::Tensor x, const LayerVisitor& visit);
std::string write_layers(const TorchLayers& layers, OnnxGraph& graph, std::string x);

}  // namespace rudolph
