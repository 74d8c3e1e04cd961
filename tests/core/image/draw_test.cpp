#include "core/image/draw.h"

#include <gtest/gtest.h>

#include <limits>
#include <opencv2/core.hpp>

#include "core/base/error.h"

namespace rudolph {
namespace {

cv::Mat skin(int width = 60, int height = 60) {
    return {height, width, CV_8UC3, cv::Scalar(150, 170, 210)};
}

int changed_pixels(const cv::Mat& picture) {
    cv::Mat difference;
    cv::absdiff(picture, skin(picture.cols, picture.rows), difference);
    return cv::countNonZero(difference.reshape(1));
}

bool has_colour(const cv::Mat& picture, const cv::Scalar& colour) {
    cv::Mat hits;
    cv::inRange(picture, colour, colour, hits);
    return cv::countNonZero(hits) > 0;
}

/// The middle of what was drawn.
Point centre_of_change(const cv::Mat& picture) {
    Point sum;
    double weight = 0;
    const cv::Mat before = skin(picture.cols, picture.rows);
    for (int y = 0; y < picture.rows; ++y)
        for (int x = 0; x < picture.cols; ++x) {
            const double change =
                cv::norm(picture.at<cv::Vec3b>(y, x), before.at<cv::Vec3b>(y, x), cv::NORM_L1);
            sum += Point(x, y) * change;
            weight += change;
        }
    return sum / weight;
}

TEST(DrawLandmarks, MarksStandOnTheirPoints) {
    for (const Marker marker : {Marker::Circle, Marker::Cross}) {
        cv::Mat picture = skin();
        draw_landmarks(picture, Landmarks({{30, 20}}), numbered_points(1), kTruthColour, marker, 4);
        const Point centre = centre_of_change(picture);
        EXPECT_NEAR(centre.x, 30, 0.3);
        EXPECT_NEAR(centre.y, 20, 0.3);
        EXPECT_TRUE(has_colour(picture, kTruthColour));
    }
}

TEST(DrawLandmarks, DrawsBetweenPixels) {
    cv::Mat picture = skin();
    draw_landmarks(picture, Landmarks({{30.5, 20.25}}), numbered_points(1), kTruthColour,
                   Marker::Cross, 5);
    const Point centre = centre_of_change(picture);
    EXPECT_NEAR(centre.x, 30.5, 0.3);
    EXPECT_NEAR(centre.y, 20.25, 0.3);
}

TEST(DrawLandmarks, LeavesOutUnlabelledPointsAndTheirLines) {
    LandmarkScheme scheme = numbered_points(3);
    scheme.lines = {{"line", {0, 1, 2}, true}};
    Landmarks landmarks({{10, 10}, {50, 10}, {50, 50}});
    landmarks.visibility.assign(3, Visibility::NotLabelled);
    cv::Mat picture = skin();
    draw_landmarks(picture, landmarks, scheme, kPredictionColour, Marker::Circle, 3);
    EXPECT_EQ(changed_pixels(picture), 0);
    landmarks.visibility[0] = Visibility::Visible;
    landmarks.visibility[1] = Visibility::Hidden;
    draw_landmarks(picture, landmarks, scheme, kPredictionColour, Marker::Circle, 3);
    EXPECT_GT(changed_pixels(picture.rowRange(0, 20).clone()), 0);
    EXPECT_EQ(changed_pixels(picture.rowRange(20, 60).clone()), 0);
}

TEST(DrawLandmarks, SurvivesPointsFarAwayAndNoNumbers) {
    cv::Mat picture = skin();
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    draw_landmarks(picture, Landmarks({{1e300, -1e300}, {none, 4}, {-500, 900}}),
                   numbered_points(3), kTruthColour, Marker::Circle, 3);
    EXPECT_EQ(changed_pixels(picture), 0);
    draw_landmarks(picture, Landmarks(), scheme_for_point_count(68), kTruthColour, Marker::Cross,
                   3);
    EXPECT_EQ(changed_pixels(picture), 0);
}

TEST(DrawLandmarks, RefusesGreyPicturesAndOtherSchemes) {
    cv::Mat grey(10, 10, CV_8UC1);
    EXPECT_THROW(draw_landmarks(grey, Landmarks({{1, 1}}), numbered_points(1), kTruthColour,
                                Marker::Circle, 3),
                 Error);
    cv::Mat picture = skin();
    EXPECT_THROW(draw_landmarks(picture, Landmarks({{1, 1}}), numbered_points(2), kTruthColour,
                                Marker::Circle, 3),
                 Error);
}

TEST(DrawBox, StandsOnItsEdgesAndIsCutAtThePictures) {
    cv::Mat picture = skin();
    draw_box(picture, {10, 20, 30, 25}, kPredictionColour, Stroke::Solid, 1);
    const cv::Vec3b ink(0x30, 0x3b, 0xff);
    for (const cv::Point& at :
         {cv::Point(10, 30), cv::Point(40, 30), cv::Point(25, 20), cv::Point(25, 45)})
        EXPECT_LE(cv::norm(picture.at<cv::Vec3b>(at), ink), 40) << at;  // blended a little
    EXPECT_EQ(picture.at<cv::Vec3b>(30, 25), cv::Vec3b(150, 170, 210)) << "nothing inside";
    EXPECT_NO_THROW(draw_box(picture, {-50, -50, 1000, 1000}, kTruthColour, Stroke::Dashed, 2));
    const int before = changed_pixels(picture);
    draw_box(picture, {1e7, 0, std::numeric_limits<double>::quiet_NaN(), 10}, kTruthColour,
             Stroke::Dashed, 2);
    EXPECT_EQ(changed_pixels(picture), before);
}

TEST(DrawText, StaysInThePicture) {
    cv::Mat picture = skin(120, 40);
    draw_text(picture, "12", {500, -20}, kPredictionColour, 10);
    cv::Mat hits;
    cv::inRange(picture, kPredictionColour - cv::Scalar::all(30),
                kPredictionColour + cv::Scalar::all(30), hits);
    EXPECT_GT(cv::countNonZero(hits), 3);
    EXPECT_EQ(cv::countNonZero(hits(cv::Rect(0, 0, 60, 40))), 0) << "at the right edge";
    cv::Mat tiny = skin(1, 1);
    EXPECT_NO_THROW(draw_text(tiny, "long words", {0, 0}, kPredictionColour, 10));
}

TEST(PictureSheet, HasRoomForEveryCell) {
    const std::vector<SheetCell> cells(5, {skin(30, 90), "04-1m"});
    const cv::Mat sheet = picture_sheet(cells, 3, {100, 80}, "Title");
    EXPECT_EQ(sheet.type(), CV_8UC3);
    EXPECT_GT(sheet.cols, 3 * 100);
    EXPECT_LT(sheet.cols, 4 * 100);
    EXPECT_GT(sheet.rows, 2 * 80);
    // The whole picture is shown, in its own proportions: 5 × (27×80) pixels of skin.
    cv::Mat hits;
    cv::inRange(sheet, cv::Scalar(150, 170, 210), cv::Scalar(150, 170, 210), hits);
    EXPECT_NEAR(cv::countNonZero(hits), 5 * 27 * 78, 5 * 27 * 4);
}

TEST(PictureSheet, TakesGreyTinyHugeAndMissingPictures) {
    const std::vector<SheetCell> cells = {{cv::Mat(3, 2000, CV_8UC1, cv::Scalar(9)), "grey"},
                                          {skin(1, 1), std::string(500, 'x')},
                                          {cv::Mat(), "none"},
                                          {skin(3000, 1), ""}};
    EXPECT_FALSE(picture_sheet(cells, 10, {40, 40}, "").empty());
}

TEST(PictureSheet, WithoutCellsIsItsTitle) {
    EXPECT_FALSE(picture_sheet({}, 4, {100, 100}, "Nothing to see").empty());
    EXPECT_FALSE(picture_sheet({}, 4, {100, 100}, "").empty());
}

TEST(PictureSheet, RefusesNoColumnsAndNoRoom) {
    EXPECT_THROW(picture_sheet({}, 0, {100, 100}, ""), Error);
    EXPECT_THROW(picture_sheet({}, 4, {0, 100}, ""), Error);
}

}  // namespace
}  // namespace rudolph
