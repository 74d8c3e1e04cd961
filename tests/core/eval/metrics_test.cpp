#include "core/eval/metrics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/base/nan.h"

namespace rudolph {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

const Landmarks kTruth({{10, 10}, {20, 10}});
const Landmarks kPredicted({{13, 14}, {20, 22}});  // 5 and 12 px away
const cv::Size kCrop(100, 50);

FaceResult result_with_nme(double nme) {
    FaceResult result;
    result.squared_error = 0.5;
    result.error_px = 1;
    result.nme = nme;
    return result;
}

TEST(FaceResult, HasTheErrorsComputedByHand) {
    const FaceResult result =
        face_result("04-1m", kPredicted, kTruth, 40, Affine::scaling(0.5, 0.5), kCrop);
    EXPECT_EQ(result.sample_id, "04-1m");
    EXPECT_EQ(result.truth_in_image, kTruth);
    EXPECT_DOUBLE_EQ(result.error_px, 8.5);
    EXPECT_DOUBLE_EQ(result.nme, 8.5 / 40);
    // In the crop (1.5, 2) and (0, 6) px; in labels (0.015, 0.04) and (0, 0.12).
    const double squares = 0.015 * 0.015 + 0.04 * 0.04 + 0.12 * 0.12;
    EXPECT_NEAR(result.squared_error, squares / 4, 1e-15);
}

TEST(FaceResult, LeavesPointsWithoutLabelsOut) {
    Landmarks truth = kTruth;
    truth.visibility[1] = Visibility::NotLabelled;
    truth.points[1] = {kNaN, kNaN};
    const FaceResult result = face_result("a", kPredicted, truth, 10, {}, kCrop);
    EXPECT_DOUBLE_EQ(result.error_px, 5);
    EXPECT_DOUBLE_EQ(result.nme, 0.5);
    EXPECT_NEAR(result.squared_error, (0.03 * 0.03 + 0.08 * 0.08) / 2, 1e-15);
}

TEST(FaceResult, CountsHiddenPoints) {
    Landmarks truth = kTruth;
    truth.visibility[1] = Visibility::Hidden;
    EXPECT_DOUBLE_EQ(face_result("a", kPredicted, truth, 10, {}, kCrop).error_px, 8.5);
}

TEST(FaceResult, IsUnknownWithoutAnyLabel) {
    Landmarks truth = kTruth;
    truth.visibility.assign(2, Visibility::NotLabelled);
    const FaceResult result = face_result("a", kPredicted, truth, 10, {}, kCrop);
    EXPECT_TRUE(std::isnan(result.error_px));
    EXPECT_TRUE(std::isnan(result.squared_error));
    EXPECT_TRUE(std::isnan(result.nme));
}

TEST(FaceResult, HasNoNmeWithoutADistance) {
    const FaceResult result = face_result("a", kPredicted, kTruth, 0, {}, kCrop);
    EXPECT_DOUBLE_EQ(result.error_px, 8.5);
    EXPECT_TRUE(std::isnan(result.nme));
}

TEST(FaceResult, CallsAPredictionThatIsNoNumberInfinitelyWrong) {
    const FaceResult result =
        face_result("a", Landmarks({{kNaN, 1}, {2, 3}}), kTruth, 10, {}, kCrop);
    EXPECT_EQ(result.error_px, kInfinity);
    EXPECT_EQ(result.squared_error, kInfinity);
    EXPECT_EQ(result.nme, kInfinity);
}

TEST(FaceResult, RefusesAnotherNumberOfPoints) {
    EXPECT_THROW(face_result("a", Landmarks({{1, 2}}), kTruth, 10, {}, kCrop), Error);
}

TEST(FaceResult, IsMeasuredByItsBoxWhateverTheEyesDo) {
    const Landmarks truth({{0, 0}, {20, 0}, {0, 45}, {20, 45}});
    Landmarks found = truth;
    for (Point& point : found.points)
        point.x += 3;
    const FaceResult result = face_result("a", found, truth, 1, Affine(), {100, 100});
    EXPECT_DOUBLE_EQ(result.nme, 3);
    EXPECT_DOUBLE_EQ(box_nme(result), 0.1);
    const Landmarks nose({{5, 5}});
    EXPECT_TRUE(std::isnan(box_nme(face_result("b", nose, nose, 1, Affine(), {100, 100}))));
}

TEST(EvaluationReport, TellsTheMedianThatAFewFarOffDoNotMove) {
    const auto median_of = [](const std::vector<double>& nmes) {
        std::vector<FaceResult> results;
        for (const double nme : nmes) {
            FaceResult& result = results.emplace_back();
            result.error_px = result.nme = nme;
        }
        return evaluation_report(std::move(results), "eyes").median_nme;
    };
    EXPECT_DOUBLE_EQ(median_of({0.9, 0.01, 0.02}), 0.02);
    EXPECT_DOUBLE_EQ(median_of({0.9, 0.01, 0.02, 0.04}), 0.03);
    EXPECT_TRUE(std::isnan(median_of({})));
}

TEST(EvaluationReport, AveragesOverFaces) {
    const EvaluationReport report =
        evaluation_report({result_with_nme(0.04), result_with_nme(0.10)}, "eyes");
    EXPECT_EQ(report.faces, 2);
    EXPECT_EQ(report.normaliser, "eyes");
    EXPECT_DOUBLE_EQ(report.mse, 0.5);
    EXPECT_DOUBLE_EQ(report.error_px, 1);
    EXPECT_DOUBLE_EQ(report.nme, 0.07);
    EXPECT_DOUBLE_EQ(report.auc_08, 0.25);  // one face of two from half of the limit on
    EXPECT_DOUBLE_EQ(report.fr_08, 0.5);
    EXPECT_EQ(report.results.size(), 2U);
}

TEST(EvaluationReport, DoesNotCountFacesWithoutLabels) {
    FaceResult unknown = result_with_nme(kNaN);
    unknown.error_px = kNaN;
    unknown.squared_error = kNaN;
    const EvaluationReport report = evaluation_report({unknown, result_with_nme(0.02)}, "eyes");
    EXPECT_EQ(report.faces, 1);
    EXPECT_DOUBLE_EQ(report.error_px, 1);
    EXPECT_DOUBLE_EQ(report.nme, 0.02);
    EXPECT_EQ(report.results.size(), 2U);
}

TEST(EvaluationReport, CountsAFaceWithoutDistanceInPixelsOnly) {
    const EvaluationReport report =
        evaluation_report({result_with_nme(kNaN), result_with_nme(0.02)}, "eyes");
    EXPECT_EQ(report.faces, 2);
    EXPECT_DOUBLE_EQ(report.nme, 0.02);
    EXPECT_DOUBLE_EQ(report.fr_08, 0);
}

TEST(EvaluationReport, IsUnknownWithoutFaces) {
    const EvaluationReport report = evaluation_report({}, "eyes");
    EXPECT_EQ(report.faces, 0);
    for (const double value :
         {report.mse, report.error_px, report.nme, report.auc_08, report.fr_08})
        EXPECT_TRUE(std::isnan(value));
}

TEST(Auc, IsOneForPerfectFacesAndZeroBeyondTheLimit) {
    EXPECT_EQ(auc({0, 0, 0}, 0.08), 1);
    EXPECT_EQ(auc({0.08, 0.09, kInfinity}, 0.08), 0);
    EXPECT_TRUE(std::isnan(auc({}, 0.08)));
}

TEST(Auc, IsTheAreaUnderTheSteps) {
    // Steps of a quarter at 0.01, 0.02, 0.05 and one beyond.
    const double area = 0.25 * 0.01 + 0.5 * 0.03 + 0.75 * 0.03;
    EXPECT_NEAR(auc({0.05, 0.01, 0.2, 0.02}, 0.08), area / 0.08, 1e-12);
}

TEST(FailureRate, CountsWhatLiesAboveTheLimit) {
    EXPECT_DOUBLE_EQ(failure_rate({0.01, 0.08, 0.080001, kInfinity}, 0.08), 0.5);
    EXPECT_DOUBLE_EQ(failure_rate({0, 0}, 0.08), 0);
    EXPECT_TRUE(std::isnan(failure_rate({}, 0.08)));
}

TEST(RankingError, PutsASmallFaceThatIsFarOffBeforeALargeOne) {
    FaceResult small;
    small.error_px = 4;
    small.nme = 0.2;
    FaceResult large;
    large.error_px = 9;
    large.nme = 0.05;
    EXPECT_GT(ranking_error(small), ranking_error(large));
}

TEST(RankingError, FallsBackToPixels) {
    FaceResult face;
    face.error_px = 4;
    face.nme = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(ranking_error(face), 4);
}

}  // namespace
}  // namespace rudolph
