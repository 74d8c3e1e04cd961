#include "core/model/torch_network.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>

#include "core/base/error.h"
#include "core/experiment/model_layers.h"
#include "core/formats/losses.h"
#include "core/model/torch_cnn.h"
#include "core/model/torch_direct_head.h"
#include "core/model/torch_heatmap_head.h"
#include "core/model/torch_pip_head.h"
#include "core/model/torch_resnet.h"

namespace rudolph {
namespace {

std::unique_ptr<Backbone> make_backbone(torch::nn::Module& owner, const ModelSpec& model,
                                        const InputSpec& input) {
    if (model.family == NetworkFamily::Cnn)
        return make_cnn(owner, model, input);
    return make_resnet(owner, input,
                       model.family == NetworkFamily::ResNet18 ? kResNet18Width : model.width);
}

/// Of a Cnn: counted on from its other fully connected ones.
std::string last_layer_name(const ModelSpec& model) {
    const std::vector<LayerSpec> layers = layers_of(model);
    const auto full = std::count_if(layers.begin(), layers.end(), [](const LayerSpec& layer) {
        return layer.kind == LayerKind::Full;
    });
    return fmt::format("fc{}", full + 1);
}

std::unique_ptr<Head> make_head(torch::nn::Module& owner, const ModelSpec& model,
                                const InputSpec& input, const Backbone& backbone, int outputs) {
    if (model.family == NetworkFamily::Cnn)
        return make_linear_head(owner, input, last_layer_name(model), backbone.channels().back(),
                                outputs);
    switch (model.head) {
        case HeadKind::Direct:
            return make_average_head(owner, input, backbone.channels().back(), outputs);
        case HeadKind::Heatmap:
            return make_heatmap_head(owner, model, input, backbone, outputs);
        case HeadKind::Pip:
            return make_pip_head(owner, model, input, backbone, outputs);
    }
    throw Error("this kind of answer is not known");
}

}  // namespace

Network::Network(const ModelSpec& model, const InputSpec& input, int outputs)
    : backbone_(make_backbone(*this, model, input)),
      head_(make_head(*this, model, input, *backbone_, outputs)) {}

torch::Tensor Network::forward(const torch::Tensor& inputs, const LayerVisitor& visit) {
    return head_->points(backbone_->features(inputs, visit), visit);
}

HeadAnswer Network::answer(const torch::Tensor& inputs) {
    return head_->answer(backbone_->features(inputs, {}));
}

TrainingPass Network::training_pass(const torch::Tensor& inputs, const torch::Tensor& labels,
                                    const LossSpec& loss) {
    return head_->training_pass(backbone_->features(inputs, {}), labels, loss);
}

std::shared_ptr<Network> make_network(const ModelSpec& model, const InputSpec& input, int outputs,
                                      std::uint64_t seed) {
    if (outputs < 1)
        throw Error("the network would have no outputs", {}, "choose at least one point");
    // LibTorch draws initial weights from one generator for the whole process.
    static std::mutex generator;
    const std::lock_guard lock(generator);
    torch::manual_seed(seed);
    return std::make_shared<Network>(model, input, outputs);
}

long long parameter_count(const torch::nn::Module& module) {
    long long count = 0;
    for (const torch::Tensor& parameter : module.parameters())
        count += parameter.numel();
    return count;
}

}  // namespace rudolph
