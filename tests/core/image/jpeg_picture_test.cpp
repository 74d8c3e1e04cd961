#include "core/image/jpeg_picture.h"

#include <gmock/gmock.h>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/image/decode.h"
#include "tests/core/image/by_opencv.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::by_opencv;
using test::expect_same_pixels;
using testing::HasSubstr;

/// Blurred noise, so that colours are told apart but coded in few bytes.
std::string some_jpeg(int channels, bool progressive = false) {
    cv::Mat picture(83, 121, CV_8UC(channels));
    cv::randu(picture, 0, 255);
    cv::blur(picture, picture, {9, 9});
    cv::normalize(picture, picture, 0, 255, cv::NORM_MINMAX);
    std::vector<unsigned char> bytes;
    cv::imencode(".jpg", picture, bytes, {cv::IMWRITE_JPEG_PROGRESSIVE, progressive ? 1 : 0});
    return {bytes.begin(), bytes.end()};
}

TEST(JpegPicture, HasThePixelsThatOpenCvReads) {
    for (const int channels : {1, 3})
        for (const bool progressive : {false, true}) {
            SCOPED_TRACE(testing::Message() << channels << " channels, " << progressive);
            const std::string bytes = some_jpeg(channels, progressive);
            const auto grey = [&](int reduction) {
                return decode_jpeg(bytes, Colour::Grey, reduction, "a.jpg").pixels;
            };
            expect_same_pixels(grey(1), by_opencv(bytes, cv::IMREAD_GRAYSCALE));
            expect_same_pixels(grey(2), by_opencv(bytes, cv::IMREAD_REDUCED_GRAYSCALE_2));
            expect_same_pixels(grey(4), by_opencv(bytes, cv::IMREAD_REDUCED_GRAYSCALE_4));
            expect_same_pixels(grey(8), by_opencv(bytes, cv::IMREAD_REDUCED_GRAYSCALE_8));
            expect_same_pixels(decode_jpeg(bytes, Colour::Bgr, 1, "a.jpg").pixels,
                               by_opencv(bytes, cv::IMREAD_COLOR));
        }
}

/// A marker that cannot be stands in the middle of its only scan.
std::string damaged(std::string bytes) {
    bytes.replace(bytes.size() / 2, 2, "\xff\xd3");
    return bytes;
}

TEST(JpegPicture, TellsOfDamageAndWritesNothingToTheTerminal) {
    const test::TempDir dir;
    write_file(dir / "whole.jpg", some_jpeg(3));
    write_file(dir / "damaged.jpg", damaged(some_jpeg(3)));
    testing::internal::CaptureStderr();
    PictureFacts facts;
    decode_image(dir / "whole.jpg", Colour::Bgr, &facts);
    EXPECT_EQ(facts.oddity, std::nullopt);
    const cv::Mat picture = decode_image(dir / "damaged.jpg", Colour::Grey, &facts);
    EXPECT_EQ(picture.size(), cv::Size(121, 83));
    EXPECT_EQ(facts.oddity, PictureOddity::Damaged);
    EXPECT_THAT(oddity_text(*facts.oddity, 2), HasSubstr("2 pictures are damaged in the middle"));
    const Error error = test::error_of(
        [] { decode_jpeg("\xff\xd8\xff\xdb nothing of the kind", Colour::Grey, 1, "b.jpg"); });
    EXPECT_THAT(error.message(), HasSubstr("the picture is damaged: "));
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace rudolph
