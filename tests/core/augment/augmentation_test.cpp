#include "core/augment/augmentation.h"

#include <gtest/gtest.h>

#include <cmath>

namespace rudolph {
namespace {

TEST(Augmentation, DrawsNothingWhenEverythingIsOff) {
    Random random(1, 2, 3);
    EXPECT_EQ(draw_augmentation({}, random), AugmentationDraw());
}

TEST(Augmentation, StaysInItsRangesAndFillsThem) {
    const AugmentationSpec spec{0.2, 0.4, 10, 15};
    AugmentationDraw least = {9, 9, 99, 99, 99};
    AugmentationDraw most = {-9, -9, -99, -99, -99};
    for (int i = 0; i < 2000; ++i) {
        Random random(1, 1, static_cast<std::uint64_t>(i));
        const AugmentationDraw draw = draw_augmentation(spec, random);
        for (double AugmentationDraw::*value :
             {&AugmentationDraw::brightness, &AugmentationDraw::contrast,
              &AugmentationDraw::shift_x_px, &AugmentationDraw::shift_y_px,
              &AugmentationDraw::rotation_deg}) {
            least.*value = std::min(least.*value, draw.*value);
            most.*value = std::max(most.*value, draw.*value);
        }
    }
    EXPECT_GE(least.brightness, 0.8);
    EXPECT_LT(least.brightness, 0.81);
    EXPECT_LE(most.brightness, 1.2);
    EXPECT_GT(most.brightness, 1.19);
    EXPECT_GE(least.contrast, 0.6);
    EXPECT_LE(most.contrast, 1.4);
    EXPECT_GE(least.shift_x_px, -10);
    EXPECT_LT(least.shift_x_px, -9.8);
    EXPECT_GT(most.shift_y_px, 9.8);
    EXPECT_LE(most.shift_y_px, 10);
    EXPECT_LT(least.rotation_deg, -14.8);
    EXPECT_GT(most.rotation_deg, 14.8);
}

TEST(Augmentation, SwitchingOneEffectOffLeavesTheOthersAsTheyWere) {
    const AugmentationSpec all{0.2, 0.4, 10, 15};
    AugmentationSpec without = all;
    without.brightness = 0;
    without.shift_px = 0;
    Random one(7, 3, 5);
    Random other(7, 3, 5);
    const AugmentationDraw a = draw_augmentation(all, one);
    const AugmentationDraw b = draw_augmentation(without, other);
    EXPECT_EQ(b.brightness, 1);
    EXPECT_EQ(b.shift_x_px, 0);
    EXPECT_EQ(a.contrast, b.contrast);
    EXPECT_EQ(a.rotation_deg, b.rotation_deg);
    EXPECT_EQ(one.next(), other.next());
}

TEST(Augmentation, DependsOnTheKeyAlone) {
    const AugmentationSpec spec{0.2, 0.4, 10, 15};
    Random first(7, 3, 5);
    Random again(7, 3, 5);
    Random next_epoch(7, 4, 5);
    Random next_sample(7, 3, 6);
    const AugmentationDraw draw = draw_augmentation(spec, first);
    EXPECT_EQ(draw, draw_augmentation(spec, again));
    EXPECT_NE(draw, draw_augmentation(spec, next_epoch));
    EXPECT_NE(draw, draw_augmentation(spec, next_sample));
}

}  // namespace
}  // namespace rudolph
