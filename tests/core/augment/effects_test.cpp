#include "core/augment/effects.h"

#include <gtest/gtest.h>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "tests/core/augment/made_pictures.h"

namespace rudolph {
namespace {

using test::difference;
using test::noise;

cv::Mat flat(int grey, cv::Size size = {64, 64}) {
    return {size, CV_8UC1, cv::Scalar(grey)};
}

cv::Mat after(const AugmentationDraw& draw, const cv::Mat& crop,
              const cv::Mat& picture = noise({200, 200})) {
    cv::Mat result = crop.clone();
    apply_effects(result, draw, picture);
    EXPECT_EQ(result.size(), crop.size());
    EXPECT_EQ(result.type(), CV_8UC1);
    return result;
}

double deviation(const cv::Mat& crop) {
    cv::Scalar mean;
    cv::Scalar result;
    cv::meanStdDev(crop, mean, result);
    return result[0];
}

AugmentationDraw with_occluder(const Occluder& occluder, std::uint64_t seed = 3) {
    AugmentationDraw draw;
    draw.occluder = occluder;
    draw.seed = seed;
    return draw;
}

TEST(Effects, LeaveACropAloneByDefault) {
    const cv::Mat crop = noise({40, 30});
    EXPECT_EQ(difference(after({}, crop), crop), 0);
}

TEST(Effects, GammaKeepsBlackAndWhiteAndBendsTheMiddle) {
    AugmentationDraw draw;
    draw.gamma = 2;
    EXPECT_EQ(after(draw, flat(0)).at<uchar>(0, 0), 0);
    EXPECT_EQ(after(draw, flat(255)).at<uchar>(0, 0), 255);
    EXPECT_EQ(after(draw, flat(128)).at<uchar>(0, 0), 64);
}

TEST(Effects, ShadeDarkensTheSideItSays) {
    AugmentationDraw draw;
    draw.shade = {0.75, 0, 0, 0.2};
    const cv::Mat right = after(draw, flat(200, {80, 60}));
    EXPECT_EQ(right.at<uchar>(30, 2), 200);
    EXPECT_EQ(right.at<uchar>(30, 77), 50);
    EXPECT_NEAR((right.at<uchar>(30, 39) + right.at<uchar>(30, 40)) / 2.0, 125, 2);
    draw.shade.direction_deg = 90;
    const cv::Mat up = after(draw, flat(200, {60, 80}));
    EXPECT_EQ(up.at<uchar>(2, 30), 50);
    EXPECT_EQ(up.at<uchar>(77, 30), 200);
    // The edge moves towards the dark side.
    draw.shade = {0.75, 180, 0.25, 0.02};
    const cv::Mat left = after(draw, flat(200, {80, 80}));
    EXPECT_EQ(left.at<uchar>(40, 15), 50);
    EXPECT_EQ(left.at<uchar>(40, 25), 200);
}

TEST(Effects, BlurAndNoiseAreAsStrongAsTheySay) {
    AugmentationDraw draw;
    draw.noise = 20;
    draw.seed = 9;
    const cv::Mat noisy = after(draw, flat(128, {128, 128}));
    EXPECT_NEAR(deviation(noisy), 20, 1);
    EXPECT_NEAR(cv::mean(noisy)[0], 128, 1);
    AugmentationDraw blur;
    blur.blur_px = 2;
    // White noise through a gaussian keeps 1 / (2 σ √π) of its deviation.
    const cv::Mat white = noise({128, 128});
    EXPECT_NEAR(deviation(after(blur, white)) / deviation(white), 0.141, 0.015);
}

TEST(Effects, NoiseDependsOnTheSeedAloneAndRepeatsNoRow) {
    AugmentationDraw draw;
    draw.noise = 20;
    draw.seed = 9;
    const cv::Mat crop = flat(128);
    const cv::Mat once = after(draw, crop);
    EXPECT_EQ(difference(once, after(draw, crop)), 0);
    EXPECT_GT(difference(once.row(0), once.row(1)), 10);
    draw.seed = 10;
    EXPECT_GT(difference(once, after(draw, crop)), 10);
}

TEST(Effects, JpegLeavesArtefacts) {
    AugmentationDraw draw;
    draw.jpeg_quality = 10;
    const cv::Mat crop = noise({64, 48});
    EXPECT_GT(cv::norm(after(draw, crop), crop, cv::NORM_L1) / 64 / 48, 10);
    draw.jpeg_quality = 100;
    EXPECT_EQ(difference(after(draw, crop), crop), 0);
}

TEST(Effects, OccluderCoversItsRectangleAlone) {
    const cv::Mat covered =
        after(with_occluder({{0.5, 0.25}, 0.5, 0.25, 0, OccluderFill::Grey, 7}), flat(200));
    EXPECT_NEAR(cv::countNonZero(covered == 7), 32 * 16, 32 + 16 + 8);
    EXPECT_EQ(covered.at<uchar>(16, 32), 7);
    EXPECT_EQ(covered.at<uchar>(4, 32), 200);
    EXPECT_EQ(covered.at<uchar>(16, 12), 200);
}

TEST(Effects, OccluderTurnsCounterClockwise) {
    const cv::Mat covered =
        after(with_occluder({{0.5, 0.5}, 0.8, 0.1, 45, OccluderFill::Grey, 7}), flat(200));
    EXPECT_EQ(covered.at<uchar>(16, 48), 7);    // above, to the right
    EXPECT_EQ(covered.at<uchar>(48, 48), 200);  // below, to the right
}

TEST(Effects, OccluderFillsWithNoiseOrWithThePicture) {
    Occluder occluder{{0.5, 0.5}, 0.5, 0.5, 10, OccluderFill::Noise, 128};
    const cv::Rect inside(22, 22, 20, 20);
    const cv::Mat noisy = after(with_occluder(occluder), flat(128));
    EXPECT_GT(deviation(noisy(inside)), 30);
    EXPECT_EQ(noisy.at<uchar>(2, 2), 128);
    EXPECT_EQ(difference(noisy, after(with_occluder(occluder), flat(128))), 0);
    occluder.fill = OccluderFill::Patch;
    const cv::Mat patched = after(with_occluder(occluder), flat(128), flat(33, {300, 200}));
    EXPECT_EQ(difference(patched(inside), flat(33, inside.size())), 0);
    EXPECT_EQ(patched.at<uchar>(2, 2), 128);
    // A picture smaller than what is covered is enlarged.
    const cv::Mat tiny = after(with_occluder(occluder), flat(128), flat(33, {5, 3}));
    EXPECT_EQ(difference(tiny(inside), flat(33, inside.size())), 0);
}

TEST(Effects, OccluderMayReachOverTheEdgeOrLieOutside) {
    for (const Point& centre : {Point(0, 0), Point(1, 1), Point(-3, 0.5), Point(0.5, 7)})
        for (const OccluderFill fill :
             {OccluderFill::Grey, OccluderFill::Noise, OccluderFill::Patch})
            EXPECT_NO_THROW(after(with_occluder({centre, 1, 1, 30, fill, 90}), noise({32, 24})));
}

TEST(Effects, MotionBlursAlongItsLineAlone) {
    AugmentationDraw draw;
    draw.motion_px = 12;
    cv::Mat stripes = flat(0, {96, 96});
    for (int x = 0; x < 96; x += 8)
        stripes.colRange(x, x + 4).setTo(200);
    EXPECT_LT(deviation(after(draw, stripes)), 0.3 * deviation(stripes));
    draw.motion_deg = 90;
    EXPECT_NEAR(deviation(after(draw, stripes)), deviation(stripes), 1);
    // Counter-clockwise: a point becomes a line that rises to the right.
    draw.motion_deg = 45;
    cv::Mat dot = flat(0, {41, 41});
    dot.at<uchar>(20, 20) = 255;
    const cv::Mat drawn = after(draw, dot);
    EXPECT_GT(drawn.at<uchar>(17, 23), 0);
    EXPECT_EQ(drawn.at<uchar>(17, 17), 0);
}

TEST(Effects, ResolutionKeepsNothingFinerThanItsPixels) {
    AugmentationDraw draw;
    draw.resolution_px = 16;
    const cv::Mat white = noise({128, 96});
    // Of 8 × 8 pixels a mean is left.
    EXPECT_LT(deviation(after(draw, white)), deviation(white) / 7);
    EXPECT_NEAR(cv::mean(after(draw, white))[0], cv::mean(white)[0], 1);
    draw.resolution_px = 128;
    EXPECT_EQ(difference(after(draw, white), white), 0);
}

/// The crop's pixels that something covers.
cv::Mat covered_by(OccluderShape shape, const AugmentationDraw& moved = {},
                   std::uint64_t seed = 3) {
    AugmentationDraw draw = moved;
    draw.occluder = Occluder{{0.5, 0.6}, 0.6, 0.3, 0, OccluderFill::Grey, 30, shape};
    draw.seed = seed;
    cv::Mat changed;
    cv::absdiff(after(draw, flat(250, {128, 128})), flat(250, {128, 128}), changed);
    return changed > 20;
}

Point middle_of(const cv::Mat& mask) {
    const cv::Moments moments = cv::moments(mask, true);
    return {moments.m10 / moments.m00 / mask.cols, moments.m01 / moments.m00 / mask.rows};
}

TEST(Effects, ThingsCoverAPartOfTheFaceEachAfreshForItsSeed) {
    for (int i = 1; i < kOccluderShapes; ++i) {
        const auto shape = static_cast<OccluderShape>(i);
        for (const std::uint64_t seed : {1, 2, 3, 4}) {
            const double share = cv::countNonZero(covered_by(shape, {}, seed)) / (128.0 * 128);
            EXPECT_GT(share, 0.01) << i;
            EXPECT_LT(share, 0.6) << i;
        }
        EXPECT_EQ(difference(covered_by(shape), covered_by(shape)), 0) << i;
        EXPECT_GT(difference(covered_by(shape, {}, 1), covered_by(shape, {}, 2)), 0) << i;
    }
}

TEST(Effects, ThingsAreWornWhereTheyBelongAndMoveWithTheFace) {
    const Point mask = middle_of(covered_by(OccluderShape::Mask));
    EXPECT_NEAR(mask.x, 0.5, 0.05);
    EXPECT_GT(mask.y, 0.55);
    EXPECT_LT(middle_of(covered_by(OccluderShape::Glasses)).y, 0.45);
    EXPECT_LT(middle_of(covered_by(OccluderShape::Hair)).y, 0.45);
    EXPECT_GT(middle_of(covered_by(OccluderShape::Bottle)).y, 0.6);
    AugmentationDraw moved;
    moved.rotation_deg = 90;
    EXPECT_GT(middle_of(covered_by(OccluderShape::Mask, moved)).x, 0.55);
    moved = {};
    moved.shift_x_px = 20;
    EXPECT_NEAR(middle_of(covered_by(OccluderShape::Mask, moved)).x, mask.x + 20 / 128.0, 0.03);
    moved = {};
    moved.scale = 0.5;
    EXPECT_NEAR(cv::countNonZero(covered_by(OccluderShape::Mask, moved)),
                cv::countNonZero(covered_by(OccluderShape::Mask)) / 4.0, 400);
}

TEST(Effects, ThingsAreFilledAsOtherCoversAre) {
    AugmentationDraw draw =
        with_occluder({{0.5, 0.6}, 0.6, 0.3, 0, OccluderFill::Patch, 30, OccluderShape::Mask});
    const cv::Mat dark = after(draw, flat(250, {128, 128}), flat(10, {300, 200}));
    const cv::Mat bright = after(draw, flat(0, {128, 128}), flat(200, {300, 200}));
    const cv::Rect chin(60, 90, 8, 8);
    EXPECT_LT(cv::mean(dark(chin))[0], 40);
    EXPECT_GT(cv::mean(bright(chin))[0], 120);
}

TEST(Effects, WorkOnTinyCrops) {
    AugmentationDraw draw = with_occluder({{0.5, 0.5}, 1, 1, 0, OccluderFill::Patch, 90});
    draw.brightness = 0.5;
    draw.contrast = 1.5;
    draw.gamma = 0.5;
    draw.shade = {0.9, 30, 0, 0.1};
    draw.blur_px = 5;
    draw.noise = 30;
    draw.jpeg_quality = 5;
    EXPECT_NO_THROW(after(draw, noise({1, 1}), noise({1, 1})));
    draw.motion_px = 40;
    draw.resolution_px = 0.4;
    EXPECT_NO_THROW(after(draw, noise({3, 200}), noise({1, 400})));
    for (int i = 1; i < kOccluderShapes; ++i) {
        draw.occluder->shape = static_cast<OccluderShape>(i);
        EXPECT_NO_THROW(after(draw, noise({1, 1}), noise({1, 1})));
        EXPECT_NO_THROW(after(draw, noise({3, 200}), noise({1, 400})));
    }
}

}  // namespace
}  // namespace rudolph
