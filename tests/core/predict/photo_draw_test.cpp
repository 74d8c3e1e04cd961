#include "core/predict/photo_draw.h"

#include <gtest/gtest.h>

#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/image/draw.h"

namespace rudolph {
namespace {

cv::Mat wall() {
    return {400, 600, CV_8UC3, cv::Scalar(120, 130, 140)};
}

LandmarkScheme scheme() {
    LandmarkScheme scheme = numbered_points(3);
    scheme.lines = {{"line", {0, 1}, false}};
    return scheme;
}

PhotoFace wall_face(std::optional<double> confidence = std::nullopt) {
    PhotoFace face;
    face.found.box = {100, 80, 200, 200};
    face.points_in_image = Landmarks({{150, 150}, {250, 150}, {200, 220}});
    if (confidence)
        face.confidence = FaceConfidence{*confidence, {1, 1, 1}};
    return face;
}

int count_of(const cv::Mat& picture, const cv::Scalar& colour) {
    cv::Mat hits;
    // Thin strokes are blended a little with what they cross.
    cv::inRange(picture, colour - cv::Scalar::all(30), colour + cv::Scalar::all(30), hits);
    return cv::countNonZero(hits);
}

cv::Mat wall_with(const PhotoFace& face, const PhotoDrawing& drawing = {}) {
    cv::Mat picture = wall();
    draw_photo_faces(picture, {face}, scheme(), drawing);
    return picture;
}

int changed(const cv::Mat& picture) {
    cv::Mat difference;
    cv::absdiff(picture, wall(), difference);
    return cv::countNonZero(difference.reshape(1));
}

TEST(DrawPhotoFaces, SureFacesAreRedAndDoubtfulOnesOrange) {
    for (const auto& sure : {wall_face(), wall_face(0.9)}) {
        EXPECT_GT(count_of(wall_with(sure), kPredictionColour), 100);
        EXPECT_EQ(count_of(wall_with(sure), kDoubtfulColour), 0);
    }
    EXPECT_GT(count_of(wall_with(wall_face(0.3)), kDoubtfulColour), 100);
    EXPECT_EQ(count_of(wall_with(wall_face(0.3)), kPredictionColour), 0);
}

TEST(DrawPhotoFaces, TheDoubtIsToldByDashesAndWordsToo) {
    const PhotoDrawing box_only{.lines = false, .words = false};
    const int solid = count_of(wall_with(wall_face(0.9), box_only), kPredictionColour);
    const int dashed = count_of(wall_with(wall_face(0.3), box_only), kDoubtfulColour);
    EXPECT_LT(dashed, 0.8 * solid);
    EXPECT_GT(dashed, 0.2 * solid);
    const cv::Rect above(100, 40, 200, 35);
    EXPECT_GT(count_of(wall_with(wall_face(0.3))(above), kDoubtfulColour), 20);
    EXPECT_EQ(count_of(wall_with(wall_face(0.9))(above), kPredictionColour), 0);
    EXPECT_EQ(count_of(wall_with(wall_face(0.3), box_only)(above), kDoubtfulColour), 0);
}

TEST(DrawPhotoFaces, PartsCanBeLeftOut) {
    const int whole = changed(wall_with(wall_face()));
    EXPECT_LT(changed(wall_with(wall_face(), {.box = false})), whole);
    EXPECT_LT(changed(wall_with(wall_face(), {.lines = false})), whole);
    EXPECT_GT(changed(wall_with(wall_face(), {.numbers = true})), whole);
}

TEST(DrawPhotoFaces, FacesThatLeaveThePictureAreCut) {
    PhotoFace outside = wall_face(0.2);
    outside.found.box = {-150, -150, 200, 200};
    outside.points_in_image = Landmarks({{-20, -20}, {30, -5}, {5, 10}});
    EXPECT_GT(changed(wall_with(outside)), 0);
    outside.found.box = {-1000, -1000, 200, 200};
    outside.points_in_image = Landmarks({{-900, -900}, {-850, -900}, {-900, -850}});
    EXPECT_EQ(changed(wall_with(outside)), 0);
}

TEST(DrawPhotoFaces, OtherSchemesAreRefused) {
    cv::Mat picture = wall();
    EXPECT_THROW(draw_photo_faces(picture, {wall_face()}, numbered_points(4)), Error);
}

TEST(DrawPhotoFaces, APixelIsEnough) {
    cv::Mat picture(1, 1, CV_8UC3, cv::Scalar(1, 2, 3));
    PhotoFace tiny = wall_face(0.1);
    tiny.found.box = {0, 0, 1, 1};
    tiny.points_in_image = Landmarks({{0, 0}, {0, 0}, {0, 0}});
    EXPECT_NO_THROW(draw_photo_faces(picture, {tiny}, scheme(), {.numbers = true}));
}

}  // namespace
}  // namespace rudolph
