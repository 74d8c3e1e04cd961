#include "core/predict/look.h"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include "core/augment/crop.h"
#include "core/base/error.h"
#include "tests/support/dotted_face.h"

namespace rudolph {
namespace {

/// Counts how it is asked.
class AskedPredictor : public test::DotPredictor {
public:
    AskedPredictor() : DotPredictor(1) {}

    std::vector<CropAnswer> answer_crops(const std::vector<cv::Mat>& crops) override {
        ++answers;
        std::vector<CropAnswer> found = DotPredictor::answer_crops(crops);
        for (CropAnswer& answer : found)
            answer.spread_px = {1, 1, 1};
        return found;
    }
    std::vector<Landmarks> glance_at_crops(const std::vector<cv::Mat>& crops) override {
        ++glances;
        return predict_crops(crops);
    }

    int answers = 0;
    int glances = 0;
};

Gaze look_at_dots(AskedPredictor& predictor) {
    const test::DottedFace face = test::dotted_face(1, 10, {104, 84});
    const CropSource source = whole_crop_source(face.grey);
    const Affine first = first_crop_from_image(predictor.info(), {92, 64, 40, 40}, 0);
    return look_at(predictor, {{&source, first}}, true).front();
}

TEST(Looks, TheFirstIsAGlanceAndTheOthersTellHowSureTheyAre) {
    AskedPredictor predictor;
    const Gaze gaze = look_at_dots(predictor);
    EXPECT_EQ(predictor.glances, 1);
    EXPECT_GE(predictor.answers, 1);
    EXPECT_EQ(gaze.looks, 1 + predictor.answers);
    EXPECT_EQ(gaze.answer.spread_px.size(), 3U);
    EXPECT_EQ(gaze.before_in_crop.points.size(), 3U);
}

TEST(Looks, AGlanceThatSeesNoFaceBecomesALookAtTheSameCrop) {
    AskedPredictor predictor;
    predictor.at_one_place = true;
    const Gaze gaze = look_at_dots(predictor);
    EXPECT_EQ(predictor.glances, 1);
    EXPECT_EQ(predictor.answers, 1);
    EXPECT_EQ(gaze.answer.spread_px.size(), 3U);
    EXPECT_TRUE(gaze.before_in_crop.points.empty());
    EXPECT_EQ(gaze.crop_from_image, first_crop_from_image(predictor.info(), {92, 64, 40, 40}, 0));
}

/// Sees its face ever further to the right.
class WalkingPredictor : public AskedPredictor {
public:
    std::vector<Landmarks> predict_crops(const std::vector<cv::Mat>& crops) override {
        const Landmarks mean = mean_in_crop(info());
        const double step = 0.3 * info().input.width;
        return std::vector<Landmarks>(crops.size(),
                                      transformed(Affine::translation(step, 0), mean));
    }
};

TEST(Looks, DoNotWalkAwayFromTheFaceThatWasAskedFor) {
    WalkingPredictor predictor;
    const Gaze gaze = look_at_dots(predictor);
    EXPECT_EQ(gaze.crop_from_image, first_crop_from_image(predictor.info(), {92, 64, 40, 40}, 0))
        << "the first crop counts";
    EXPECT_EQ(gaze.looks, 3) << "a glance, a step, and back";
    ASSERT_EQ(gaze.before_in_crop.points.size(), 3U);
    EXPECT_NEAR(gaze.before_in_crop.points[0].x - gaze.answer.points_in_crop.points[0].x,
                0.3 * predictor.info().input.width, 1e-6)
        << "how far it had gone is a sign";
}

TEST(FirstCrop, LaysTheBoxInTheMiddleUprightWhereTheHeadIsRolled) {
    ModelInfo info;
    info.input.crop = CropKind::FaceBox;
    info.input.width = info.input.height = 64;
    info.input.box_scale = 2;
    const Box box{100, 50, 32, 32};
    const Affine plain = first_crop_from_image(info, box, 0);
    EXPECT_EQ(plain, crop_from_image(info.input, {500, 400}, box));
    // Clockwise by 90°: the head's top is on the right.
    const Affine turned = first_crop_from_image(info, box, 90);
    const Point top_of_head = turned({box.centre().x + 16, box.centre().y});
    EXPECT_NEAR(top_of_head.x, 31.5, 1e-9);
    EXPECT_NEAR(top_of_head.y, 31.5 - 16, 1e-9);
}

TEST(FirstCrop, LaysTheBoxWhereModelsOfWholePicturesSawFaces) {
    ModelInfo info;
    info.input.crop = CropKind::WholeImage;
    info.input.width = 80;
    info.input.height = 60;
    info.indices = {0, 1, 2};
    const Landmarks mean({{30, 20}, {50, 20}, {40, 40}});
    info.mean_shape = normalised_labels(mean, info.input.size());
    const Affine crop = first_crop_from_image(info, {500, 300, 200, 200}, 0);
    EXPECT_NEAR(crop({600, 400}).x, 40, 1e-4);
    EXPECT_NEAR(crop({600, 400}).y, 30, 1e-4);
    EXPECT_NEAR(crop.scale(), 0.1, 1e-6);
    // A nose alone does not say how large faces were: IMM's were 29 % × 42 % of the picture.
    info.indices = {0};
    info.mean_shape = {0.5F, 0.6F};
    EXPECT_NEAR(first_crop_from_image(info, {500, 300, 200, 200}, 0).scale(),
                std::sqrt(0.289 * 80 * 0.421 * 60) / 200, 1e-9);
    EXPECT_THROW(first_crop_from_image(info, {1, 1, 0, 5}, 0), Error);
}

TEST(Signs, AreSharesOfTheCrop) {
    ModelInfo info;
    info.input.width = info.input.height = 64;
    info.indices = {0, 1, 2};
    const Landmarks mean(test::kMean);
    info.mean_shape = normalised_labels(mean, info.input.size());
    Gaze gaze;
    gaze.answer = {mean, {6.4F, 3.2F, 0}, {0, 0.64F, 1.28F}};
    gaze.before_in_crop = transformed(Affine::translation(6.4, 0), mean);
    const FaceSigns signs = signs_of(gaze, info);
    EXPECT_NEAR(signs.spread[0], 0.1, 1e-6);
    EXPECT_NEAR(signs.mirror[2], 0.02, 1e-6);
    EXPECT_NEAR(signs.change[1], 0.1, 1e-6);
    EXPECT_NEAR(signs.strangeness, 0, 1e-6);
    gaze.answer.points_in_crop.points[2].x += 20;
    EXPECT_GT(signs_of(gaze, info).strangeness, 0.03);
    gaze.answer.spread_px.clear();
    gaze.before_in_crop = {};
    EXPECT_EQ(signs_of(gaze, info).spread, std::vector<double>(3, 0.0));
    EXPECT_EQ(signs_of(gaze, info).change, std::vector<double>(3, 0.0));
}

}  // namespace
}  // namespace rudolph
