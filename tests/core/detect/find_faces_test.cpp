#include <gmock/gmock.h>

#include <cmath>
#include <functional>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <optional>

#include "core/base/error.h"
#include "core/detect/face_detector.h"
#include "core/detect/find_faces.h"

namespace rudolph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// A "face" is a red dot above a blue one; `length` apart, rolled clockwise.
void draw_face(cv::Mat& picture, const Point& centre, double length, double roll_deg,
               int brightness = 250) {
    const double roll = roll_deg * CV_PI / 180;
    const Point down(-std::sin(roll) * length / 2, std::cos(roll) * length / 2);
    const auto dot = [&](const Point& at, const cv::Scalar& colour) {
        cv::circle(picture, cv::Point(at * 16), cvRound(length / 5 * 16), colour, cv::FILLED,
                   cv::LINE_AA, 4);
    };
    dot(centre - down, cv::Scalar(0, 0, brightness));
    dot(centre + down, cv::Scalar(brightness, 0, 0));
}

std::optional<Point> place_of(const cv::Mat& bgr, const cv::Scalar& from, const cv::Scalar& to) {
    cv::Mat mask;
    cv::inRange(bgr, from, to, mask);
    const cv::Moments moments = cv::moments(mask, true);
    if (moments.m00 < 4)
        return std::nullopt;
    return Point(moments.m10 / moments.m00, moments.m01 / moments.m00);
}

/// Finds drawn faces that are bright, upright (within 20°, more surely the straighter) and at least
/// `smallest` pixels long; half of that when it looks closely. Cannot tell the roll.
class DotDetector final : public FaceDetector {
public:
    DetectorKind kind() const override { return DetectorKind::Hog; }

    std::vector<DetectedFace> detect(const cv::Mat& bgr) override { return look(bgr, smallest); }
    std::vector<DetectedFace> detect_closely(const cv::Mat& bgr) override {
        return look(bgr, smallest / 2);
    }

    double smallest = 30;
    int looks = 0;
    std::function<void()> on_look = [] {};

private:
    std::vector<DetectedFace> look(const cv::Mat& bgr, double least) {
        ++looks;
        on_look();
        const auto red = place_of(bgr, {0, 0, 150}, {149, 149, 255});
        const auto blue = place_of(bgr, {150, 0, 0}, {255, 149, 149});
        if (!red || !blue)
            return {};
        const Point down = *blue - *red;
        const double length = std::hypot(down.x, down.y);
        const double straight = down.y / length;
        if (length < least || straight < std::cos(20 * CV_PI / 180))
            return {};
        const Point centre = (*red + *blue) / 2;
        return {{{centre.x - length, centre.y - length, 2 * length, 2 * length}, straight, 0}};
    }
};

cv::Mat dark_picture(cv::Size size = {400, 300}) {
    return {size, CV_8UC3, cv::Scalar::all(90)};
}

void expect_face(const std::vector<DetectedFace>& faces, const Point& centre, double length,
                 double roll_deg) {
    ASSERT_THAT(faces, SizeIs(1));
    EXPECT_NEAR(faces[0].box.centre().x, centre.x, 1.5);
    EXPECT_NEAR(faces[0].box.centre().y, centre.y, 1.5);
    EXPECT_NEAR(faces[0].box.width, 2 * length, 2);
    EXPECT_DOUBLE_EQ(faces[0].box.width, faces[0].box.height);
    EXPECT_NEAR(std::remainder(faces[0].roll_deg - roll_deg, 360), 0, 1e-9);
}

TEST(FindFaces, FindsUprightFacesInOneLook) {
    cv::Mat picture = dark_picture();
    draw_face(picture, {250, 120}, 50, 0);
    for (const Effort effort : {Effort::Quick, Effort::Thorough}) {
        DotDetector detector;
        expect_face(find_faces(detector, picture, effort), {250, 120}, 50, 0);
        EXPECT_EQ(detector.looks, 1);
    }
}

TEST(FindFaces, FindsRolledFacesAndSaysHowTheyStand) {
    for (const double roll : {30, -30, 60, -60, 90, -90, 120, -120, 150, -150, 180}) {
        SCOPED_TRACE(roll);
        cv::Mat picture = dark_picture();
        draw_face(picture, {250, 120}, 50, roll);
        DotDetector detector;
        expect_face(find_faces(detector, picture), {250, 120}, 50, roll);
        EXPECT_THAT(find_faces(detector, picture, Effort::Quick), IsEmpty());
    }
}

