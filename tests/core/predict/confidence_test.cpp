#include "core/predict/confidence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/base/random.h"

namespace rudolph {
namespace {

constexpr size_t kPoints = 5;

FaceSigns signs(double spread) {
    FaceSigns result;
    result.spread.assign(kPoints, spread);
    result.mirror.assign(kPoints, 0.004);
    result.change.assign(kPoints, 0.002);
    result.strangeness = 0.03;
    return result;
}

/// Faces whose chance to be right falls as their maps spread: 1 / (1 + spread / 0.02).
std::vector<JudgedFace> judged_faces(int count, std::uint64_t seed) {
    std::vector<JudgedFace> result;
    Random random(seed);
    for (int i = 0; i < count; ++i) {
        const double spread = 0.002 * std::exp(random.uniform(0, 5));
        JudgedFace face{std::to_string(i), signs(spread), {}, i % 2 == 1};
        const bool right = random.uniform() < 1 / (1 + spread / 0.02);
        face.errors.assign(kPoints, right ? 0.03 : 0.2);
        result.push_back(face);
    }
    return result;
}

TEST(Confidence, MeansWhatItSaysOnOtherFaces) {
    const Calibration calibration = calibrate(judged_faces(4000, 1));
    EXPECT_EQ(calibration.faces, 2000);
    const Reliability found = reliability(calibration, judged_faces(4000, 2), false);
    EXPECT_LT(found.points_error, 0.04);
    EXPECT_LT(found.faces_error, 0.04);
    long long points = 0;
    for (const ReliabilityBin& bin : found.points) {
        points += bin.count;
        if (bin.count > 500) {
            EXPECT_NEAR(bin.claimed, bin.right, 0.08);
        }
    }
    EXPECT_EQ(points, 2000 * static_cast<long long>(kPoints));
    EXPECT_LT(cross_reliability(judged_faces(4000, 3), true).points_error, 0.04);
}

TEST(Confidence, FallsAsTheSignsGetWorse) {
    const Calibration calibration = calibrate(judged_faces(1000, 1));
    const FaceConfidence sure = confidence_of(calibration, signs(0.003));
    const FaceConfidence unsure = confidence_of(calibration, signs(0.2));
    EXPECT_GT(sure.face, 0.75);
    EXPECT_LT(unsure.face, 0.25);
    ASSERT_EQ(sure.points.size(), kPoints);
    EXPECT_GT(sure.points[0], unsure.points[0] + 0.4);
    // Only one point is unsure.
    FaceSigns mixed = signs(0.003);
    mixed.spread[2] = 0.2;
    const FaceConfidence said = confidence_of(calibration, mixed);
    EXPECT_LT(said.points[2], said.points[1]);
}

TEST(Confidence, CountsDoubtsByHowFarFacesAreOff) {
    const Calibration calibration = calibrate(judged_faces(1000, 1));
    std::vector<JudgedFace> judged;
    const auto add = [&](double spread, double error, bool hard) {
        judged.push_back({"a", signs(spread), std::vector<double>(kPoints, error), hard});
    };
    add(0.003, 0.08, false);
    add(0.2, 0.01, false);
    add(0.003, 0.1, false);
    add(0.2, 0.12, false);
    add(0.2, 0.2, false);
    add(0.003, 0.5, true);
    const Reliability plain = reliability(calibration, judged, false);
    EXPECT_EQ(plain.right, (DoubtCount{1, 2}));
    EXPECT_EQ(plain.off, (DoubtCount{1, 2}));
    EXPECT_EQ(plain.far_off, (DoubtCount{1, 1}));
    const Reliability hard = reliability(calibration, judged, true);
    EXPECT_EQ(hard.right, (DoubtCount{0, 0}));
    EXPECT_EQ(hard.far_off, (DoubtCount{0, 1}));
}

TEST(Confidence, AFewFacesNeverMakeCertain) {
    std::vector<JudgedFace> few;
    for (int i = 0; i < 3; ++i)
        few.push_back({std::to_string(i), signs(0.01), std::vector<double>(kPoints, 0.01), false});
    const FaceConfidence said = confidence_of(calibrate(few), signs(0.01));
    EXPECT_GT(said.face, 0.5);
    EXPECT_LT(said.face, 0.95);
}

TEST(Confidence, FacesWithoutAKnownErrorDoNotCount) {
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    std::vector<JudgedFace> judged = {
        {"a", signs(0.01), std::vector<double>(kPoints, unknown), false}};
    EXPECT_FALSE(can_calibrate(judged));
    EXPECT_THROW(calibrate(judged), Error);
    EXPECT_FALSE(can_calibrate({}));
    std::vector<JudgedFace> some = judged_faces(200, 4);
    const Calibration without = calibrate(some);
    some.push_back(judged.front());
    EXPECT_EQ(calibrate(some), without);
    EXPECT_EQ(cross_reliability(judged, false).points_error, 0);
}

TEST(Confidence, SignsThatAreNoNumbersAreSurvived) {
    std::vector<JudgedFace> judged = judged_faces(200, 5);
    judged[3].signs.strangeness = std::numeric_limits<double>::quiet_NaN();
    judged[4].signs.spread[1] = std::numeric_limits<double>::infinity();
    const FaceConfidence said = confidence_of(calibrate(judged), judged[4].signs);
    EXPECT_TRUE(said.face >= 0 && said.face <= 1);
}

}  // namespace
}  // namespace rudolph
