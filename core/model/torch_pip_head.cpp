#include "core/model/torch_pip_head.h"

#include <algorithm>

#include "core/formats/losses.h"
#include "core/model/torch_loss.h"
#include "core/model/torch_onnx.h"
#include "core/model/torch_pyramid.h"

namespace rudolph {
namespace {

constexpr double kScoreWeight = 10;

class NeighboursImpl : public torch::nn::Module {
public:
    NeighboursImpl(std::int64_t points, std::int64_t count)
        : indices(register_buffer("neighbours", torch::zeros({points, count}, torch::kInt64))) {}

    torch::Tensor indices;
};
TORCH_MODULE(Neighbours);

class PipHead final : public Head {
public:
    PipHead(torch::nn::Module& owner, const ModelSpec& model, const InputSpec& input,
            const Backbone& backbone, int outputs)
        : points_(outputs / 2),
          neighbours_count_(std::min<std::int64_t>(model.neighbours, points_ - 1)),
          pyramid_(owner, model, input, backbone) {
        const std::int64_t maps = points_ * (3 + 2 * neighbours_count_);
        maps_ = owner.register_module(
            "maps", torch::nn::Conv2d(torch::nn::Conv2dOptions(model.pyramid, maps, 1)));
        neighbours_ = owner.register_module("target", Neighbours(points_, neighbours_count_));
    }

    torch::Tensor points(const std::vector<torch::Tensor>& features,
                         const LayerVisitor& visit) override {
        const Maps maps = maps_of(features);
        if (visit)
            visit("maps", "scores, offsets and neighbours' offsets a point", maps.scores);
        return places(maps);
    }

    std::string write_onnx(OnnxGraph& graph,
                           const std::vector<std::string>& features) const override {
        const torch::NoGradGuard no_grad;
        const std::int64_t cells = rows() * columns();
        const std::int64_t each = 2 + 2 * neighbours_count_;
        const std::string x = pyramid_.write_onnx(graph, features);
        // Which cell is best, as a softmax so sharp that nothing is left of the others: ONNX has
        // argmax, but few programs can look numbers up by it.
        const std::string scores = maps_part(graph, x, 0, 1, kSharpness);
        const std::string best = graph.reshape(
            graph.softmax(graph.reshape(scores, {0, points_, cells}), 2), {0, points_, cells, 1});
        const std::string offsets =
            graph.reshape(maps_part(graph, x, 1, each, 1), {0, points_, each, cells});
        const std::string said = graph.flatten(graph.batch_product(offsets, best));
        const std::string corners = graph.flatten(graph.matrix_product(
            graph.reshape(best, {0, points_, cells}), onnx_tensor(corner_of_each_cell())));
        const auto [from_corners, from_offsets] = votes();
        const OnnxTensor nothing = onnx_tensor(torch::zeros({2 * points_}));
        return graph.add(graph.linear(corners, onnx_tensor(from_corners), nothing),
                         graph.linear(said, onnx_tensor(from_offsets), nothing));
    }

    TrainingPass training_pass(const std::vector<torch::Tensor>& features,
                               const torch::Tensor& labels, const LossSpec&) override {
        const Maps maps = maps_of(features);
        const std::int64_t faces = labels.size(0);
        const torch::Tensor known = known_points(labels);
        const auto only_known = [](const torch::Tensor& error, const torch::Tensor& mask) {
            return torch::where(mask, error, torch::zeros({}, error.options())).mean();
        };
        // In cells; labels outside of the maps belong to the cells at the edge.
        const torch::Tensor wanted =
            torch::nan_to_num(labels, 0.5).view({faces, points_, 2}) *
            torch::tensor({static_cast<float>(columns()), static_cast<float>(rows())},
                          labels.options());
        const torch::Tensor column =
            wanted.select(2, 0).floor().clamp(0, static_cast<double>(columns() - 1));
        const torch::Tensor row =
            wanted.select(2, 1).floor().clamp(0, static_cast<double>(rows() - 1));
        const torch::Tensor cell = (row * columns() + column).to(torch::kInt64).unsqueeze(2);
        const torch::Tensor right = torch::zeros_like(maps.scores).scatter_(2, cell, 1.0);
        const torch::Tensor corner = torch::stack({column, row}, 2);

        torch::Tensor loss =
            kScoreWeight * only_known((maps.scores - right).square(), known.unsqueeze(2)) +
            only_known((at(maps.offsets, cell) - (wanted - corner)).abs(), known.unsqueeze(2));
        if (neighbours_count_ > 0) {
            const torch::Tensor theirs = wanted.index_select(1, neighbours_->indices.flatten())
                                             .view({faces, points_, neighbours_count_, 2});
            const torch::Tensor said =
                at(maps.neighbour_offsets, cell).view({faces, points_, neighbours_count_, 2});
            const torch::Tensor both =
                known.unsqueeze(2).logical_and(known.index_select(1, neighbours_->indices.flatten())
                                                   .view({faces, points_, neighbours_count_}));
            loss =
                loss + only_known((said - (theirs - corner.unsqueeze(2))).abs(), both.unsqueeze(3));
        }
        const torch::NoGradGuard no_grad;
        return {loss, places(maps)};
    }

    double multiplications() const override {
        return pyramid_.multiplications() +
               static_cast<double>(maps_->weight.numel()) * rows() * columns();
    }

