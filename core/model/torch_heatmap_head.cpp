#include "core/model/torch_heatmap_head.h"

#include "core/model/torch_loss.h"
#include "core/model/torch_pyramid.h"

namespace rudolph {
namespace {

class HeatmapHead final : public Head {
public:
    HeatmapHead(torch::nn::Module& owner, const ModelSpec& model, const InputSpec& input,
                const Backbone& backbone, int outputs)
        : input_(input), pyramid_(owner, model, input, backbone) {
        maps_ = owner.register_module(
            "maps", torch::nn::Conv2d(torch::nn::Conv2dOptions(model.pyramid, outputs / 2, 1)));
    }

    torch::Tensor points(const std::vector<torch::Tensor>& features,
                         const LayerVisitor& visit) override {
        const torch::Tensor maps = maps_->forward(pyramid_(features));
        if (visit)
            visit("maps", "a map a point, and the mean place under each", maps);
        return soft_argmax(probabilities(maps.to(torch::kFloat32)));
    }

    TrainingPass training_pass(const std::vector<torch::Tensor>& features,
                               const torch::Tensor& labels, const LossSpec& spec) override {
        const torch::Tensor maps = maps_->forward(pyramid_(features)).to(torch::kFloat32);
        if (spec.kind == LossKind::AdaptiveWing) {
            const torch::Tensor scaled = maps * (1 / kSharpness);
            const torch::Tensor wanted =
                target_maps(labels, pyramid_.rows(), pyramid_.columns(), spec.map_deviation);
            return {adaptive_wing_loss(scaled, wanted), soft_argmax(probabilities(maps.detach()))};
        }
        const torch::Tensor likely = probabilities(maps);
        const torch::Tensor found = soft_argmax(likely);
        torch::Tensor loss = point_loss(spec, input_, found, labels);
        if (spec.map_weight > 0)
            loss = loss + spec.map_weight * map_divergence(likely, labels, spec.map_deviation);
        return {loss, found.detach()};
    }

    double multiplications() const override {
        return pyramid_.multiplications() +
               static_cast<double>(maps_->weight.numel()) * pyramid_.rows() * pyramid_.columns();
    }

    void start_at(const TargetFrame&) override {}

private:
    /// What makes a softmax of a Gaussian with top 1 as narrow as the Gaussian, about.
    static constexpr double kSharpness = 10;

    static torch::Tensor probabilities(const torch::Tensor& maps) {
        return torch::softmax(maps.flatten(2), 2).view(maps.sizes());
    }

    InputSpec input_;
    Pyramid pyramid_;
    torch::nn::Conv2d maps_{nullptr};
};

}  // namespace

std::unique_ptr<Head> make_heatmap_head(torch::nn::Module& owner, const ModelSpec& model,
                                        const InputSpec& input, const Backbone& backbone,
                                        int outputs) {
    return std::make_unique<HeatmapHead>(owner, model, input, backbone, outputs);
}

}  // namespace rudolph
