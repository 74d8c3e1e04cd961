#include "core/study/study_cases.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace rudolph {
namespace {

CasePrediction face_at(const char* id, double x, double error, double nme) {
    CasePrediction face;
    face.result.sample_id = id;
    face.result.predicted_in_image = Landmarks({Point(x, 1)});
    face.result.truth_in_image = Landmarks({Point(0, 1)});
    face.result.error_px = error;
    face.result.nme = nme;
    return face;
}

TEST(StudyCases, AreTheMeansOfTheirErrorsAndOfTheirPoints) {
    const StudyCases merged = study_cases({{face_at("a", 2, 2, 0.02), face_at("b", 5, 5, 0.05)},
                                           {face_at("b", 7, 7, 0.07), face_at("a", -2, 2, 0.02)}});
    ASSERT_EQ(merged.cases.size(), 2U);
    const FaceResult& a = merged.cases[0].result;
    EXPECT_EQ(a.sample_id, "a");
    EXPECT_DOUBLE_EQ(a.error_px, 2);
    // Two runs that are off to both sides: their mean is right, their errors are not.
    EXPECT_DOUBLE_EQ(a.predicted_in_image.points[0].x, 0);
    EXPECT_DOUBLE_EQ(merged.deviations[0], 0);
    EXPECT_DOUBLE_EQ(merged.cases[1].result.nme, 0.06);
    EXPECT_NEAR(merged.deviations[1], 0.02 / std::sqrt(2.0), 1e-12);
    EXPECT_EQ(merged.runs, (std::vector{2, 2}));
}

TEST(StudyCases, OfFoldsHaveEachFaceOnce) {
    const StudyCases merged = study_cases({{face_at("a", 2, 2, 0.02)}, {face_at("b", 5, 5, 0.05)}});
    ASSERT_EQ(merged.cases.size(), 2U);
    EXPECT_DOUBLE_EQ(merged.cases[1].result.nme, 0.05);
    EXPECT_TRUE(std::isnan(merged.deviations[0]));
}

TEST(StudyCases, WithoutAKnownDistanceVaryInPixels) {
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    const StudyCases merged =
        study_cases({{face_at("a", 2, 2, unknown)}, {face_at("a", 4, 4, unknown)}});
    EXPECT_TRUE(std::isnan(merged.cases[0].result.nme));
    EXPECT_DOUBLE_EQ(merged.cases[0].result.error_px, 3);
    EXPECT_NEAR(merged.deviations[0], std::sqrt(2.0), 1e-12);
}

TEST(StudyCases, OfRunsWithOtherPointsAreThoseOfTheFirst) {
    CasePrediction other = face_at("a", 9, 9, 0.09);
    other.result.predicted_in_image = Landmarks({Point(9, 1), Point(9, 2)});
    const StudyCases merged = study_cases({{face_at("a", 2, 2, 0.02)}, {other}});
    EXPECT_DOUBLE_EQ(merged.cases[0].result.nme, 0.02);
    EXPECT_EQ(merged.runs, (std::vector{1}));
    EXPECT_TRUE(study_cases({}).cases.empty());
}

}  // namespace
}  // namespace rudolph