    void start_at(const TargetFrame& frame) override {
        const torch::NoGradGuard no_grad;
        const torch::Tensor shape = torch::tensor(frame.mean_shape).view({points_, 2});
        const torch::Tensor nearest = torch::cdist(shape, shape)
                                          .argsort(std::int64_t{1}, false)
                                          .narrow(1, 1, neighbours_count_);
        neighbours_->indices.copy_(nearest);
    }

private:
    /// Cells are numbered row by row.
    struct Maps {
        torch::Tensor scores;             ///< N × P × cells
        torch::Tensor offsets;            ///< N × P × 2 × cells
        torch::Tensor neighbour_offsets;  ///< N × P × 2·neighbours × cells
    };

    std::int64_t rows() const { return pyramid_.rows(); }
    std::int64_t columns() const { return pyramid_.columns(); }

    Maps maps_of(const std::vector<torch::Tensor>& features) {
        const torch::Tensor all = maps_->forward(pyramid_(features)).to(torch::kFloat32);
        const std::int64_t faces = all.size(0);
        const auto part = [&](std::int64_t from, std::int64_t each) {
            return all.narrow(1, from * points_, each * points_)
                .reshape({faces, points_, each, rows() * columns()});
        };
        return {part(0, 1).squeeze(2), part(1, 2), part(3, 2 * neighbours_count_)};
    }

    static constexpr double kSharpness = 1e6;

    /// The maps of scores (from 0, 1 a point), or those of a point's own and its neighbours'
    /// offsets one after the other (from 1), times a factor.
    std::string maps_part(OnnxGraph& graph, const std::string& x, std::int64_t from,
                          std::int64_t each, double factor) const {
        const auto part = [&](const torch::Tensor& all) {
            const torch::Tensor rest = all.flatten(1);
            const auto of_point = [&](std::int64_t begin, std::int64_t count) {
                return rest.narrow(0, begin * points_, count * points_)
                    .view({points_, count, rest.size(1)});
            };
            const torch::Tensor chosen =
                from == 0 ? of_point(0, 1) : torch::cat({of_point(1, 2), of_point(3, each - 2)}, 1);
            return factor * chosen.reshape({points_ * each, rest.size(1), 1, 1});
        };
        return graph.convolution(x,
                                 {.weight = onnx_tensor(part(maps_->weight)),
                                  .bias = onnx_tensor(part(maps_->bias.unsqueeze(1)).flatten())});
    }

    torch::Tensor corner_of_each_cell() const {
        return torch::stack({torch::arange(columns(), torch::kFloat32).repeat({rows()}),
                             torch::arange(rows(), torch::kFloat32).repeat_interleave(columns())},
                            1);
    }

    /// What places() makes of the corners and of the offsets, as two matrices.
    std::pair<torch::Tensor, torch::Tensor> votes() const {
        const std::int64_t each = 2 + 2 * neighbours_count_;
        torch::Tensor from_corners = torch::eye(2 * points_);
        torch::Tensor from_offsets = torch::zeros({2 * points_, points_ * each});
        torch::Tensor count = torch::ones({2 * points_, 1});
        for (std::int64_t point = 0; point < points_; ++point)
            for (std::int64_t c = 0; c < 2; ++c) {
                from_offsets[2 * point + c][point * each + c] += 1;
                for (std::int64_t j = 0; j < neighbours_count_; ++j) {
                    const std::int64_t of =
                        2 * neighbours_->indices[point][j].item<std::int64_t>() + c;
                    from_corners[of][2 * point + c] += 1;
                    from_offsets[of][point * each + 2 + 2 * j + c] += 1;
                    count[of] += 1;
                }
            }
        const torch::Tensor cells =
            torch::tensor({static_cast<float>(columns()), static_cast<float>(rows())})
                .repeat({points_})
                .unsqueeze(1);
        return {from_corners / count / cells, from_offsets / count / cells};
    }

    /// The numbers of one cell a point: N × P × k.
    static torch::Tensor at(const torch::Tensor& maps, const torch::Tensor& cell) {
        return maps.gather(3, cell.unsqueeze(3).expand({-1, -1, maps.size(2), 1})).squeeze(3);
    }

    torch::Tensor places(const Maps& maps) {
        const torch::Tensor cell = maps.scores.argmax(2, true);
        const torch::Tensor column = torch::remainder(cell, columns()).to(torch::kFloat32);
        const torch::Tensor row = torch::div(cell, columns(), "floor").to(torch::kFloat32);
        const torch::Tensor corner = torch::cat({column, row}, 2);
        const std::int64_t faces = cell.size(0);
        torch::Tensor sum = corner + at(maps.offsets, cell);
        torch::Tensor votes = torch::ones({points_}, sum.options());
        if (neighbours_count_ > 0) {
            const torch::Tensor said =
                at(maps.neighbour_offsets, cell).view({faces, points_, neighbours_count_, 2}) +
                corner.unsqueeze(2);
            const torch::Tensor whose = neighbours_->indices.flatten();
            sum = sum.index_add(1, whose, said.flatten(1, 2));
            votes = votes.index_add(0, whose, torch::ones_like(whose, votes.options()));
        }
        const torch::Tensor size = torch::tensor(
            {static_cast<float>(columns()), static_cast<float>(rows())}, sum.options());
        return (sum / votes.view({1, points_, 1}) / size).flatten(1);
    }

    std::int64_t points_;
    std::int64_t neighbours_count_;
    Pyramid pyramid_;
    torch::nn::Conv2d maps_{nullptr};
    Neighbours neighbours_{nullptr};
};

}  // namespace

std::unique_ptr<Head> make_pip_head(torch::nn::Module& owner, const ModelSpec& model,
                                    const InputSpec& input, const Backbone& backbone, int outputs) {
    return std::make_unique<PipHead>(owner, model, input, backbone, outputs);
}

}  // namespace rudolph
