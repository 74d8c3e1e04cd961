#include "core/study/study_curve.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rudolph {
namespace {

using testing::ElementsAre;

RunEntryPtr run_with(const std::vector<double>& losses) {
    auto entry = std::make_shared<RunEntry>();
    for (size_t i = 0; i < losses.size(); ++i) {
        EpochMetrics epoch;
        epoch.epoch = static_cast<int>(i) + 1;
        epoch.train_loss = losses[i];
        entry->run.epochs.push_back(epoch);
    }
    return entry;
}

TEST(StudyCurves, AreTheMeanBetweenTheLowestAndTheHighest) {
    const StudyCurve curve = study_curve({run_with({3, 1}), run_with({5, 2}), run_with({4, 3})},
                                         &EpochMetrics::train_loss);
    EXPECT_THAT(curve.epochs, ElementsAre(1, 2));
    EXPECT_THAT(curve.mean, ElementsAre(4, 2));
    EXPECT_THAT(curve.low, ElementsAre(3, 1));
    EXPECT_THAT(curve.high, ElementsAre(5, 3));
}

TEST(StudyCurves, EndWhereTheFirstRunDoes) {
    EXPECT_THAT(study_curve({run_with({3, 1, 1}), run_with({5})}, &EpochMetrics::train_loss).epochs,
                ElementsAre(1));
    EXPECT_TRUE(study_curve({}, &EpochMetrics::train_loss).epochs.empty());
}

}  // namespace
}  // namespace rudolph
