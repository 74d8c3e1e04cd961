#include <gtest/gtest.h>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/augment/crop.h"
#include "core/base/error.h"
#include "core/image/decode.h"
#include "tests/core/augment/made_pictures.h"
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

/// A smooth picture, in which the grey says the place.
cv::Mat slope(cv::Size size) {
    cv::Mat grey(size, CV_8UC1);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            grey.at<unsigned char>(y, x) =
                static_cast<unsigned char>(200.0 * x / size.width + 50.0 * y / size.height);
    return grey;
}

void expect_dot_in_file(const std::filesystem::path& file, const InputSpec& input, const Box& box,
                        const Point& dot) {
    const FacePicture picture = read_face_picture(file, input, box, {});
    const Crop crop =
        make_crop(picture.source, input, picture.image_size, picture.box, Landmarks({dot}));
    cv::Mat light;
    // JPEG leaves a little light everywhere.
    cv::threshold(crop.grey, light, 20, 0, cv::THRESH_TOZERO);
    const Point seen = test::centroid(light);
    EXPECT_NEAR(seen.x, crop.points_in_crop.points[0].x, 0.06);
    EXPECT_NEAR(seen.y, crop.points_in_crop.points[0].y, 0.06);
}

TEST(FacePicture, IsExactAtEverySizeAndReduction) {
    const test::TempDir dir;
    for (const cv::Size size : {cv::Size(640, 480), cv::Size(641, 487), cv::Size(635, 478)}) {
        const Point dot(401.3, 222.8);
        write_image(dir / "dot.jpg", test::soft_dot(size, dot, 20), 95);
        const FacePicture whole =
            read_face_picture(dir / "dot.jpg", input_of(CropKind::WholeImage, 80, 60), {}, {});
        EXPECT_EQ(whole.image_size, size);
        for (const int width : {320, 160, 80, 40})
            expect_dot_in_file(dir / "dot.jpg",
                               input_of(CropKind::WholeImage, width, width * 3 / 4), {}, dot);
        for (const int side : {200, 100, 50, 25})
            expect_dot_in_file(dir / "dot.jpg", input_of(CropKind::FaceBox, side, side),
                               {301.3, 137.2, 203, 187}, dot);
    }
}

TEST(FacePicture, KeepsTheResolutionThatCropSourcesKeep) {
    const test::TempDir dir;
    write_image(dir / "dot.jpg", test::soft_dot({640, 480}, {300, 200}, 20), 95);
    const cv::Mat grey = decode_image(dir / "dot.jpg", Colour::Grey);
    for (const int width : {640, 320, 170, 160, 100, 80, 50, 40, 9}) {
        const InputSpec input = input_of(CropKind::WholeImage, width, width * 3 / 4);
        const FacePicture picture = read_face_picture(dir / "dot.jpg", input, {}, {});
        const CropSource source = make_crop_source(grey, input, {});
        EXPECT_EQ(picture.source.finest().size(), source.finest().size()) << width;
        EXPECT_EQ(picture.source.source_from_image, source.source_from_image) << width;
        EXPECT_LE(cv::norm(picture.source.finest(), source.finest(), cv::NORM_INF), 3) << width;
    }
}

TEST(FacePicture, IsTheSameAsDecodingWholeForPicturesThatAreNoJpeg) {
    const test::TempDir dir;
    const cv::Mat noise = test::noise({120, 90}, 3);
    write_image(dir / "noise.png", noise);
    const InputSpec input = input_of(CropKind::WholeImage, 12, 9);
    const FacePicture picture = read_face_picture(dir / "noise.png", input, {}, {});
    EXPECT_EQ(cv::norm(picture.source.finest(), make_crop_source(noise, input, {}).finest()), 0);
}

TEST(FacePicture, TakesTheBoxOfThePointsAndThenThePicture) {
    const test::TempDir dir;
    write_image(dir / "dot.jpg", test::soft_dot({640, 480}, {300, 200}, 20), 95);
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
        make_crop(make_crop_source(grey, input, {}), input, grey.size(), {}, {}).grey;
    const cv::Mat crop = make_crop(picture.source, input, picture.image_size, {}, {}).grey;
    EXPECT_LE(cv::norm(crop, expected, cv::NORM_L1) / crop.total(), 1.0);
}

TEST(CropSource, CropsAreTheSameAtEveryReduction) {
    const cv::Size size(800, 600);
    const CropSource source = whole_crop_source(slope(size));
    for (const double scale : {2.0, 1.0, 0.7, 0.5, 0.3, 0.1}) {
        // The crop's middle shows pixel (400, 300).
        const Affine crop_from_image = Affine::translation(15.5, 15.5) *
                                       Affine::scaling(scale, scale) *
                                       Affine::translation(-400, -300);
        const cv::Mat crop = cut_out(source, crop_from_image, {32, 32});
        const Affine image_from_crop = crop_from_image.inverse();
        for (const Point& place : {Point(15, 15), Point(4, 20), Point(28, 9)}) {
            const Point in_image = image_from_crop(place);
            if (in_image.x < 8 || in_image.x > 790 || in_image.y < 8 || in_image.y > 590)
                continue;
            const double expected = 200 * in_image.x / size.width + 50 * in_image.y / size.height;
            EXPECT_NEAR(crop.at<unsigned char>(cv::Point(place)), expected, 1.6) << scale;
        }
    }
    EXPECT_EQ(source.finest().size(), size);
}

TEST(CropSource, TinyAndWrongPictures) {
    const CropSource source = whole_crop_source(cv::Mat(1, 1, CV_8UC1, cv::Scalar(77)));
    EXPECT_EQ(cut_out(source, Affine::scaling(0.01, 0.01), {4, 4}).at<unsigned char>(2, 2), 77);
    EXPECT_THROW(whole_crop_source({}), Error);
    EXPECT_THROW(whole_crop_source(cv::Mat(3, 3, CV_32FC1, cv::Scalar())), Error);
    EXPECT_THROW(cut_out({}, Affine(), {4, 4}), Error);
}

}  // namespace
}  // namespace rudolph
