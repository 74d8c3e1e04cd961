#include "ui/augment/augmentation_words.h"

#include <gtest/gtest.h>

#include <QLocale>

namespace rudolph {
namespace {

struct AugmentationWords : testing::Test {
    AugmentationWords() { QLocale::setDefault(QLocale::c()); }
    ~AugmentationWords() override { QLocale::setDefault(before); }
    QLocale before;
};

TEST_F(AugmentationWords, SayWhenNothingHappened) {
    EXPECT_TRUE(augmentationWords({}).isEmpty());
    EXPECT_EQ(augmentationText({}), "Unchanged");
    EXPECT_EQ(augmentationText({.rotation_deg = 0.2}), "Unchanged");
}

TEST_F(AugmentationWords, NameEveryEffectWithItsAmount) {
    AugmentationDraw draw;
    draw.flip = true;
    draw.scale = 1.1;
    draw.rotation_deg = 12.3;
    draw.shift_x_px = -3.04;
    draw.shift_y_px = 2;
    EXPECT_EQ(augmentationText(draw),
              "Flipped, enlarged to 1.1, turned left by 12°, 3 px to the left, 2 px down");
    draw = {};
    draw.brightness = 0.7;
    draw.contrast = 1.25;
    draw.gamma = 1.5;
    draw.shade = {0.8, 170, 0, 1};
    EXPECT_EQ(augmentationText(draw),
              "Darkened to 0.7, contrast 1.25, gamma 1.5 (darker), left side darkened to 0.2");
    draw = {};
    draw.occluder = Occluder{{0.5, 0.5}, 0.2, 0.4, 0, OccluderFill::Noise, 0};
    draw.blur_px = 1.25;
    draw.noise = 8;
    draw.jpeg_quality = 40;
    EXPECT_EQ(augmentationText(draw),
              "Covered by noise, 0.4 of its side long, blurred by 1.3 px, noise of 8 grey levels, "
              "JPEG quality 40");
    draw = {};
    draw.motion_px = 6;
    draw.resolution_px = 24.4;
    draw.occluder = Occluder{{0.5, 0.5}, 0.2, 0.4, 0, OccluderFill::Noise, 0};
    draw.occluder->shape = OccluderShape::Hand;
    EXPECT_EQ(augmentationText(draw), "Covered by a hand, moved by 6 px, 24 px across");
    draw = {};
    draw.occluder = Occluder{};
    for (const auto& [shape, text] :
         {std::pair(OccluderShape::Hair, "Covered by hair"),
          std::pair(OccluderShape::Glasses, "Glasses"), std::pair(OccluderShape::Mask, "A mask"),
          std::pair(OccluderShape::Bottle, "Covered by a bottle")}) {
        draw.occluder->shape = shape;
        EXPECT_EQ(augmentationText(draw), text);
    }
}

TEST_F(AugmentationWords, SayOnWhichSideAShadowLies) {
    const auto side = [](double degrees) {
        AugmentationDraw draw;
        draw.shade = {0.5, degrees, 0, 1};
        return augmentationText(draw);
    };
    EXPECT_TRUE(side(0).startsWith("Right side"));
    EXPECT_TRUE(side(90).startsWith("Upper side"));
    EXPECT_TRUE(side(200).startsWith("Left side"));
    EXPECT_TRUE(side(270).startsWith("Lower side"));
    EXPECT_TRUE(side(-90).startsWith("Lower side"));
}

TEST_F(AugmentationWords, NameEveryEffectAlone) {
    QStringList names;
    for (const AugmentationEffect effect : kAugmentationEffects) {
        names << aloneText(effect);
        EXPECT_TRUE(offText(effect).endsWith("is off"));
    }
    EXPECT_EQ(names.removeDuplicates(), 0);
    EXPECT_EQ(aloneText(AugmentationEffect::Rotation), "Only rotation");
}

}  // namespace
}  // namespace rudolph
