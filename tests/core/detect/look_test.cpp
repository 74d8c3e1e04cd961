#include "core/detect/look.h"

#include <gmock/gmock.h>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace rudolph {
namespace {

using testing::Lt;

/// Dark, with one soft dot, which tells where a place of the picture went.
cv::Mat picture_with_dot(cv::Size size, const Point& dot) {
    cv::Mat picture(size, CV_8UC3, cv::Scalar::all(20));
    cv::circle(picture, cv::Point(dot * 16), 6 * 16, cv::Scalar::all(250), cv::FILLED, cv::LINE_AA,
               4);
    return picture;
}

Point dot_in(const cv::Mat& picture) {
    cv::Mat grey;
    cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
    cv::threshold(grey, grey, 160, 0, cv::THRESH_TOZERO);
    const cv::Moments moments = cv::moments(grey);
    return {moments.m10 / moments.m00, moments.m01 / moments.m00};
}

void expect_dot_where_said(const Look& look, const Point& dot) {
    EXPECT_THAT(cv::norm(dot_in(look.bgr) - look.look_from_image(dot)), Lt(0.5));
}

TEST(Look, KnowsWhereThePlacesOfThePictureWent) {
    const Point dot(140, 30);
    const cv::Mat picture = picture_with_dot({200, 120}, dot);
    for (const double degrees : {0.0, 30.0, -30.0, 60.0, 90.0, -90.0, 120.0, 180.0}) {
        SCOPED_TRACE(degrees);
        expect_dot_where_said(turned_look(picture, degrees), dot);
    }
    expect_dot_where_said(resized_look(picture, 100, 1), dot);
    expect_dot_where_said(resized_look(picture, 800, 2), dot);
    expect_dot_where_said(bordered_look(picture, 0.25), dot);
    expect_dot_where_said(brightened_look(picture), dot);
}

TEST(Look, TurnsAllOfThePicture) {
    const cv::Mat picture(120, 200, CV_8UC3, cv::Scalar::all(20));
    EXPECT_EQ(turned_look(picture, 90).bgr.size(), cv::Size(120, 200));
    EXPECT_EQ(turned_look(picture, 180).bgr.size(), cv::Size(200, 120));
    const Look look = turned_look(picture, 30);
    for (const Point& corner : {Point(0, 0), Point(199, 0), Point(0, 119), Point(199, 119)}) {
        const Point place = look.look_from_image(corner);
        EXPECT_GE(place.x, -0.5);
        EXPECT_GE(place.y, -0.5);
        EXPECT_LE(place.x, look.bgr.cols - 0.5);
        EXPECT_LE(place.y, look.bgr.rows - 0.5);
    }
}

TEST(Look, KeepsTheShapeWithinLimits) {
    const cv::Mat picture(120, 200, CV_8UC3, cv::Scalar::all(20));
    EXPECT_EQ(resized_look(picture, 100, 1).bgr.size(), cv::Size(100, 60));
    EXPECT_EQ(resized_look(picture, 1000, 1).bgr.size(), cv::Size(200, 120));
    EXPECT_EQ(resized_look(picture, 1000, 2).bgr.size(), cv::Size(400, 240));
    EXPECT_EQ(resized_look(cv::Mat(1, 3000, CV_8UC3), 300, 1).bgr.size(), cv::Size(300, 1));
}

TEST(Look, LiftsDarkPicturesOnly) {
    cv::Mat dark(64, 64, CV_8UC3);
    cv::randu(dark, 5, 25);
    EXPECT_GT(cv::mean(brightened_look(dark).bgr)[1], 60);
    cv::Mat light(64, 64, CV_8UC3);
    cv::randu(light, 150, 220);
    EXPECT_LE(cv::mean(brightened_look(light).bgr)[1], cv::mean(light)[1] + 25);
    EXPECT_EQ(brightened_look(cv::Mat(1, 1, CV_8UC3, cv::Scalar::all(0))).bgr.size(),
              cv::Size(1, 1));
}

TEST(Look, AddsItsTurnToTheRoll) {
    const cv::Mat picture(120, 200, CV_8UC3, cv::Scalar::all(20));
    const DetectedFace in_look{{50, 40, 30, 30}, 0.5, 15};
    EXPECT_DOUBLE_EQ(in_image(turned_look(picture, 30), in_look).roll_deg, 45);
    EXPECT_DOUBLE_EQ(in_image(turned_look(picture, -90), in_look).roll_deg, -75);
    EXPECT_DOUBLE_EQ(in_image(turned_look(picture, 180), in_look).roll_deg, -165);
    const DetectedFace half = in_image(resized_look(picture, 100, 1), in_look);
    EXPECT_DOUBLE_EQ(half.box.width, 60);
    EXPECT_DOUBLE_EQ(half.score, 0.5);
    // The corners of pictures meet, not the centres of their corner pixels.
    EXPECT_DOUBLE_EQ(half.box.left, 100.5);
}

TEST(Duplicates, LeaveTheBetterFace) {
    const DetectedFace face{{100, 100, 50, 50}, 0.7, 0};
    const DetectedFace shifted{{105, 100, 50, 50}, 0.9, 0};
    const DetectedFace inside{{110, 110, 20, 20}, 0.3, 0};
    const DetectedFace beside{{140, 100, 50, 50}, 0.2, 0};
    EXPECT_THAT(without_duplicates({inside, face, beside, shifted}),
                testing::ElementsAre(shifted, beside));
    EXPECT_TRUE(without_duplicates({}).empty());
}

}  // namespace
}  // namespace rudolph
