#include "core/model/torch_loss.h"

#include <cmath>

#include "core/base/error.h"
#include "core/formats/losses.h"

namespace rudolph {
namespace {

constexpr double kSmoothL1Beta = 1;  ///< pixels

constexpr double kWingAlpha = 2.1;
constexpr double kWingOmega = 14;
constexpr double kWingEpsilon = 1;
constexpr double kWingTheta = 0.5;
constexpr double kForegroundWeight = 10;
constexpr double kForegroundFrom = 0.2;

/// Labels to pixels, for each coordinate.
torch::Tensor pixels_per_label(const InputSpec& input, const torch::Tensor& like) {
    const std::int64_t points = like.size(1) / 2;
    return torch::tensor({static_cast<float>(input.width), static_cast<float>(input.height)},
                         like.options())
        .repeat({points});
}

torch::Tensor wing(const torch::Tensor& distance, double width, double curvature) {
    const double constant = width - width * std::log1p(width / curvature);
    return torch::where(distance < width, width * torch::log1p(distance / curvature),
                        distance - constant)
        .mean();
}

/// (index + 0.5) / count.
torch::Tensor cell_centres(std::int64_t count, const torch::Tensor& like) {
    return (torch::arange(count, like.options()) + 0.5) / static_cast<double>(count);
}

/// One axis of Gaussians: N × P × count. `places` are normalised, N × P.
torch::Tensor bells(const torch::Tensor& places, std::int64_t count, double deviation) {
    const auto cells = static_cast<double>(count);
    const torch::Tensor distance =
        (cell_centres(count, places) - places.unsqueeze(-1)) * (cells / deviation);
    return torch::exp(-0.5 * distance * distance);
}

struct Axes {
    torch::Tensor x;
    torch::Tensor y;
};

Axes axes_of(const torch::Tensor& labels) {
    const torch::Tensor points = labels.view({labels.size(0), -1, 2});
    return {points.select(2, 0), points.select(2, 1)};
}

torch::Tensor outer_product(const torch::Tensor& rows, const torch::Tensor& columns) {
    return rows.unsqueeze(-1) * columns.unsqueeze(-2);
}

}  // namespace

torch::Tensor known_labels(const torch::Tensor& labels) {
    return labels.isnan().logical_not();
}

torch::Tensor known_points(const torch::Tensor& labels) {
    return known_labels(labels).view({labels.size(0), -1, 2}).select(2, 0);
}

torch::Tensor point_loss(const LossSpec& spec, const InputSpec& input, const torch::Tensor& points,
                         const torch::Tensor& labels) {
    const torch::Tensor difference =
        points - torch::where(known_labels(labels), labels, points.detach());
    if (spec.kind == LossKind::Mse)
        return (difference * difference).mean();
    const torch::Tensor distance = (difference * pixels_per_label(input, labels)).abs();
    switch (spec.kind) {
        case LossKind::L1:
            return distance.mean();
        case LossKind::SmoothL1:
            return torch::where(distance < kSmoothL1Beta,
                                distance * distance * (0.5 / kSmoothL1Beta),
                                distance - kSmoothL1Beta / 2)
                .mean();
        case LossKind::Wing:
            return wing(distance, spec.wing_width_px, spec.wing_curvature_px);
        default:
            throw Error("this loss compares maps, not points", {}, "choose another loss.kind");
    }
}

torch::Tensor target_maps(const torch::Tensor& labels, int rows, int columns, double deviation) {
    const Axes axes = axes_of(labels);
    return outer_product(bells(axes.y, rows, deviation), bells(axes.x, columns, deviation));
}

torch::Tensor adaptive_wing_loss(const torch::Tensor& maps, const torch::Tensor& wanted) {
    const torch::Tensor distance = (maps - wanted).abs();
    const torch::Tensor power = kWingAlpha - wanted;
    const torch::Tensor at_theta = torch::pow(kWingTheta / kWingEpsilon, power);
    const torch::Tensor slope = kWingOmega / (1 + at_theta) * power *
                                torch::pow(kWingTheta / kWingEpsilon, power - 1) / kWingEpsilon;
    const torch::Tensor constant = kWingTheta * slope - kWingOmega * torch::log1p(at_theta);
    const torch::Tensor near =
        kWingOmega * torch::log1p(torch::pow(distance / kWingEpsilon, power));
    const torch::Tensor loss =
        torch::where(distance < kWingTheta, near, slope * distance - constant);
    const torch::Tensor foreground = torch::max_pool2d(wanted, 3, 1, 1) >= kForegroundFrom;
    return (loss * (1 + kForegroundWeight * foreground.to(loss.scalar_type()))).mean();
}

torch::Tensor soft_argmax(const torch::Tensor& probabilities) {
    const torch::Tensor columns = probabilities.sum(2);
    const torch::Tensor rows = probabilities.sum(3);
    const torch::Tensor x = columns.matmul(cell_centres(columns.size(2), columns));
    const torch::Tensor y = rows.matmul(cell_centres(rows.size(2), rows));
    return torch::stack({x, y}, 2).flatten(1);
}

torch::Tensor map_spread(const torch::Tensor& probabilities, double width, double height) {
    const auto variance = [](const torch::Tensor& line, double size) {
        const torch::Tensor centres = cell_centres(line.size(2), line);
        const torch::Tensor mean = line.matmul(centres);
        return (line.matmul(centres.square()) - mean.square()).clamp_min(0) * (size * size);
    };
    return ((variance(probabilities.sum(2), width) + variance(probabilities.sum(3), height)) / 2)
        .sqrt();
}

torch::Tensor map_divergence(const torch::Tensor& probabilities, const torch::Tensor& labels,
                             double deviation) {
    const Axes axes = axes_of(torch::nan_to_num(labels, 0.5));
    torch::Tensor rows = bells(axes.y, probabilities.size(2), deviation);
    torch::Tensor columns = bells(axes.x, probabilities.size(3), deviation);
    // A label outside of the map may leave nothing of its bell inside.
    constexpr double kNothing = 1e-20;
    rows = rows / rows.sum(-1, true).clamp_min(kNothing);
    columns = columns / columns.sum(-1, true).clamp_min(kNothing);
    const torch::Tensor wanted = outer_product(rows, columns);
    constexpr double kTiny = 1e-12;
    const torch::Tensor middle = torch::log((probabilities + wanted) * 0.5 + kTiny);
    const torch::Tensor divergence = torch::xlogy(probabilities, probabilities + kTiny) -
                                     probabilities * middle + torch::xlogy(wanted, wanted + kTiny) -
                                     wanted * middle;
    const torch::Tensor each = divergence.sum({2, 3});
    return torch::where(known_points(labels), each, torch::zeros_like(each)).mean() * 0.5;
}

}  // namespace rudolph
