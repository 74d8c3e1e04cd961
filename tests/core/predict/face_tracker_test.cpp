#include "core/predict/face_tracker.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "core/base/random.h"
#include "tests/support/dotted_face.h"

namespace rudolph {
namespace {

using test::DotPredictor;
using test::dotted_face;
using test::DottedFace;
using test::farthest;

/// Says what it is told to, and counts how often it is asked.
class ToldDetector : public FaceDetector {
public:
    DetectorKind kind() const override { return DetectorKind::Hog; }
    std::vector<DetectedFace> detect(const cv::Mat& /*bgr*/) override {
        ++asked;
        return faces;
    }

    std::vector<DetectedFace> faces;
    int asked = 0;
};

cv::Mat colour(const cv::Mat& grey) {
    cv::Mat bgr;
    cv::cvtColor(grey, bgr, cv::COLOR_GRAY2BGR);
    return bgr;
}

DetectedFace about(const Point& centre) {
    return {Box{centre.x - 20, centre.y - 20, 40, 40}, 1, 0};
}

class FaceTrackerTest : public testing::Test {
protected:
    std::vector<TrackedFace> show(const DottedFace& face) {
        seconds_ += 1.0 / 25;
        return tracker_.track(colour(face.grey), seconds_);
    }

    ToldDetector detector_;
    DotPredictor predictor_{1};
    FaceTracker tracker_{detector_, predictor_};
    double seconds_ = 0;
};

TEST_F(FaceTrackerTest, FollowsAFaceThatTheDetectorSawOnce) {
    detector_.faces = {about({60, 80})};
    double before = 0;
    for (int frame = 0; frame < 14; ++frame) {
        const DottedFace face = dotted_face(1, frame, {60.0 + 4 * frame, 80});
        const auto found = show(face);
        ASSERT_EQ(found.size(), 1U) << frame;
        EXPECT_EQ(found[0].id, 1);
        EXPECT_LT(farthest(found[0].face.points_in_image, face.points), 5) << frame;
        EXPECT_NEAR(found[0].face.found.box.centre().x, 60.0 + 4 * frame, 4);
        EXPECT_GT(found[0].face.points_in_image.points[0].x, before);
        before = found[0].face.points_in_image.points[0].x;
    }
    EXPECT_EQ(detector_.asked, 1);
}

TEST_F(FaceTrackerTest, PointsOfAStillFaceAreSteadierThanTheyAreMeasured) {
    Random random(3);
    detector_.faces = {about({104, 84})};
    TrackerOptions unsmoothed;
    unsmoothed.min_cutoff = unsmoothed.place_min_cutoff = 1e9;
    FaceTracker measuring(detector_, predictor_, unsmoothed);
    double measured = 0;
    double shown = 0;
    Point last_measured;
    Point last_shown;
    for (int frame = 0; frame < 60; ++frame) {
        const DottedFace face =
            dotted_face(1, 0, {104 + random.normal() * 0.15, 84 + random.normal() * 0.15});
        const Point now = show(face).at(0).face.points_in_image.points[1];
        const Point raw =
            measuring.track(colour(face.grey), seconds_).at(0).face.points_in_image.points[1];
        if (frame > 20) {
            measured += cv::norm(raw - last_measured);
            shown += cv::norm(now - last_shown);
        }
        last_measured = raw;
        last_shown = now;
    }
    EXPECT_GT(measured, 1);
    EXPECT_LT(shown, 0.6 * measured);
}

TEST_F(FaceTrackerTest, PointsDoNotLagBehindAMovingFace) {
    detector_.faces = {about({60, 80})};
    double behind = 0;
    for (int frame = 0; frame < 40; ++frame) {
        const DottedFace face = dotted_face(1 + 0.004 * frame, 0.5 * frame, {60.0 + 2 * frame, 80});
        const auto found = show(face);
        ASSERT_EQ(found.size(), 1U) << frame;
        detector_.faces = {about({60.0 + 2 * frame, 80})};
        if (frame > 10)
            behind = std::max(behind, farthest(found[0].face.points_in_image, face.points));
    }
    EXPECT_LT(behind, 1.0) << "half of what it moves in a frame";
}

TEST_F(FaceTrackerTest, NewFacesGetNewNumbersAndKnownOnesKeepTheirs) {
    detector_.faces = {about({50, 80})};
    const DottedFace one = dotted_face(0.8, 0, {50, 80});
    EXPECT_EQ(show(one).at(0).id, 1);
    detector_.faces = {about({50, 80}), about({150, 80})};
    DottedFace both = one;
    both.grey = one.grey + dotted_face(0.8, 0, {150, 80}).grey;
    std::set<int> seen;
    for (int frame = 0; frame < 20; ++frame)
        for (const TrackedFace& face : show(both))
            seen.insert(face.id);
    EXPECT_EQ(seen, (std::set<int>{1, 2}));
    EXPECT_LE(detector_.asked, 3);
}

TEST_F(FaceTrackerTest, AFaceThatIsGoneIsLookedForAndForgotten) {
    detector_.faces = {about({104, 84})};
    ASSERT_EQ(show(dotted_face(1, 0, {104, 84})).size(), 1U);
    predictor_.at_one_place = true;  // what it says is no face
    detector_.faces = {};
    Calibration unsure{std::vector<double>(kPointWeights, 0.0),
                       std::vector<double>(kFaceWeights, 0.0), 1};
    unsure.face_weights[0] = -5;
    predictor_.set_calibration(unsure);
    EXPECT_TRUE(show(dotted_face(1, 0, {104, 84})).empty());
    EXPECT_EQ(detector_.asked, 2);
    tracker_.reset();
    predictor_.at_one_place = false;
    detector_.faces = {about({104, 84})};
    EXPECT_EQ(show(dotted_face(1, 0, {104, 84})).at(0).id, 2);
}

TEST_F(FaceTrackerTest, TimeThatGoesBackStartsAnew) {
    detector_.faces = {about({104, 84})};
    show(dotted_face(1, 0, {104, 84}));
    show(dotted_face(1, 0, {104, 84}));
    EXPECT_EQ(detector_.asked, 1);
    seconds_ = 0;
    EXPECT_EQ(show(dotted_face(1, 0, {104, 84})).at(0).id, 2);
    EXPECT_EQ(detector_.asked, 2);
}

TEST(OneEuroFilter, FollowsFastMovesAndSmoothsSlowOnes) {
    OneEuroFilter slow;
    OneEuroFilter fast;
    EXPECT_EQ(slow(1, 0, 1, 0), 1);
    fast(1, 0, 1, 1);
    const double after_slow = slow(2, 0.04, 1, 0);
    const double after_fast = fast(2, 0.04, 1, 1);
    EXPECT_GT(after_slow, 1);
    EXPECT_LT(after_slow, 1.3);
    EXPECT_GT(after_fast, after_slow);
    EXPECT_LT(after_fast, 2);
}

}  // namespace
}  // namespace rudolph
