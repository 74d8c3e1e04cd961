#include <gtest/gtest.h>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/augment/crop.h"
#include "core/base/error.h"
#include "core/image/decode.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

InputSpec input_of(CropKind kind, int width, int height) {
    InputSpec input;
    input.crop = kind;
    input.width = width;
    input.height = height;
    return input;
}

/// A soft bright dot, as a JPEG.
void write_dot(const std::filesystem::path& file, cv::Size size, const Point& dot, double radius) {
    cv::Mat picture(size, CV_8UC1);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const Point away = Point(x, y) - dot;
            picture.at<uchar>(y, x) =
                cv::saturate_cast<uchar>(250 * std::exp(-away.dot(away) / (2 * radius * radius)));
        }
    write_image(file, picture, 95);
}

Point centroid(const cv::Mat& grey) {
    cv::Mat light;
    cv::threshold(grey, light, 20, 0, cv::THRESH_TOZERO);
    const cv::Moments moments = cv::moments(light);
    return {moments.m10 / moments.m00, moments.m01 / moments.m00};
}

void expect_dot_at_point(const std::filesystem::path& file, const InputSpec& input, const Box& box,
                         const Point& dot) {
    const FacePicture picture = read_face_picture(file, input, box, {});
    const Crop crop =
        make_crop(picture.source, input, picture.image_size, picture.box, Landmarks({dot}));
    const Point seen = centroid(crop.grey);
    EXPECT_NEAR(seen.x, crop.points_in_crop.points[0].x, 0.06);
    EXPECT_NEAR(seen.y, crop.points_in_crop.points[0].y, 0.06);
}

TEST(FacePicture, IsExactAtEverySizeAndReduction) {
    const test::TempDir dir;
    for (const cv::Size size : {cv::Size(640, 480), cv::Size(641, 487), cv::Size(635, 478)}) {
        const Point dot(401.3, 222.8);
        write_dot(dir / "dot.jpg", size, dot, 20);
        const FacePicture whole =
            read_face_picture(dir / "dot.jpg", input_of(CropKind::WholeImage, 80, 60), {}, {});
        EXPECT_EQ(whole.image_size, size);
        for (const int width : {320, 160, 80, 40})
            expect_dot_at_point(dir / "dot.jpg",
                                input_of(CropKind::WholeImage, width, width * 3 / 4), {}, dot);
        for (const int side : {200, 100, 50, 25})
            expect_dot_at_point(dir / "dot.jpg", input_of(CropKind::FaceBox, side, side),
                                {301.3, 137.2, 203, 187}, dot);
    }
}

TEST(FacePicture, KeepsTheResolutionThatCroppingSourcesKeep) {
    const test::TempDir dir;
    write_dot(dir / "dot.jpg", {640, 480}, {300, 200}, 20);
    const cv::Mat grey = decode_image(dir / "dot.jpg", Colour::Grey);
    for (const int width : {640, 320, 170, 160, 100, 80, 50, 40, 9}) {
        const InputSpec input = input_of(CropKind::WholeImage, width, width * 3 / 4);
        const FacePicture picture = read_face_picture(dir / "dot.jpg", input, {}, {});
        const CroppingSource source = make_cropping_source(grey, input, {});
        EXPECT_EQ(picture.source.grey.size(), source.grey.size()) << width;
        EXPECT_EQ(picture.source.source_from_image, source.source_from_image) << width;
        EXPECT_LE(cv::norm(picture.source.grey, source.grey, cv::NORM_INF), 3) << width;
    }
}

TEST(FacePicture, IsTheSameAsDecodingWholeForPicturesThatAreNoJpeg) {
    const test::TempDir dir;
    cv::Mat noise(90, 120, CV_8UC1);
    cv::RNG(3).fill(noise, cv::RNG::UNIFORM, 0, 256);
    write_image(dir / "noise.png", noise);
    const InputSpec input = input_of(CropKind::WholeImage, 12, 9);
    const FacePicture picture = read_face_picture(dir / "noise.png", input, {}, {});
    EXPECT_EQ(cv::norm(picture.source.grey, make_cropping_source(noise, input, {}).grey), 0);
}

TEST(FacePicture, TakesTheBoxOfThePointsAndThenThePicture) {
    const test::TempDir dir;
    write_dot(dir / "dot.jpg", {640, 480}, {300, 200}, 20);
    const InputSpec input = input_of(CropKind::FaceBox, 20, 20);
    const Landmarks points({{200, 100}, {300, 260}});
    EXPECT_EQ(read_face_picture(dir / "dot.jpg", input, {}, points).box,
              crop_box({}, points, {640, 480}));
    EXPECT_EQ(read_face_picture(dir / "dot.jpg", input, {}, {}).box, crop_box({}, {}, {640, 480}));
    EXPECT_THROW(read_face_picture(dir / "gone.jpg", input, {}, {}), Error);
}

TEST(FacePicture, ShowsRealFacesAsDecodingWholeDoes) {
    SKIP_WITHOUT_SHARED_DATA(file, "imm_face_db/04-1m.jpg");
    const InputSpec input = input_of(CropKind::WholeImage, 80, 60);
    const FacePicture picture = read_face_picture(file, input, {}, {});
    const cv::Mat grey = decode_image(file, Colour::Grey);
    const cv::Mat expected =
        make_crop(make_cropping_source(grey, input, {}), input, grey.size(), {}, {}).grey;
    const cv::Mat crop = make_crop(picture.source, input, picture.image_size, {}, {}).grey;
    EXPECT_LE(cv::norm(crop, expected, cv::NORM_L1) / crop.total(), 1.0);
}

}  // namespace
}  // namespace rudolph
