#include "core/eval/face_attributes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "tests/support/temp_dir.h"
#include "tests/support/turning_heads.h"

namespace rudolph {
namespace {

TEST(FaceLight, IsThatOfTheBoxAlone) {
    const test::TempDir folder;
    cv::Mat picture(100, 200, CV_8UC1, cv::Scalar(10));
    picture(cv::Rect(50, 20, 40, 40)) = 100;
    picture(cv::Rect(70, 20, 20, 40)) = 140;
    cv::imwrite((folder / "grau-ä.png").string(), picture);
    const FaceLight light = measure_light(folder / "grau-ä.png", {50, 20, 40, 40});
    EXPECT_DOUBLE_EQ(light.brightness, 120);
    EXPECT_DOUBLE_EQ(light.contrast, 20);
    EXPECT_DOUBLE_EQ(measure_light(folder / "grau-ä.png", {90, 0, 300, 300}).brightness, 10);
}

TEST(FaceLight, DoesNotCountNoise) {
    const test::TempDir folder;
    cv::Mat noisy(512, 512, CV_8UC1);
    cv::randn(noisy, 120, 30);
    cv::imwrite((folder / "noise.png").string(), noisy);
    cv::imwrite((folder / "noise.jpg").string(), noisy, {cv::IMWRITE_JPEG_QUALITY, 100});
    const FaceLight png = measure_light(folder / "noise.png", {0, 0, 512, 512});
    EXPECT_NEAR(png.brightness, 120, 2);
    EXPECT_LT(png.contrast, 6);
    EXPECT_NEAR(measure_light(folder / "noise.jpg", {0, 0, 512, 512}).contrast, png.contrast, 2);
}

TEST(FaceLight, IsUnknownWithoutABoxInThePicture) {
    const test::TempDir folder;
    cv::imwrite((folder / "a.png").string(), cv::Mat(20, 20, CV_8UC1, cv::Scalar(7)));
    EXPECT_TRUE(std::isnan(measure_light(folder / "a.png", {}).brightness));
    EXPECT_TRUE(std::isnan(measure_light(folder / "a.png", {30, 30, 5, 5}).brightness));
    EXPECT_THROW(measure_light(folder / "none.png", {0, 0, 5, 5}), Error);
}

TEST(FacePose, TellsRollInDegreesClockwiseAndSizeInPixels) {
    const Landmarks head = test::turned_head(0);
    std::vector<Landmarks> faces;
    for (int i = 0; i < 40; ++i)
        faces.push_back(test::turned_head(-39 + 2 * i));
    // Affine::rotation turns counter-clockwise.
    faces.push_back(transformed(Affine::rotation(-20, {}), head));
    faces.push_back(transformed(Affine::scaling(2, 2) * Affine::rotation(30, {}), head));
    const auto poses = measure_poses(faces, test::head_scheme());
    EXPECT_NEAR(poses[40].roll, 20, 0.5);
    EXPECT_NEAR(poses[41].roll, -30, 0.5);
    EXPECT_NEAR(poses[20].roll, 0, 1);
    const Box box = bounding_box(faces[41]);
    EXPECT_DOUBLE_EQ(poses[41].size, std::sqrt(box.width * box.height));
}

TEST(FacePose, TellsWhichWayHeadsAreTurned) {
    std::vector<Landmarks> faces;
    Random random(3);
    for (int i = 0; i < 40; ++i)
        faces.push_back(test::photographed(test::turned_head(-39 + 2 * i), random));
    const auto poses = measure_poses(faces, test::head_scheme());
    EXPECT_LT(poses.front().yaw, -1);
    EXPECT_GT(poses.back().yaw, 1);
    EXPECT_NEAR(poses[20].yaw, 0, 0.2);
}

TEST(FacePose, IsUnknownForPointsThatSayNothing) {
    const auto none = measure_poses({Landmarks(), Landmarks({{3, 4}})}, numbered_points(1));
    ASSERT_EQ(none.size(), 2U);
    for (const FacePose& pose : none)
        EXPECT_TRUE(std::isnan(pose.yaw) && std::isnan(pose.roll) && std::isnan(pose.size));
    EXPECT_TRUE(measure_poses({}, test::head_scheme()).empty());
}

}  // namespace
}  // namespace rudolph
