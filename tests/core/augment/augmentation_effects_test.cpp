#include "core/augment/augmentation_effects.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace rudolph {
namespace {

AugmentationSpec every_effect() {
    AugmentationSpec spec;
    spec.brightness = 0.3;
    spec.contrast = 0.4;
    spec.shift_px = 6;
    spec.rotation_deg = 30;
    spec.flip = 0.5;
    spec.scale = 0.2;
    spec.gamma = 0.5;
    spec.shade = 0.8;
    spec.blur_px = 2;
    spec.noise = 12;
    spec.jpeg_quality = 20;
    spec.occlusion = 0.5;
    spec.motion_px = 9;
    spec.resolution_px = 20;
    return spec;
}

TEST(AugmentationEffects, AreOffInAnExperimentThatDoesNotAugment) {
    for (const AugmentationEffect effect : kAugmentationEffects) {
        EXPECT_FALSE(is_on({}, effect));
        EXPECT_TRUE(is_on(every_effect(), effect));
        for (const double position : {0.0, 0.4, 1.0})
            EXPECT_EQ(draw_alone({}, effect, position, 7), AugmentationDraw());
    }
}

TEST(AugmentationEffects, AreOffWithoutAProbability) {
    AugmentationSpec never = every_effect();
    never.flip = never.rotation_probability = never.shift_probability = never.scale_probability =
        never.light_probability = never.shade_probability = never.blur_probability =
            never.noise_probability = never.jpeg_probability = never.occlusion_probability =
                never.motion_probability = never.resolution_probability = 0;
    for (const AugmentationEffect effect : kAugmentationEffects)
        EXPECT_FALSE(is_on(never, effect));
}

TEST(AugmentationEffects, GoFromOneEndOfTheRangeToTheOther) {
    const AugmentationSpec spec = every_effect();
    const auto at = [&](AugmentationEffect effect, double position) {
        return draw_alone(spec, effect, position, 1);
    };
    using enum AugmentationEffect;
    EXPECT_EQ(at(Rotation, 0).rotation_deg, -30);
    EXPECT_EQ(at(Rotation, 0.5), AugmentationDraw());
    EXPECT_EQ(at(Rotation, 1).rotation_deg, 30);
    EXPECT_DOUBLE_EQ(at(Scale, 0).scale, 0.8);
    EXPECT_DOUBLE_EQ(at(Scale, 1).scale, 1.2);
    EXPECT_DOUBLE_EQ(at(Brightness, 0).brightness, 0.7);
    EXPECT_DOUBLE_EQ(at(Contrast, 1).contrast, 1.4);
    EXPECT_DOUBLE_EQ(at(Gamma, 1).gamma, std::exp(0.5));
    EXPECT_EQ(at(Shift, 0).shift_x_px, -6);
    EXPECT_EQ(at(Shift, 0.5).shift_x_px, 6);
    EXPECT_EQ(at(Shift, 1).shift_y_px, 6);
    EXPECT_EQ(at(Shift, 1).shift_x_px, 0);
    EXPECT_FALSE(at(Flip, 0).flip);
    EXPECT_TRUE(at(Flip, 1).flip);
    EXPECT_EQ(at(Blur, 0).blur_px, 0);
    EXPECT_EQ(at(Blur, 1).blur_px, 2);
    EXPECT_EQ(at(Noise, 1).noise, 12);
    EXPECT_EQ(at(Jpeg, 0).jpeg_quality, 100);
    EXPECT_EQ(at(Jpeg, 1).jpeg_quality, 20);
    EXPECT_EQ(at(Shade, 0).shade.strength, 0);
    EXPECT_EQ(at(Shade, 1).shade.strength, 0.8);
    EXPECT_EQ(at(Motion, 0), AugmentationDraw());
    EXPECT_EQ(at(Motion, 1).motion_px, 9);
    EXPECT_EQ(at(Resolution, 0), AugmentationDraw());
    EXPECT_EQ(at(Resolution, 0.5).resolution_px, 40);
    EXPECT_EQ(at(Resolution, 1).resolution_px, 20);
    EXPECT_FALSE(at(Occlusion, 0).occluder);
    const Occluder largest = at(Occlusion, 1).occluder.value();
    EXPECT_DOUBLE_EQ(std::max(largest.width, largest.height), 0.5);
}

TEST(AugmentationEffects, DrawWhatIsMoreThanAnAmountBySeed) {
    const AugmentationSpec spec = every_effect();
    std::set<double> directions;
    for (std::uint64_t seed = 0; seed < 8; ++seed)
        directions.insert(draw_alone(spec, AugmentationEffect::Shade, 1, seed).shade.direction_deg);
    EXPECT_EQ(directions.size(), 8U);
    EXPECT_EQ(draw_alone(spec, AugmentationEffect::Occlusion, 1, 3),
              draw_alone(spec, AugmentationEffect::Occlusion, 1, 3));
}

}  // namespace
}  // namespace rudolph