TEST(FindFaces, TurnsUntilAFaceBetweenTheTurnsIsUprightEnough) {
    cv::Mat picture = dark_picture();
    draw_face(picture, {250, 120}, 50, 45);
    DotDetector detector;
    expect_face(find_faces(detector, picture), {250, 120}, 50, 30);
}

TEST(FindFaces, LooksCloserWhereNothingIsFound) {
    cv::Mat picture = dark_picture();
    draw_face(picture, {250, 120}, 20, 0);
    DotDetector detector;
    EXPECT_THAT(find_faces(detector, picture, Effort::Quick), IsEmpty());
    expect_face(find_faces(detector, picture), {250, 120}, 20, 0);
}

TEST(FindFaces, BrightensDarkPictures) {
    cv::Mat picture(300, 400, CV_8UC3, cv::Scalar::all(5));
    draw_face(picture, {250, 120}, 50, 0, 80);
    DotDetector detector;
    EXPECT_THAT(find_faces(detector, picture, Effort::Quick), IsEmpty());
    expect_face(find_faces(detector, picture), {250, 120}, 50, 0);
}

TEST(FindFaces, MapsBackFromHugePictures) {
    cv::Mat picture = dark_picture({6000, 3000});
    draw_face(picture, {4000, 1000}, 500, 90);
    DotDetector detector;
    const auto faces = find_faces(detector, picture);
    ASSERT_THAT(faces, SizeIs(1));
    EXPECT_NEAR(faces[0].box.centre().x, 4000, 5);
    EXPECT_NEAR(faces[0].box.centre().y, 1000, 5);
    EXPECT_NEAR(faces[0].box.width, 1000, 10);
    EXPECT_DOUBLE_EQ(faces[0].roll_deg, 90);
}

/// Says what it was told to, whatever it sees.
class SayingDetector final : public FaceDetector {
public:
    explicit SayingDetector(std::vector<DetectedFace> faces) : faces_(std::move(faces)) {}
    DetectorKind kind() const override { return DetectorKind::YuNet; }
    std::vector<DetectedFace> detect(const cv::Mat&) override { return faces_; }

private:
    std::vector<DetectedFace> faces_;
};

TEST(FindFaces, GivesEachFaceOnceFromLeftToRight) {
    const DetectedFace left{{10, 50, 40, 40}, 0.6, 0};
    const DetectedFace right{{200, 10, 60, 60}, 0.9, 5};
    const DetectedFace right_again{{203, 12, 60, 60}, 0.8, 0};
    const DetectedFace middle{{100, 10, 50, 50}, 0.7, 0};
    SayingDetector detector({right, right_again, middle, left});
    EXPECT_THAT(find_faces(detector, dark_picture()), ElementsAre(left, middle, right));
}

TEST(FindFaces, FindsNothingWhereNothingIs) {
    DotDetector detector;
    EXPECT_THAT(find_faces(detector, dark_picture()), IsEmpty());
    EXPECT_THAT(find_faces(detector, dark_picture({1, 1})), IsEmpty());
    EXPECT_THAT(find_faces(detector, dark_picture({1, 300})), IsEmpty());
}

TEST(FindFaces, StopsWhenAskedTo) {
    const CancelToken cancel;
    DotDetector detector;
    detector.on_look = [&] {
        if (detector.looks == 6)
            cancel.cancel();
    };
    EXPECT_THROW(find_faces(detector, dark_picture(), Effort::Thorough, cancel), Cancelled);
    EXPECT_EQ(detector.looks, 6);
    EXPECT_THROW(find_faces(detector, dark_picture(), Effort::Quick, cancel), Cancelled);
    EXPECT_EQ(detector.looks, 6);
}

TEST(FindFaces, RefusesOtherPictures) {
    DotDetector detector;
    EXPECT_THROW(find_faces(detector, cv::Mat()), Error);
    EXPECT_THROW(find_faces(detector, cv::Mat(10, 10, CV_8UC1, cv::Scalar(0))), Error);
    EXPECT_THROW(find_faces(detector, cv::Mat(10, 10, CV_16UC3, cv::Scalar(0))), Error);
    EXPECT_EQ(detector.looks, 0);
}

TEST(DetectorKind, IsSpeltAsOnTheCommandLine) {
    for (const DetectorKind kind : {DetectorKind::Hog, DetectorKind::YuNet})
        EXPECT_EQ(detector_kind(to_string(kind)), kind);
    EXPECT_THROW(detector_kind("haar"), Error);
}

}  // namespace
}  // namespace rudolph
