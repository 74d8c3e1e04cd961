// Every head and loss learns where a few dots are.
#include <gtest/gtest.h>
#include <torch/torch.h>

#include <cmath>
#include <ostream>
#include <vector>

#include "core/base/random.h"
#include "core/formats/losses.h"
#include "core/train/torch_train_step.h"

namespace rudolph {
namespace {

struct Way {
    HeadKind head;
    LossKind loss;

    friend std::ostream& operator<<(std::ostream& out, const Way& way) {
        return out << "head " << static_cast<int>(way.head) << ", loss "
                   << static_cast<int>(way.loss);
    }
};

class Heads : public testing::TestWithParam<Way> {};

/// Dark pictures of 32×32 with a bright block; its middle is one point, the other lies beside it.
Batch blocks(int faces) {
    constexpr int kSide = 32;
    Batch batch;
    batch.samples.resize(static_cast<size_t>(faces));
    batch.inputs.assign(static_cast<size_t>(faces) * kSide * kSide, -1.0F);
    Random random(3);
    for (int face = 0; face < faces; ++face) {
        const int x = 6 + random.below(16);
        const int y = 6 + random.below(20);
        for (int row = y - 2; row <= y + 2; ++row)
            for (int column = x - 2; column <= x + 2; ++column)
                batch.inputs[static_cast<size_t>((face * kSide + row) * kSide + column)] = 2;
        for (const double value : {x + 0.5, y + 0.5, x + 4.5, y + 0.5})
            batch.labels.push_back(static_cast<float>(value / kSide));
    }
    return batch;
}

Experiment experiment_of(const Way& way) {
    Experiment experiment;
    experiment.input = {CropKind::WholeImage, 32, 32, 1};
    experiment.model.family = NetworkFamily::Light;
    experiment.model.width = 8;
    experiment.model.head = way.head;
    experiment.model.pyramid = 16;
    experiment.loss.kind = way.loss;
    experiment.optimiser.learning_rate = 0.005;
    return experiment;
}

TEST_P(Heads, LearnAFewFacesByHeart) {
    const Experiment experiment = experiment_of(GetParam());
    auto network = make_network(experiment.model, experiment.input, 4, 1);
    network->start_at({{0.45F, 0.5F, 0.57F, 0.5F}, 0.2});
    network->train();
    TrainStep step(experiment, network, 4, torch::kCPU, {});
    const Batch batch = blocks(8);
    const double first = step(batch, experiment.optimiser.learning_rate).mse;
    for (int i = 0; i < 150; ++i)
        step(batch, experiment.optimiser.learning_rate);
    const StepResult last = step(batch, 0);
    EXPECT_LT(last.mse, first / 10);
    EXPECT_LT(last.mse, 0.002);
}

TEST_P(Heads, LearnEachPointFromTheFacesThatHaveIt) {
    const Experiment experiment = experiment_of(GetParam());
    auto network = make_network(experiment.model, experiment.input, 4, 1);
    network->start_at({{0.45F, 0.5F, 0.57F, 0.5F}, 0.2});
    network->train();
    TrainStep step(experiment, network, 4, torch::kCPU, {});
    const Batch whole = blocks(8);
    // Some lack one point, some the other, some none. Points of PIPNet vote for each other, which
    // is learnt from faces that have both.
    Batch partly = whole;
    const std::vector<size_t> lacking = GetParam().head == HeadKind::Pip
                                            ? std::vector<size_t>{0, 1}
                                            : std::vector<size_t>{0, 1, 2, 5, 6};
    for (const size_t face : lacking)
        for (const size_t coordinate : {0, 1})
            partly.labels[4 * face + 2 * (face % 2) + coordinate] = std::nanf("");
    const double first = step(partly, experiment.optimiser.learning_rate).mse;
    for (int i = 0; i < 200; ++i)
        ASSERT_TRUE(std::isfinite(step(partly, experiment.optimiser.learning_rate).loss));
    EXPECT_LT(step(partly, 0).mse, first / 10);
    EXPECT_LT(step(partly, 0).mse, 0.002);
}

TEST_P(Heads, LearnNothingFromAFaceWhosePointsAreNotKnown) {
    const Experiment experiment = experiment_of(GetParam());
    auto network = make_network(experiment.model, experiment.input, 4, 1);
    network->start_at({{0.45F, 0.5F, 0.57F, 0.5F}, 0.2});
    network->train();
    const torch::Tensor inputs = torch::randn({2, 1, 32, 32});
    const torch::Tensor labels = torch::full({2, 4}, std::nanf(""));
    const TrainingPass pass = network->training_pass(inputs, labels, experiment.loss);
    EXPECT_EQ(pass.loss.item<double>(), 0);
    pass.loss.backward();
    for (const torch::Tensor& weights : network->parameters())
        if (weights.grad().defined()) {
            EXPECT_EQ(weights.grad().abs().max().item<double>(), 0);
        }
}

INSTANTIATE_TEST_SUITE_P(AndLosses, Heads,
                         testing::Values(Way{HeadKind::Direct, LossKind::Mse},
                                         Way{HeadKind::Direct, LossKind::L1},
                                         Way{HeadKind::Direct, LossKind::SmoothL1},
                                         Way{HeadKind::Direct, LossKind::Wing},
                                         Way{HeadKind::Heatmap, LossKind::Wing},
                                         Way{HeadKind::Heatmap, LossKind::Mse},
                                         Way{HeadKind::Heatmap, LossKind::AdaptiveWing},
                                         Way{HeadKind::Pip, LossKind::Mse}));

}  // namespace
}  // namespace rudolph
