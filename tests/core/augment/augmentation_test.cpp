#include "core/augment/augmentation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

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

/// Everything on, in every sample.
AugmentationSpec everything() {
    AugmentationSpec spec{0.2, 0.4, 10, 15};
    spec.flip = 1;
    spec.scale = 0.3;
    spec.gamma = 0.7;
    spec.shade = 0.8;
    spec.blur_px = 3;
    spec.noise = 20;
    spec.jpeg_quality = 30;
    spec.occlusion = 0.5;
    spec.motion_px = 8;
    spec.resolution_px = 16;
    return spec;
}

AugmentationDraw draw_of(const AugmentationSpec& spec, std::uint64_t index = 5) {
    Random random(7, 3, index);
    return draw_augmentation(spec, random);
}

TEST(Augmentation, DrawsForOldExperimentsWhatItAlwaysDrew) {
    Random random(7, 3, 5);
    const AugmentationDraw draw = draw_augmentation({0.2, 0.4, 10, 15}, random);
    Random numbers(7, 3, 5);
    AugmentationDraw before;
    before.brightness = 1 + 0.2 * numbers.uniform(-1, 1);
    before.contrast = 1 + 0.4 * numbers.uniform(-1, 1);
    before.shift_x_px = 10 * numbers.uniform(-1, 1);
    before.shift_y_px = 10 * numbers.uniform(-1, 1);
    before.rotation_deg = 15 * numbers.uniform(-1, 1);
    EXPECT_EQ(draw, before);
}

TEST(Augmentation, IsAllThereWhenProbabilitiesAreOne) {
    const AugmentationDraw draw = draw_of(everything());
    EXPECT_TRUE(draw.flip);
    EXPECT_NE(draw.scale, 1);
    EXPECT_NE(draw.gamma, 1);
    EXPECT_GT(draw.shade.strength, 0);
    EXPECT_GT(draw.blur_px, 0);
    EXPECT_GT(draw.noise, 0);
    EXPECT_LT(draw.jpeg_quality, 100);
    EXPECT_TRUE(draw.occluder.has_value());
    EXPECT_NE(draw.seed, 0U);
    EXPECT_GT(draw.motion_px, 0);
    EXPECT_GT(draw.resolution_px, 0);
}

TEST(Augmentation, IsNothingWhenProbabilitiesAreZero) {
    AugmentationSpec spec = everything();
    for (double AugmentationSpec::*probability :
         {&AugmentationSpec::flip, &AugmentationSpec::rotation_probability,
          &AugmentationSpec::shift_probability, &AugmentationSpec::scale_probability,
          &AugmentationSpec::light_probability, &AugmentationSpec::shade_probability,
          &AugmentationSpec::blur_probability, &AugmentationSpec::noise_probability,
          &AugmentationSpec::jpeg_probability, &AugmentationSpec::occlusion_probability,
          &AugmentationSpec::motion_probability, &AugmentationSpec::resolution_probability})
        spec.*probability = 0;
    for (std::uint64_t index = 0; index < 100; ++index)
        EXPECT_EQ(draw_of(spec, index), AugmentationDraw());
}

TEST(Augmentation, TakesTheSameNumbersWhateverIsOn) {
    AugmentationSpec only_occlusion;
    only_occlusion.occlusion = 0.5;
    AugmentationSpec without_occlusion = everything();
    without_occlusion.occlusion_probability = 0;
    without_occlusion.noise = 0;
    without_occlusion.flip = 0;
    const AugmentationDraw all = draw_of(everything());
    EXPECT_EQ(draw_of(only_occlusion).occluder, all.occluder);
    EXPECT_EQ(draw_of(only_occlusion).seed, all.seed);
    const AugmentationDraw part = draw_of(without_occlusion);
    EXPECT_EQ(part.jpeg_quality, all.jpeg_quality);
    EXPECT_EQ(part.shade, all.shade);
    EXPECT_EQ(part.gamma, all.gamma);
    EXPECT_EQ(part.scale, all.scale);
    EXPECT_EQ(part.seed, 0U);
}

TEST(Augmentation, HappensAsOftenAsTheProbabilitySays) {
    AugmentationSpec spec = everything();
    spec.flip = 0.5;
    spec.blur_probability = 0.1;
    int flips = 0;
    int blurs = 0;
    for (std::uint64_t index = 0; index < 2000; ++index) {
        const AugmentationDraw draw = draw_of(spec, index);
        flips += draw.flip ? 1 : 0;
        blurs += draw.blur_px > 0 ? 1 : 0;
    }
    EXPECT_NEAR(flips, 1000, 80);
    EXPECT_NEAR(blurs, 200, 50);
}

TEST(Augmentation, KeepsToTheRangesOfTheNewEffects) {
    int upright = 0;
    for (std::uint64_t index = 0; index < 2000; ++index) {
        const AugmentationDraw draw = draw_of(everything(), index);
        EXPECT_GE(draw.scale, 0.7);
        EXPECT_LE(draw.scale, 1.3);
        EXPECT_GE(draw.gamma, std::exp(-0.7));
        EXPECT_LE(draw.gamma, std::exp(0.7));
        EXPECT_LE(draw.shade.strength, 0.8);
        EXPECT_LE(draw.blur_px, 3);
        EXPECT_LE(draw.noise, 20);
        EXPECT_GE(draw.jpeg_quality, 30);
        EXPECT_LE(draw.motion_px, 8);
        EXPECT_GE(draw.resolution_px, 16);
        EXPECT_LE(draw.resolution_px, 80);
        ASSERT_TRUE(draw.occluder.has_value());
        const auto [thickness, length] = std::minmax(draw.occluder->width, draw.occluder->height);
        EXPECT_LE(length, 0.5);
        EXPECT_GE(length, 0.125);
        EXPECT_GE(thickness, 0.2 * length);
        EXPECT_LE(thickness, 0.5 * length);
        upright += draw.occluder->height > draw.occluder->width ? 1 : 0;
    }
    EXPECT_NEAR(upright, 600, 100);
}

TEST(Augmentation, CoversWithAsManyThingsAsItIsToldAndWithEachKind) {
    AugmentationSpec spec = everything();
    EXPECT_EQ(draw_of(spec).occluder->shape, OccluderShape::Band);
    std::map<OccluderShape, int> shapes;
    spec.occlusion_things = 0.5;
    for (std::uint64_t index = 0; index < 2000; ++index)
        ++shapes[draw_of(spec, index).occluder.value().shape];
    EXPECT_NEAR(shapes[OccluderShape::Band], 1000, 80);
    EXPECT_EQ(shapes.size(), static_cast<size_t>(kOccluderShapes));
    for (const auto& [shape, count] : shapes)
        EXPECT_GT(count, 140);
    // All else is as it is without them.
    AugmentationDraw draw = draw_of(spec);
    draw.occluder->shape = OccluderShape::Band;
    EXPECT_EQ(draw, draw_of(everything()));
}

}  // namespace
}  // namespace rudolph
