#include "core/augment/crop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "tests/core/augment/made_pictures.h"

namespace rudolph {
namespace {

using test::centroid;
using test::difference;
using test::noise;
using test::soft_dot;

InputSpec whole_image(int width, int height) {
    InputSpec input;
    input.width = width;
    input.height = height;
    return input;
}

InputSpec face_box(int width, int height, double box_scale) {
    InputSpec input = whole_image(width, height);
    input.crop = CropKind::FaceBox;
    input.box_scale = box_scale;
    return input;
}

Crop crop_of(const cv::Mat& picture, const InputSpec& input, const Box& box,
             const Landmarks& points, const AugmentationDraw& draw = {}) {
    return make_crop(make_crop_source(picture, input, box), input, picture.size(), box, points,
                     draw);
}

void expect_dot_at_point(const cv::Mat& picture, const Point& dot, const InputSpec& input,
                         const Box& box, const AugmentationDraw& draw) {
    const Crop crop = crop_of(picture, input, box, Landmarks({dot}), draw);
    ASSERT_EQ(crop.grey.size(), input.size());
    const Point seen = centroid(crop.grey);
    const Point said = crop.points_in_crop.points[0];
    EXPECT_NEAR(seen.x, said.x, 0.1);
    EXPECT_NEAR(seen.y, said.y, 0.1);
}

TEST(Crop, PointsLandWhereTheirPixelsDo) {
    const Point dot(331.3, 222.8);
    const cv::Mat picture = soft_dot({640, 480}, dot, 14);
    for (const AugmentationDraw& draw :
         {AugmentationDraw{}, AugmentationDraw{1, 1, 3.25, -4.6, 0},
          AugmentationDraw{1, 1, 0, 0, 15}, AugmentationDraw{1, 1, -5.4, 2.2, -33}}) {
        expect_dot_at_point(picture, dot, whole_image(80, 60), {}, draw);
        expect_dot_at_point(picture, dot, whole_image(160, 120), {}, draw);
        expect_dot_at_point(picture, dot, whole_image(96, 96), {}, draw);
        expect_dot_at_point(picture, dot, whole_image(640, 480), {}, draw);
        expect_dot_at_point(picture, dot, face_box(224, 224, 1.2), {240, 130, 190, 170}, draw);
        expect_dot_at_point(picture, dot, face_box(64, 64, 1.0), {240, 130, 190, 170}, draw);
        expect_dot_at_point(picture, dot, face_box(80, 60, 1.5), {240, 130, 190, 170}, draw);
    }
}

TEST(Crop, PointsLandWhereTheirPixelsDoWhenTheSizesDoNotDivide) {
    const Point dot(411.6, 203.1);
    const cv::Mat picture = soft_dot({701, 463}, dot, 16);
    expect_dot_at_point(picture, dot, whole_image(80, 60), {}, {1, 1, 1.5, 1, 10});
    expect_dot_at_point(picture, dot, face_box(57, 57, 1.3), {300.4, 90.7, 211, 233}, {});
}

TEST(Crop, LeavesPixelsExactlyAloneWithoutAugmentation) {
    const cv::Mat picture = noise({80, 60});
    EXPECT_EQ(difference(crop_of(picture, whole_image(80, 60), {}, {}).grey, picture), 0);
    const cv::Mat cut = crop_of(picture, face_box(20, 20, 1), {9.5, 4.5, 20, 20}, {}).grey;
    EXPECT_EQ(difference(cut, picture(cv::Rect(10, 5, 20, 20))), 0);
}

TEST(Crop, IsTheTransformOfTheHouseRules) {
    const Affine resize = crop_from_image(whole_image(80, 60), {640, 480}, {});
    EXPECT_EQ(resize, Affine::resize({640, 480}, {80, 60}));
    // The corners of the scaled square are the corners of the crop.
    const Affine cut = crop_from_image(face_box(100, 100, 2), {640, 480}, {100, 100, 50, 30});
    EXPECT_NEAR(cv::norm(cut({75, 65}) - Point(-0.5, -0.5)), 0, 1e-9);
    EXPECT_NEAR(cv::norm(cut({175, 165}) - Point(99.5, 99.5)), 0, 1e-9);
}

TEST(Crop, FillsTheLongerSideOfAnInputThatIsNotSquare) {
    const Affine cut = crop_from_image(face_box(80, 60, 1), {640, 480}, {100, 100, 40, 40});
    EXPECT_NEAR(cut.scale(), 2, 1e-9);
    EXPECT_NEAR(cv::norm(cut({120, 120}) - Point(39.5, 29.5)), 0, 1e-9);
}

TEST(Crop, TurnsAboutItsCentreThenShifts) {
    const Affine turned = crop_from_image(whole_image(81, 61), {81, 61}, {}, {1, 1, 5, -2, 90});
    EXPECT_NEAR(cv::norm(turned({40, 30}) - Point(45, 28)), 0, 1e-9);
    // Counter-clockwise on the screen: what was to the right of the centre is above it.
    EXPECT_NEAR(cv::norm(turned({50, 30}) - Point(45, 18)), 0, 1e-9);
}

TEST(Crop, PointsLandWhereTheirPixelsDoWhenFlippedAndScaled) {
    const Point dot(331.3, 222.8);
    const cv::Mat picture = soft_dot({640, 480}, dot, 14);
    AugmentationDraw draw{1, 1, 3.25, -4.6, 25};
    for (const double scale : {0.7, 1.0, 1.3}) {
        draw.scale = scale;
        draw.flip = true;
        for (const InputSpec& input :
             {whole_image(160, 120), face_box(224, 224, 1.2), face_box(80, 60, 1.5)}) {
            const Box box{240, 130, 190, 170};
            const Crop crop = make_crop(make_crop_source(picture, input, box), input,
                                        picture.size(), box, Landmarks({dot}), draw, {0});
            const Point seen = centroid(crop.grey);
            EXPECT_NEAR(seen.x, crop.points_in_crop.points[0].x, 0.1);
            EXPECT_NEAR(seen.y, crop.points_in_crop.points[0].y, 0.1);
        }
    }
}

TEST(Crop, ScalesAboutItsCentreAndFlipsLeftAndRight) {
    AugmentationDraw draw;
    draw.scale = 2;
    draw.flip = true;
    const Affine cut = crop_from_image(whole_image(81, 61), {81, 61}, {}, draw);
    EXPECT_NEAR(cv::norm(cut({40, 30}) - Point(40, 30)), 0, 1e-9);
    EXPECT_NEAR(cv::norm(cut({45, 32}) - Point(30, 34)), 0, 1e-9);
}

TEST(Crop, GivesFlippedPointsTheirMeaningBack) {
    const cv::Mat picture = noise({100, 100});
    const InputSpec input = whole_image(100, 100);
    Landmarks points({{20, 30}, {70, 32}, {45, 60}});
    points.visibility[0] = Visibility::Hidden;
    AugmentationDraw draw;
    draw.flip = true;
    const CropSource source = make_crop_source(picture, input, {});
    const Crop crop = make_crop(source, input, picture.size(), {}, points, draw, {1, 0, 2});
    // The left eye of the flipped face lies where its right eye was mirrored to.
    EXPECT_NEAR(cv::norm(crop.points_in_crop.points[0] - Point(29, 32)), 0, 1e-9);
    EXPECT_NEAR(cv::norm(crop.points_in_crop.points[1] - Point(79, 30)), 0, 1e-9);
    EXPECT_NEAR(cv::norm(crop.points_in_crop.points[2] - Point(54, 60)), 0, 1e-9);
    EXPECT_EQ(crop.points_in_crop.visibility[0], Visibility::Visible);
    EXPECT_EQ(crop.points_in_crop.visibility[1], Visibility::Hidden);
    cv::Mat flipped;
    cv::flip(picture, flipped, 1);
    EXPECT_EQ(difference(crop.grey, flipped), 0);
    EXPECT_THROW(make_crop(source, input, picture.size(), {}, points, draw), Error);
    EXPECT_NO_THROW(make_crop(source, input, picture.size(), {}, {}, draw));
}

TEST(Crop, AveragesBeforeItReducesSoThatNothingAliases) {
    cv::Mat stripes(480, 640, CV_8UC1);
    for (int x = 0; x < 640; ++x)
        stripes.col(x).setTo(x % 2 == 0 ? 0 : 200);
    const cv::Mat crop = crop_of(stripes, whole_image(80, 60), {}, {}).grey;
    EXPECT_LE(difference(crop, cv::Mat(60, 80, CV_8UC1, cv::Scalar(100))), 1);
}

TEST(CropSource, KeepsTwiceTheResolutionOfTheCrops) {
    const CropSource source =
        make_crop_source(cv::Mat::zeros(480, 640, CV_8UC1), whole_image(80, 60), {});
    EXPECT_EQ(source.finest().size(), cv::Size(160, 120));
    EXPECT_EQ(source.source_from_image, Affine::resize({640, 480}, {160, 120}));
}

TEST(CropSource, IsNeverLargerThanThePicture) {
    const CropSource source =
        make_crop_source(cv::Mat::zeros(60, 100, CV_8UC1), whole_image(80, 60), {});
    EXPECT_EQ(source.finest().size(), cv::Size(100, 60));
}

TEST(CropSource, KeepsOnlyWhatCropsOfTheBoxCanReach) {
    const cv::Mat picture = cv::Mat::zeros(3000, 4000, CV_8UC1);
    const CropSource source =
        make_crop_source(picture, face_box(100, 100, 1), {999.5, 999.5, 1000, 1000});
    // 2000 pixels about the box at a fifth of their resolution.
    EXPECT_EQ(source.finest().size(), cv::Size(400, 400));
    EXPECT_NEAR(cv::norm(source.source_from_image({499.5, 499.5}) - Point(-0.5, -0.5)), 0, 1e-9);
}

TEST(CropSource, TakesBoxesThatReachOverTheEdgeOrLieOutside) {
    const cv::Mat picture = noise({64, 48});
    for (const Box& box : {Box{-30, -30, 60, 60}, Box{50, 40, 100, 100}, Box{500, 500, 20, 20},
                           Box{-900, 10, 20, 20}, Box{-1e7, -1e7, 2e7, 2e7}}) {
        const Crop crop = crop_of(picture, face_box(32, 32, 1), box, {});
        EXPECT_EQ(crop.grey.size(), cv::Size(32, 32));
    }
    // Far outside, only the repeated border is seen.
    const Crop corner = crop_of(picture, face_box(8, 8, 1), {500, 500, 20, 20}, {});
    EXPECT_EQ(difference(corner.grey,
                         cv::Mat(8, 8, CV_8UC1, cv::Scalar(picture.at<unsigned char>(47, 63)))),
              0);
}

TEST(CropSource, RefusesWhatIsNotGreyAndBoxesWithoutSize) {
    EXPECT_THROW(make_crop_source(cv::Mat(), whole_image(80, 60), {}), Error);
    EXPECT_THROW(make_crop_source(cv::Mat::zeros(9, 9, CV_8UC3), whole_image(80, 60), {}), Error);
    EXPECT_THROW(make_crop_source(cv::Mat::zeros(9, 9, CV_8UC1), face_box(8, 8, 1), {}), Error);
    EXPECT_THROW(make_crop_source(cv::Mat::zeros(9, 9, CV_8UC1), whole_image(0, 8), {}), Error);
}

TEST(CropBox, TakesTheBoxThenThePointsThenThePicture) {
    const Landmarks points({{10, 20}, {30, 60}});
    EXPECT_EQ(crop_box(Box{1, 2, 3, 4}, points, {100, 80}), (Box{1, 2, 3, 4}));
    const Box about_points = crop_box(std::nullopt, points, {100, 80});
    EXPECT_DOUBLE_EQ(about_points.width, 48);
    EXPECT_DOUBLE_EQ(about_points.height, 48);
    EXPECT_NEAR(cv::norm(about_points.centre() - Point(20, 40)), 0, 1e-9);
    EXPECT_EQ(crop_box(std::nullopt, {}, {100, 80}), (Box{-0.5, -0.5, 100, 80}));
    // One point, or all at one place, is no box either.
    EXPECT_EQ(crop_box(Box{}, Landmarks({{5, 5}}), {100, 80}), (Box{-0.5, -0.5, 100, 80}));
}

TEST(Jitter, ChangesContrastAboutTheMeanThenBrightness) {
    cv::Mat picture(10, 10, CV_8UC1, cv::Scalar(50));
    picture.rowRange(0, 5).setTo(150);
    const cv::Mat crop = crop_of(picture, whole_image(10, 10), {}, {}, {1.2, 0.5, 0, 0, 0}).grey;
    // Mean 100: 150 → 125 → 150, and 50 → 75 → 90.
    EXPECT_EQ(crop.at<unsigned char>(0, 0), 150);
    EXPECT_EQ(crop.at<unsigned char>(9, 9), 90);
}

TEST(Jitter, ClampsAndLeavesTheSourceAlone) {
    cv::Mat picture(10, 10, CV_8UC1, cv::Scalar(200));
    const InputSpec input = whole_image(10, 10);
    const CropSource source = make_crop_source(picture, input, {});
    const Crop bright = make_crop(source, input, picture.size(), {}, {}, {2, 1, 0, 0, 0});
    EXPECT_EQ(bright.grey.at<unsigned char>(5, 5), 255);
    const Crop black = make_crop(source, input, picture.size(), {}, {}, {0, 1, 0, 0, 0});
    EXPECT_EQ(black.grey.at<unsigned char>(5, 5), 0);
    EXPECT_EQ(source.finest().at<unsigned char>(5, 5), 200);
}

TEST(NetworkInput, IsChannelsByHeightByWidthNormalised) {
    cv::Mat crop(2, 3, CV_8UC1, cv::Scalar(0));
    crop.at<unsigned char>(0, 1) = 255;
    crop.at<unsigned char>(1, 2) = 51;
    InputSpec input = whole_image(3, 2);
    input.channels = 3;
    input.mean = 0.5;
    input.deviation = 0.25;
    std::vector<float> values(18, 99.0F);
    write_input(crop, input, values.data());
    const std::vector<float> channel = {-2, 2, -2, -2, -2, -1.2F};
    for (size_t i = 0; i < values.size(); ++i)
        EXPECT_NEAR(values[i], channel[i % 6], 1e-6) << i;
}

TEST(NetworkInput, NormalisedByTheCropDoesNotSeeDarknessOrContrast) {
    const cv::Mat bright = noise({16, 16});
    cv::Mat dark;
    bright.convertTo(dark, -1, 0.25, 10);
    InputSpec input = whole_image(16, 16);
    input.normalisation = Normalisation::Crop;
    std::vector<float> of_bright(256);
    std::vector<float> of_dark(256);
    write_input(bright, input, of_bright.data());
    write_input(dark, input, of_dark.data());
    double sum = 0;
    double squares = 0;
    for (size_t i = 0; i < of_bright.size(); ++i) {
        EXPECT_NEAR(of_bright[i], of_dark[i], 0.05) << i;
        sum += of_bright[i];
        squares += of_bright[i] * of_bright[i];
    }
    EXPECT_NEAR(sum / 256, 0, 1e-4);
    EXPECT_NEAR(squares / 256, 1, 1e-3);
    // One grey alone stays near zero.
    write_input(cv::Mat(16, 16, CV_8UC1, cv::Scalar(77)), input, of_dark.data());
    EXPECT_EQ(of_dark[100], 0);
}

TEST(NetworkInput, NormalisedLocallyDoesNotSeeAShadow) {
    const cv::Mat lit = noise({64, 64});
    cv::Mat shaded = lit.clone();
    cv::Mat half = shaded.colRange(32, 64);
    half.convertTo(half, -1, 0.25);
    InputSpec input = whole_image(64, 64);
    input.channels = 3;
    input.normalisation = Normalisation::Local;
    std::vector<float> of_lit(3 * 64 * 64);
    std::vector<float> of_shaded(of_lit.size());
    write_input(lit, input, of_lit.data());
    write_input(shaded, input, of_shaded.data());
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x) {
            const size_t i = static_cast<size_t>(y) * 64 + static_cast<size_t>(x);
            // Windows of 9 pixels see the edge of the shadow from 4 on each side.
            if (std::abs(x - 31.5) > 5) {
                // What kLocalFloor adds takes a little from the shaded half's contrast.
                EXPECT_NEAR(of_lit[i], of_shaded[i], 0.05 + 0.2 * std::abs(of_lit[i]))
                    << x << ", " << y;
            }
            EXPECT_EQ(of_lit[i], of_lit[i + 2 * 64 * 64]);
        }
    // The middle of a window that is known: nothing but its own pixel differs.
    cv::Mat dot(64, 64, CV_8UC1, cv::Scalar(100));
    dot.at<uchar>(32, 32) = 200;
    write_input(dot, input, of_lit.data());
    const double window = 9 * 9;
    const double variance = 1e4 / window * (1 - 1 / window);
    EXPECT_NEAR(of_lit[64 * 32 + 32], (100 - 100 / window) / std::sqrt(variance + 1), 1e-3);
    EXPECT_EQ(of_lit[64 * 10 + 10], 0);
}

TEST(NetworkInput, TakesACropThatIsAViewIntoALargerPicture) {
    const cv::Mat picture = noise({9, 9});
    const cv::Mat view = picture(cv::Rect(2, 3, 4, 5));
    std::vector<float> from_view(20);
    std::vector<float> from_copy(20);
    write_input(view, whole_image(4, 5), from_view.data());
    write_input(view.clone(), whole_image(4, 5), from_copy.data());
    EXPECT_EQ(from_view, from_copy);
    EXPECT_THROW(write_input(picture, whole_image(4, 5), from_view.data()), Error);
}

TEST(Labels, RunFromEdgeToEdgeAndBack) {
    const Landmarks points({{-0.5, -0.5}, {79.5, 59.5}, {39.5, 14.5}});
    const std::vector<float> labels = normalised_labels(points, {80, 60});
    EXPECT_THAT(labels, testing::ElementsAre(0, 0, 1, 1, 0.5F, 0.25F));
    EXPECT_EQ(points_from_normalised(labels.data(), 3, {80, 60}), points);
}

}  // namespace
}  // namespace rudolph
