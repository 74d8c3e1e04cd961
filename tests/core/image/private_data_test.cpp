#include "core/image/private_data.h"

#include <gtest/gtest.h>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/byte_order.h"
#include "core/base/file.h"
#include "core/image/decode.h"
#include "core/image/picture_bytes.h"
#include "tests/support/oriented_jpeg.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using std::string_literals::operator""s;
using std::string_view_literals::operator""sv;

cv::Mat picture() {
    cv::Mat bgr(24, 32, CV_8UC3, cv::Scalar(200, 120, 40));
    cv::circle(bgr, {10, 10}, 5, {0, 0, 255}, cv::FILLED);
    return bgr;
}

std::string encoded(const char* extension) {
    std::vector<unsigned char> bytes;
    cv::imencode(extension, picture(), bytes);
    return {bytes.begin(), bytes.end()};
}

std::string segment(unsigned char code, std::string_view content) {
    return std::string("\xff"sv) + static_cast<char>(code) +
           big_endian_bytes(static_cast<std::uint32_t>(content.size()) + 2, 2) +
           std::string(content);
}

cv::Mat decoded(const std::string& bytes) {
    return cv::imdecode(
        cv::Mat(1, static_cast<int>(bytes.size()), CV_8U, const_cast<char*>(bytes.data())),
        cv::IMREAD_COLOR | cv::IMREAD_IGNORE_ORIENTATION);
}

bool same(const cv::Mat& a, const cv::Mat& b) {
    return a.size() == b.size() && cv::norm(a, b, cv::NORM_INF) == 0;
}

TEST(PrivateData, PicturesWithoutAnyStayAsTheyAre) {
    for (const char* extension : {".jpg", ".png", ".webp", ".bmp", ".ppm"}) {
        const std::string bytes = encoded(extension);
        EXPECT_EQ(without_private_data(bytes), bytes) << extension;
    }
}

TEST(PrivateData, GoesFromJpegs) {
    const std::string plain = encoded(".jpg");
    std::string bytes = plain;
    const std::string profile = segment(0xE2, "ICC_PROFILE\0\1\1colours"sv);
    bytes.insert(2, segment(0xE1, "Exif\0\0II*\0\x08\0\0\0\0\0 GPS here"sv) +
                        segment(0xE1, "http://ns.adobe.com/xap/1.0/\0 serial"sv) +
                        segment(0xE2, "MPF\0 second picture"sv) + profile +
                        segment(0xED, "Photoshop 3.0\0 city"sv) + segment(0xFE, "remark"));
    bytes += "ftypmp42 a video";
    const std::string clean = without_private_data(bytes).value();
    for (const char* word : {"GPS", "serial", "second", "city", "remark", "video"})
        EXPECT_EQ(clean.find(word), std::string::npos) << word;
    std::string expected = plain;
    expected.insert(2, profile);
    EXPECT_EQ(clean.size(), expected.size());
    EXPECT_NE(clean.find("colours"), std::string::npos);
    EXPECT_TRUE(same(decoded(clean), decoded(plain)));
    EXPECT_EQ(end_of_picture(clean), PictureEnd::Whole);
}

TEST(PrivateData, ThumbnailsOfJfifGo) {
    std::string bytes = encoded(".jpg");
    ASSERT_EQ(bytes.substr(6, 5), "JFIF\0"sv);
    // Two by one pixels.
    std::string with = bytes;
    with[5] = 16 + 6;
    with[18] = 2;
    with[19] = 1;
    with.insert(20, "secret");
    EXPECT_EQ(without_private_data(with), bytes);
}

TEST(PrivateData, PicturesStayTurned) {
    const test::TempDir dir;
    for (const char orientation : {3, 6, 8}) {
        test::write_oriented_jpeg(dir / "a.jpg", picture(), orientation);
        const std::string bytes = read_file(dir / "a.jpg");
        const std::string clean = without_private_data(bytes).value();
        EXPECT_EQ(stored_orientation(clean), orientation);
        write_file(dir / "b.jpg", clean);
        EXPECT_TRUE(same(decode_image(dir / "a.jpg"), decode_image(dir / "b.jpg")));
    }
}

/// An EXIF block that turns by a quarter and says more.
std::string telling_exif() {
    return std::string("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"sv) +
           "Serial number 12345";
}

TEST(PrivateData, GoesFromPngs) {
    const std::string plain = encoded(".png");
    // The sums at the ends are not looked at, by decoders of such chunks neither.
    const auto chunk = [](const std::string& name, const std::string& content) {
        return big_endian_bytes(static_cast<std::uint32_t>(content.size())) + name + content +
               "sum.";
    };
    std::string bytes = plain;
    bytes.insert(33, chunk("tEXt", "Author of it: somebody") + chunk("eXIf", telling_exif()));
    bytes += "appended";
    const std::string clean = without_private_data(bytes).value();
    for (const char* word : {"somebody", "12345", "appended"})
        EXPECT_EQ(clean.find(word), std::string::npos) << word;
    EXPECT_EQ(stored_orientation(clean), 6);
    EXPECT_TRUE(same(decoded(clean), decoded(plain)));
}

TEST(PrivateData, GoesFromWebps) {
    const std::string plain = encoded(".webp");
    const auto chunk = [](const std::string& name, std::string content) {
        const auto size = static_cast<std::uint32_t>(content.size());
        if (size % 2 == 1)
            content += '\0';
        return name + little_endian_bytes(size) + content;
    };
    const std::string header =
        "\x0c"s + "\0\0\0"s + little_endian_bytes(31, 3) + little_endian_bytes(23, 3);
    const std::string chunks = "WEBP" + chunk("VP8X", header) + plain.substr(12) +
                               chunk("EXIF", telling_exif()) + chunk("XMP ", "by somebody");
    const std::string bytes =
        "RIFF" + little_endian_bytes(static_cast<std::uint32_t>(chunks.size())) + chunks;
    const std::string clean = without_private_data(bytes).value();
    for (const char* word : {"somebody", "12345"})
        EXPECT_EQ(clean.find(word), std::string::npos) << word;
    EXPECT_EQ(stored_orientation(clean), 6);
    EXPECT_EQ(end_of_picture(clean), PictureEnd::Whole);
    EXPECT_TRUE(same(decoded(clean), decoded(plain)));
}

TEST(PrivateData, StaysWhereItCannotBeTakenOut) {
    EXPECT_FALSE(without_private_data("II*\0 a TIFF"sv));
    EXPECT_FALSE(without_private_data("GIF89a"));
    EXPECT_FALSE(without_private_data(""));
}

TEST(PrivateData, BrokenPicturesEndNowhereElse) {
    for (const char* extension : {".jpg", ".png", ".webp"}) {
        const std::string bytes = encoded(extension);
        for (size_t size = 0; size < bytes.size(); ++size) {
            const auto clean = without_private_data(bytes.substr(0, size));
            EXPECT_LE(clean.value_or("").size(), size + 12) << extension << size;
        }
    }
}

}  // namespace
}  // namespace rudolph
