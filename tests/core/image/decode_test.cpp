#include "core/image/decode.h"

#include <gmock/gmock.h>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/parallel.h"
#include "tests/core/image/red_and_blue.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::encoded;
using test::is_red;
using test::red_and_blue;
using test::TempDir;
using testing::HasSubstr;

/// A JPEG whose EXIF block says how the camera was held (1 upright, 6 and 8 on its side, …).
std::string jpeg_with_orientation(char orientation) {
    std::string exif("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 24);
    exif += orientation;
    exif += std::string(7, '\0');
    std::string bytes = encoded(".jpg", red_and_blue());
    const std::string segment =
        std::string("\xff\xe1\0", 3) + static_cast<char>(exif.size() + 2) + exif;
    return bytes.insert(2, segment);
}

std::string decode_error(const std::filesystem::path& file) {
    return test::error_of(file, [&] { decode_image(file); }).message();
}

TEST(DecodeImage, GivesColourAndGrey) {
    const TempDir dir;
    write_file(dir / "Bär.png", encoded(".png", red_and_blue()));
    const cv::Mat colour = decode_image(dir / "Bär.png");
    EXPECT_EQ(colour.type(), CV_8UC3);
    EXPECT_EQ(colour.size(), cv::Size(40, 20));
    EXPECT_EQ(cv::norm(colour, red_and_blue(), cv::NORM_INF), 0);
    const cv::Mat grey = decode_image(dir / "Bär.png", Colour::Grey);
    EXPECT_EQ(grey.type(), CV_8UC1);
    EXPECT_GT(grey.at<uchar>(5, 5), grey.at<uchar>(5, 35));
}

TEST(DecodeImage, TurnsPicturesUprightInColourAndInGrey) {
    const TempDir dir;
    write_file(dir / "upright.jpg", jpeg_with_orientation(1));
    write_file(dir / "upside-down.jpg", jpeg_with_orientation(3));
    write_file(dir / "turned.jpg", jpeg_with_orientation(6));
    EXPECT_TRUE(is_red(decode_image(dir / "upright.jpg"), 5, 10));
    EXPECT_TRUE(is_red(decode_image(dir / "upside-down.jpg"), 35, 10));
    const cv::Mat turned = decode_image(dir / "turned.jpg");
    ASSERT_EQ(turned.size(), cv::Size(20, 40));
    EXPECT_TRUE(is_red(turned, 10, 5));
    EXPECT_EQ(decode_image(dir / "turned.jpg", Colour::Grey).size(), cv::Size(20, 40));
}

/// A block that is none of EXIF's turns nothing, though OpenCV would; one before it, such as XMP,
/// does not hide it.
TEST(DecodeImage, TurnsJpegsByTheirExifBlockAlone) {
    const TempDir dir;
    std::string no_exif = jpeg_with_orientation(6);
    no_exif[no_exif.find("Exif")] = 'e';
    std::string after_xmp = jpeg_with_orientation(6);
    const std::string xmp = std::string("http://ns.adobe.com/xap/1.0/\0<x/>", 33);
    after_xmp.insert(2, std::string("\xff\xe1\0", 3) + static_cast<char>(xmp.size() + 2) + xmp);
    write_file(dir / "none.jpg", no_exif);
    write_file(dir / "after-xmp.jpg", after_xmp);
    for (const auto& [name, size] :
         {std::pair("none.jpg", cv::Size(40, 20)), std::pair("after-xmp.jpg", cv::Size(20, 40))}) {
        EXPECT_EQ(picture_size(dir / name).upright, size) << name;
        EXPECT_EQ(decode_image(dir / name).size(), size) << name;
        EXPECT_EQ(decode_image(dir / name, Colour::Grey).size(), size) << name;
        const ReducedImage reduced = decode_reduced(dir / name, [](cv::Size) { return 4; });
        EXPECT_EQ(reduced.full_size, size) << name;
        EXPECT_EQ(reduced.grey.size() * 4, size) << name;
    }
}

TEST(DecodeImage, ReportsPicturesThatAreCutOff) {
    const TempDir dir;
    cv::Mat noise(64, 64, CV_8UC3);
    cv::randu(noise, 0, 255);
    for (const char* extension : {".jpg", ".png", ".webp"}) {
        const std::string whole = encoded(extension, noise);
        for (const size_t length : {whole.size() / 2, whole.size() - 20, size_t{40}}) {
            const auto file = dir / (std::to_string(length) + extension);
            write_file(file, whole.substr(0, length));
            EXPECT_THAT(decode_error(file), HasSubstr("cut off")) << length << extension;
        }
    }
}

TEST(DecodeImage, AcceptsWhatCamerasAppend) {
    const TempDir dir;
    write_file(dir / "a.jpg", encoded(".jpg", red_and_blue()) + std::string(5000, 'x'));
    EXPECT_EQ(decode_image(dir / "a.jpg").size(), cv::Size(40, 20));
}

TEST(DecodeImage, TheEndOfAThumbnailIsNotTheEndOfThePicture) {
    const TempDir dir;
    const std::string thumbnail = encoded(".jpg", cv::Mat(2, 2, CV_8UC1, cv::Scalar(9)));
    const size_t length = thumbnail.size() + 2;
    std::string segment("\xff\xe1");
    segment += static_cast<char>(length >> 8);
    segment += static_cast<char>(length & 0xff);
    std::string bytes = encoded(".jpg", red_and_blue()).insert(2, segment + thumbnail);
    write_file(dir / "whole.jpg", bytes);
    EXPECT_EQ(decode_image(dir / "whole.jpg").size(), cv::Size(40, 20));
    write_file(dir / "cut.jpg", bytes.substr(0, bytes.size() - 30));
    EXPECT_THAT(decode_error(dir / "cut.jpg"), HasSubstr("cut off"));
}

TEST(DecodeImage, ReportsWhatIsNoPicture) {
    const TempDir dir;
    write_file(dir / "empty.jpg", "");
    write_file(dir / "text.jpg", "this is no picture");
    write_file(dir / "start.jpg", "\xff\xd8\xff");
    EXPECT_THAT(decode_error(dir / "empty.jpg"), HasSubstr("empty"));
    EXPECT_THAT(decode_error(dir / "text.jpg"), HasSubstr("not a picture"));
    EXPECT_THAT(decode_error(dir / "start.jpg"), HasSubstr("cut off"));
    EXPECT_THAT(decode_error(dir / "missing.jpg"), HasSubstr("does not exist"));
    EXPECT_THAT(decode_error(dir.path()), HasSubstr("folder"));
}

TEST(DecodeImage, WorksOnManyThreads) {
    const TempDir dir;
    write_image(dir / "a.png", red_and_blue());
    parallel_for(
        100,
        [&](int) {
            if (decode_image(dir / "a.png").cols != 40)
                throw Error("wrong size");
        },
        {}, {}, 8);
}

TEST(HasImageExtension, LooksAtTheEndOfTheNameInEitherCase) {
    for (const char* name : {"a.jpg", "a.JPG", "a.b.Jpeg", "ö.png", "a.bmp", "a.TIFF", "a.webp",
                             "a.HEIC", "a.heif", "a.avif"})
        EXPECT_TRUE(has_image_extension(name)) << name;
    for (const char* name : {"a", "jpg", ".jpg", "a.jpg.txt", "a.asf", "a.pts", ""})
        EXPECT_FALSE(has_image_extension(name)) << name;
}

TEST(WriteImage, ReadsBackTheSame) {
    const TempDir dir;
    write_image(dir / "new/ä.PNG", red_and_blue());
    EXPECT_EQ(cv::norm(decode_image(dir / "new/ä.PNG"), red_and_blue(), cv::NORM_INF), 0);
    write_image(dir / "a.jpg", red_and_blue(), 100);
    EXPECT_TRUE(is_red(decode_image(dir / "a.jpg"), 5, 10));
}

TEST(WriteImage, RefusesWhatItCannotWrite) {
    const TempDir dir;
    EXPECT_THROW(write_image(dir / "a.xyz", red_and_blue()), Error);
    EXPECT_THROW(write_image(dir / "a", red_and_blue()), Error);
    EXPECT_THROW(write_image(dir / "a.heic", red_and_blue()), Error);
    EXPECT_THROW(write_image(dir / "a.png", cv::Mat()), Error);
    write_file(dir / "file", "in the way");
    EXPECT_THROW(write_image(dir / "file/a.png", red_and_blue()), Error);
    EXPECT_FALSE(std::filesystem::exists(dir / "a.png"));
}

int eighth(cv::Size) {
    return 8;
}

TEST(DecodeReduced, ReducesJpegsAsFarAsItMay) {
    const TempDir dir;
    write_file(dir / "Bär.jpg", encoded(".jpg", cv::Mat(37, 83, CV_8UC3, cv::Scalar(9, 9, 9))));
    std::vector<cv::Size> asked;
    for (const int most : {1, 2, 3, 4, 7, 8, 100}) {
        const ReducedImage image = decode_reduced(dir / "Bär.jpg", [&](cv::Size size) {
            asked.push_back(size);
            return most;
        });
        const int expected = most >= 8 ? 8 : most >= 4 ? 4 : most >= 2 ? 2 : 1;
        EXPECT_EQ(image.reduction, expected);
        EXPECT_EQ(image.full_size, cv::Size(83, 37));
        EXPECT_EQ(image.grey.size(),
                  cv::Size((83 + expected - 1) / expected, (37 + expected - 1) / expected));
        EXPECT_EQ(image.grey.type(), CV_8UC1);
    }
    EXPECT_THAT(asked, testing::Each(cv::Size(83, 37)));
}

TEST(DecodeReduced, TurnsPicturesUpright) {
    const TempDir dir;
    write_file(dir / "upright.jpg", jpeg_with_orientation(1));
    EXPECT_EQ(decode_reduced(dir / "upright.jpg", eighth).reduction, 8);
    for (const char orientation : {2, 3, 4, 5, 6, 7, 8}) {
        // 40 × 20 divides by 4 and not by 8.
        write_file(dir / "turned.jpg", jpeg_with_orientation(orientation));
        const ReducedImage image = decode_reduced(dir / "turned.jpg", eighth);
        EXPECT_EQ(image.reduction, 4);
        const cv::Mat whole = decode_image(dir / "turned.jpg", Colour::Grey);
        EXPECT_EQ(image.full_size, whole.size());
        ASSERT_EQ(image.grey.size() * 4, whole.size());
        for (int y = 0; y < image.grey.rows; ++y)
            for (int x = 0; x < image.grey.cols; ++x) {
                const cv::Mat block = whole(cv::Rect(4 * x, 4 * y, 4, 4));
                EXPECT_NEAR(image.grey.at<uchar>(y, x), cv::mean(block)[0], 12);
            }
    }
}

TEST(DecodeReduced, LeavesPicturesThatAreTurnedWholeWhenTheirSidesDoNotDivide) {
    const TempDir dir;
    std::string bytes = jpeg_with_orientation(3);
    const std::string plain = encoded(".jpg", red_and_blue());
    const std::string odd = encoded(".jpg", red_and_blue().colRange(0, 39));
    bytes = bytes.substr(0, bytes.size() - plain.size() + 2) + odd.substr(2);
    write_file(dir / "odd.jpg", bytes);
    const ReducedImage image = decode_reduced(dir / "odd.jpg", eighth);
    EXPECT_EQ(image.reduction, 1);
    EXPECT_EQ(image.full_size, cv::Size(39, 20));
}

TEST(DecodeReduced, DecodesOtherPicturesWholeAndRefusesWhatDecodingRefuses) {
    const TempDir dir;
    write_file(dir / "whole.png", encoded(".png", red_and_blue()));
    EXPECT_EQ(decode_reduced(dir / "whole.png", eighth).reduction, 1);
    EXPECT_EQ(decode_reduced(dir / "whole.png", eighth).grey.size(), cv::Size(40, 20));
    const std::string whole = encoded(".jpg", red_and_blue());
    write_file(dir / "cut.jpg", whole.substr(0, whole.size() / 2));
    EXPECT_THROW(decode_reduced(dir / "cut.jpg", eighth), Error);
    EXPECT_THROW(decode_reduced(dir / "gone.jpg", eighth), Error);
    write_file(dir / "text.jpg", "\xff\xd8\xff no picture \xff\xd9");
    EXPECT_THROW(decode_reduced(dir / "text.jpg", eighth), Error);
}

}  // namespace
}  // namespace rudolph
