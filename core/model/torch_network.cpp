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
                       model.family == NetworkFamily::Light ? model.width : kResNetWidth,
                       model.family == NetworkFamily::ResNet34 ? kResNet34Blocks : kResNet18Blocks);
}

/// What a backbone has registered before its first fully connected layer.
std::vector<std::string> body_modules(const torch::nn::Module& owner) {
    std::vector<std::string> modules;
    for (const auto& child : owner.named_children()) {
        if (child.key().starts_with("fc"))
            break;
        modules.push_back(child.key());
    }
    return modules;
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
      body_(body_modules(*this)),
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

bool Network::is_body(const std::string& name) const {
    return std::find(body_.begin(), body_.end(), name.substr(0, name.find('.'))) != body_.end();
}

void Network::freeze_body(bool frozen) {
    is_body_frozen_ = frozen;
    for (auto& parameter : named_parameters())
        if (is_body(parameter.key()))
            parameter.value().requires_grad_(!frozen);
    train(is_training());
}

void Network::train(bool on) {
    torch::nn::Module::train(on);
    if (!on || !is_body_frozen_)
        return;
    for (const auto& child : named_children())
        if (is_body(child.key()))
            child.value()->train(false);
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
