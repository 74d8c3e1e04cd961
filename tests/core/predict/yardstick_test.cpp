#include "core/predict/yardstick.h"

#include <gmock/gmock.h>

#include <numeric>

#include "core/base/error.h"
#include "core/dataset/reference_shape.h"
#include "tests/support/error_of.h"

namespace rudolph {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

ModelInfo model_of(const LandmarkScheme& scheme) {
    ModelInfo info;
    info.scheme = scheme;
    info.indices.resize(static_cast<size_t>(scheme.size()));
    std::iota(info.indices.begin(), info.indices.end(), 0);
    return info;
}

Dataset one_face(const LandmarkScheme& scheme) {
    Dataset dataset;
    dataset.scheme = scheme;
    Sample face;
    face.points_in_image = reference_shape(scheme);
    for (Point& point : face.points_in_image.points)
        point *= 100;
    dataset.samples.push_back(std::move(face));
    return dataset;
}

TEST(Yardstick, IsTheFacesOwnPointsWhereTheSchemesAreEqual) {
    const Dataset dataset = one_face(builtin_scheme("ibug-68"));
    ModelInfo info = model_of(dataset.scheme);
    info.indices = {30};
    const Yardstick yardstick(info, dataset);
    EXPECT_FALSE(yardstick.is_mapped());
    EXPECT_THAT(yardstick.remark(), IsEmpty());
    const Sample& face = dataset.samples[0];
    EXPECT_EQ(yardstick.truth_in_image(face), subset(face.points_in_image, {30}));
    EXPECT_EQ(yardstick.distance(face), dataset.scheme.normalising_distance(face.points_in_image));
}

TEST(Yardstick, NeverTakesPointsOfAnotherOrderForTheModels) {
    const Dataset dataset = one_face(builtin_scheme("fgnet-68"));
    const Yardstick yardstick(model_of(builtin_scheme("ibug-68")), dataset);
    EXPECT_TRUE(yardstick.is_mapped());
    EXPECT_LT(yardstick.points(), 60);
    EXPECT_THAT(yardstick.remark(),
                AllOf(HasSubstr("of 68 points of ibug-68"), HasSubstr("fgnet-68")));
    const Landmarks truth = yardstick.truth_in_image(dataset.samples[0]);
    ASSERT_EQ(truth.size(), 68);
    EXPECT_EQ(truth.points[30], dataset.samples[0].points_in_image.points[67]);
    EXPECT_FALSE(truth.is_labelled(3));
    // FG-NET has the outer corners of the eyes.
    EXPECT_THAT(yardstick.normaliser_name(), HasSubstr("outer eye corners"));
    EXPECT_GT(yardstick.distance(dataset.samples[0]), 0);
}

TEST(Yardstick, DividesByTheFacesOwnDistanceWhereTheModelsIsNotAnnotated) {
    const Dataset dataset = one_face(builtin_scheme("celeba-5"));
    const Yardstick yardstick(model_of(builtin_scheme("ibug-68")), dataset);
    EXPECT_EQ(yardstick.points(), 3);
    EXPECT_THAT(yardstick.normaliser_name(), HasSubstr("eye centres"));
    EXPECT_EQ(yardstick.distance(dataset.samples[0]),
              dataset.scheme.normalising_distance(dataset.samples[0].points_in_image));
}

TEST(Yardstick, LabelsNothingOnFacesWithoutTheSharedPoints) {
    Dataset dataset = one_face(builtin_scheme("celeba-5"));
    for (Visibility& visibility : dataset.samples[0].points_in_image.visibility)
        visibility = Visibility::NotLabelled;
    const Yardstick yardstick(model_of(builtin_scheme("ibug-68")), dataset);
    const Landmarks truth = yardstick.truth_in_image(dataset.samples[0]);
    EXPECT_EQ(truth.size(), 68);
    EXPECT_FALSE(truth.is_labelled(30));
}

TEST(Yardstick, RefusesWhatHasNothingInCommon) {
    const Dataset hands = one_face(builtin_scheme("hand-21"));
    EXPECT_THAT(
        test::error_of([&] { Yardstick(model_of(builtin_scheme("ibug-68")), hands); }).what(),
        AllOf(HasSubstr("ibug-68"), HasSubstr("hand-21")));
    const Dataset numbered = one_face(numbered_points(68));
    EXPECT_THROW(Yardstick(model_of(builtin_scheme("ibug-68")), numbered), Error);
    ModelInfo jaw = model_of(builtin_scheme("ibug-68"));
    jaw.indices = {3};
    const Dataset five = one_face(builtin_scheme("celeba-5"));
    EXPECT_THROW(Yardstick(jaw, five), Error);
}

TEST(Yardstick, TakesAModelOfNumberedPointsForOneOfAsManyAndSaysSo) {
    const Dataset dataset = one_face(builtin_scheme("wflw-98"));
    const Yardstick yardstick(model_of(numbered_points(98)), dataset);
    EXPECT_FALSE(yardstick.is_mapped());
    EXPECT_THAT(yardstick.remark(), AllOf(HasSubstr("98 numbered"), HasSubstr("wflw-98")));
}

}  // namespace
}  // namespace rudolph
