#include <gtest/gtest.h>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/image/decode.h"
#include "core/image/eight_bits.h"
#include "core/image/picture_hash.h"
#include "tests/core/image/red_and_blue.h"
#include "tests/support/gif_bytes.h"
#include "tests/support/oriented_jpeg.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::TempDir;

TEST(PictureSize, IsTheUprightPicturesAsDecodingTells) {
    const TempDir dir;
    for (char orientation = 1; orientation <= 8; ++orientation) {
        test::write_oriented_jpeg(dir / "a.jpg", cv::Mat(20, 40, CV_8UC3, cv::Scalar(9, 9, 9)),
                                  orientation);
        const PictureSize size = picture_size(dir / "a.jpg");
        EXPECT_EQ(size.upright, decode_image(dir / "a.jpg").size()) << int(orientation);
        EXPECT_EQ(size.stored(), cv::Size(40, 20));
        EXPECT_EQ(size.orientation, orientation);
        PictureFacts facts;
        decode_image(dir / "a.jpg", Colour::Grey, &facts);
        EXPECT_EQ(facts.orientation, orientation);
    }
    for (const char* extension : {".png", ".bmp", ".webp", ".tif", ".pgm", ".jpg"}) {
        const auto file = dir / (std::string("b") + extension);
        write_file(file, test::encoded(extension, cv::Mat(20, 40, CV_8UC1, cv::Scalar(9))));
        EXPECT_EQ(picture_size(file).upright, cv::Size(40, 20)) << extension;
    }
    write_file(dir / "c.gif", test::gif_bytes({40, 20}, {test::red_and_blue_frame()}));
    EXPECT_EQ(picture_size(dir / "c.gif").upright, cv::Size(40, 20));
    write_file(dir / "d.jpg", "nothing");
    EXPECT_THROW(picture_size(dir / "d.jpg"), Error);
    EXPECT_THROW(picture_size(dir / "missing.jpg"), Error);
}

TEST(UprightFromStored, TakesPointsWhereTurningTakesPixels) {
    cv::Mat stored(5, 7, CV_8UC1, cv::Scalar(0));
    stored.at<uchar>(1, 4) = 255;
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const cv::Mat upright = turned_upright(stored, orientation);
        const Point there = upright_from_stored(stored.size(), orientation)(Point(4, 1));
        EXPECT_EQ(upright.at<uchar>(int(there.y), int(there.x)), 255) << orientation;
    }
}

cv::Mat blobs(int seed) {
    cv::theRNG().state = static_cast<std::uint64_t>(seed) * 7919 + 1;
    cv::Mat coarse(9, 9, CV_8UC1);
    cv::randu(coarse, 0, 255);
    cv::Mat picture;
    cv::resize(coarse, picture, {240, 240}, 0, 0, cv::INTER_CUBIC);
    return picture;
}

TEST(PictureHash, NearlyTheSameHasABound) {
    const PictureHash first;
    PictureHash at_the_bound;
    at_the_bound.bits[0] = (std::uint64_t{1} << kNearlyTheSame) - 1;
    PictureHash beyond;
    beyond.bits[1] = (std::uint64_t{1} << (kNearlyTheSame + 1)) - 1;
    const std::vector<std::pair<int, int>> expected = {{0, 1}};
    EXPECT_EQ(nearly_the_same({first, at_the_bound, beyond}), expected);
}

TEST(PictureHash, ChangesLittleWithSizeLightAndCompressionAndMuchWithThePicture) {
    std::vector<std::optional<PictureHash>> hashes;
    for (int i = 0; i < 40; ++i)
        hashes.push_back(picture_hash(blobs(i)));
    cv::Mat other;
    cv::resize(blobs(7), other, {100, 90}, 0, 0, cv::INTER_AREA);
    other = other * 0.7 + 30;
    hashes.push_back(picture_hash(other));
    hashes.push_back(std::nullopt);
    const std::vector<std::pair<int, int>> expected = {{7, 40}};
    EXPECT_EQ(nearly_the_same(hashes), expected);
    EXPECT_EQ(picture_hash(cv::Mat(50, 50, CV_8UC1, cv::Scalar(90))), std::nullopt);
    EXPECT_EQ(picture_hash(cv::Mat()), std::nullopt);
}

}  // namespace
}  // namespace rudolph
