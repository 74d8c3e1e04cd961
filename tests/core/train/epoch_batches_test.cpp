#include "core/train/epoch_batches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace rudolph {
namespace {

std::vector<int> numbers(int count) {
    std::vector<int> samples(static_cast<size_t>(count));
    std::iota(samples.begin(), samples.end(), 100);
    return samples;
}

TEST(EpochOrder, ShowsEveryFaceOnceInAnOrderOfItsEpoch) {
    const auto first = epoch_order(numbers(50), {}, 1, 1);
    EXPECT_THAT(first, testing::UnorderedElementsAreArray(numbers(50)));
    EXPECT_EQ(first, epoch_order(numbers(50), {}, 1, 1));
    EXPECT_NE(first, epoch_order(numbers(50), {}, 1, 2));
    EXPECT_NE(first, epoch_order(numbers(50), {}, 2, 1));
}

TEST(EpochOrder, ShowsFacesAsOftenAsTheirWeightsSay) {
    const std::vector<double> weights = {3, 0.5, 0.5, 0, 1};
    std::vector<int> shown(5);
    for (int epoch = 1; epoch <= 200; ++epoch) {
        const auto order = epoch_order(numbers(5), weights, 1, epoch);
        ASSERT_EQ(order.size(), 5U);
        for (const int sample : order)
            ++shown[static_cast<size_t>(sample - 100)];
    }
    for (size_t i = 0; i < weights.size(); ++i)
        EXPECT_NEAR(shown[i] / 200.0, weights[i], 0.12) << i;
}

TEST(BatchCount, LeavesNoFaceAloneForBatchNorm) {
    ModelSpec cnn;
    EXPECT_EQ(batch_count(cnn, 9, 4), 3);
    EXPECT_EQ(batch_count(cnn, 8, 4), 2);
    EXPECT_EQ(batch_count(cnn, 1, 4), 1);
    ModelSpec light;
    light.family = NetworkFamily::Light;
    EXPECT_EQ(batch_count(light, 9, 4), 2);
    EXPECT_EQ(batch_count(light, 10, 4), 3);
    EXPECT_EQ(batch_count(light, 1, 4), 1);
}

}  // namespace
}  // namespace rudolph
