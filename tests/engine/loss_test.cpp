#include "core/model/torch_loss.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/error.h"
#include "core/formats/losses.h"

namespace rudolph {
namespace {

InputSpec input_of(int width, int height) {
    InputSpec input;
    input.width = width;
    input.height = height;
    return input;
}

/// Of one point that is off by (dx, dy) pixels in an input of 100×50.
double loss_of(LossKind kind, double dx, double dy) {
    LossSpec spec;
    spec.kind = kind;
    const torch::Tensor labels = torch::tensor({{0.5F, 0.5F}});
    const torch::Tensor points =
        labels + torch::tensor({{static_cast<float>(dx / 100), static_cast<float>(dy / 50)}});
    return point_loss(spec, input_of(100, 50), points, labels).item<double>();
}

TEST(PointLoss, OfSquaresIsInNormalisedLabels) {
    EXPECT_NEAR(loss_of(LossKind::Mse, 10, 5), (0.01 + 0.01) / 2, 1e-6);
}

TEST(PointLoss, OfDistancesIsInPixelsOfTheInput) {
    EXPECT_NEAR(loss_of(LossKind::L1, 10, -5), 7.5, 1e-4);
    EXPECT_NEAR(loss_of(LossKind::SmoothL1, 3, 0.5), (2.5 + 0.125) / 2, 1e-4);
}

TEST(PointLoss, WingFollowsItsPaper) {
    // w = 10, ε = 2.
    EXPECT_NEAR(loss_of(LossKind::Wing, 4, 0), 10 * std::log(1 + 4 / 2.0) / 2, 1e-4);
    const double constant = 10 - 10 * std::log(1 + 10 / 2.0);
    EXPECT_NEAR(loss_of(LossKind::Wing, 25, 0), (25 - constant) / 2, 1e-3);
    // Both branches meet.
    EXPECT_NEAR(loss_of(LossKind::Wing, 9.999, 0), loss_of(LossKind::Wing, 10.001, 0), 1e-3);
}

TEST(PointLoss, KnowsNoLossOfMaps) {
    EXPECT_THROW(loss_of(LossKind::AdaptiveWing, 1, 1), Error);
}

TEST(Maps, AreReadBackWhereTheyWereDrawn) {
    const torch::Tensor labels = torch::tensor({{0.3F, 0.6F, 0.52F, 0.47F}});
    const torch::Tensor maps = target_maps(labels, 32, 16, 1.5);
    EXPECT_EQ(maps.sizes(), (std::vector<std::int64_t>{1, 2, 32, 16}));
    const torch::Tensor likely = maps / maps.sum({2, 3}, true);
    EXPECT_TRUE(torch::allclose(soft_argmax(likely), labels, 0, 2e-3)) << soft_argmax(likely);
    EXPECT_NEAR(map_divergence(likely, labels, 1.5).item<double>(), 0, 1e-4);
    // Jensen and Shannon's divergence is at most ln 2, for maps that have nothing in common.
    EXPECT_NEAR(map_divergence(likely, 1 - labels, 0.4).item<double>(), std::log(2), 0.1);
}

TEST(Maps, WithALabelOutsideGiveANumber) {
    const torch::Tensor labels = torch::tensor({{-3.0F, 40.0F}});
    const torch::Tensor likely = torch::full({1, 1, 8, 8}, 1.0 / 64);
    EXPECT_TRUE(std::isfinite(map_divergence(likely, labels, 1).item<double>()));
}

TEST(AdaptiveWing, FollowsItsPaper) {
    // Far from the bell its weight is 1: |y − ŷ| = 0.2 with y = 0, ω ln(1 + (0.2/ε)^2.1).
    const torch::Tensor wanted = torch::zeros({1, 1, 4, 4});
    EXPECT_NEAR(adaptive_wing_loss(wanted + 0.2, wanted).item<double>(),
                14 * std::log1p(std::pow(0.2, 2.1)), 1e-4);
    // From θ on a line that meets the curve there.
    EXPECT_NEAR(adaptive_wing_loss(wanted + 0.4999, wanted).item<double>(),
                adaptive_wing_loss(wanted + 0.5001, wanted).item<double>(), 1e-2);
    // On the bell an error counts eleven times, and its neighbours, too.
    const torch::Tensor bell = torch::ones({1, 1, 4, 4});
    EXPECT_NEAR(adaptive_wing_loss(bell - 0.2, bell).item<double>(),
                11 * 14 * std::log1p(std::pow(0.2, 1.1)), 1e-3);
}

}  // namespace
}  // namespace rudolph
