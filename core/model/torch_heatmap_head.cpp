#include "core/model/torch_heatmap_head.h"

#include "core/formats/losses.h"
#include "core/model/torch_loss.h"
#include "core/model/torch_onnx.h"
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

    HeadAnswer answer(const std::vector<torch::Tensor>& features) override {
        const torch::Tensor likely =
            probabilities(maps_->forward(pyramid_(features)).to(torch::kFloat32));
        return {soft_argmax(likely), map_spread(likely, input_.width, input_.height)};
    }

    std::string write_onnx(OnnxGraph& graph,
                           const std::vector<std::string>& features) const override {
        const std::string maps =
            onnx_convolution(graph, pyramid_.write_onnx(graph, features), maps_);
        const std::int64_t rows = pyramid_.rows();
        const std::int64_t columns = pyramid_.columns();
        const std::string likely = graph.softmax(
            graph.reshape(maps, {0, maps_->options.out_channels(), rows * columns}), 2);
        // The middle of each cell, row by row.
        const auto middles = [](std::int64_t cells) {
            return (torch::arange(cells, torch::kFloat64) + 0.5) / static_cast<double>(cells);
        };
        const torch::Tensor places = torch::stack(
            {middles(columns).repeat({rows}), middles(rows).repeat_interleave(columns)}, 1);
        return graph.flatten(graph.matrix_product(likely, onnx_tensor(places)));
    }

    TrainingPass training_pass(const std::vector<torch::Tensor>& features,
                               const torch::Tensor& labels, const LossSpec& spec) override {
        const torch::Tensor maps = maps_->forward(pyramid_(features)).to(torch::kFloat32);
        if (spec.kind == LossKind::AdaptiveWing) {
            const torch::Tensor known = known_points(labels).unsqueeze(2).unsqueeze(3);
            const torch::Tensor none = torch::zeros({}, maps.options());
            const torch::Tensor scaled = torch::where(known, maps * (1 / kSharpness), none);
            const torch::Tensor wanted =
                torch::where(known,
                             target_maps(torch::nan_to_num(labels, 0.5), pyramid_.rows(),
                                         pyramid_.columns(), spec.map_deviation),
                             none);
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
