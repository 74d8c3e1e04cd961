#include "core/image/picture_limits.h"

#include <gmock/gmock.h>

#include <opencv2/core.hpp>

#include "core/base/byte_order.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/memory.h"
#include "core/image/announced_size.h"
#include "core/image/decode.h"
#include "tests/core/image/red_and_blue.h"
#include "tests/support/environment.h"
#include "tests/support/error_of.h"
#include "tests/support/gif_bytes.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::TempDir;
using testing::HasSubstr;

/// As the tests find it, and no person's choice.
class PictureLimits : public testing::Test {
protected:
    PictureLimits() { set_largest_picture(0); }
    ~PictureLimits() override { set_largest_picture(0); }

    std::string error_of_decoding(const std::string& name, const std::string& bytes) const {
        write_file(dir / name, bytes);
        const Error whole = test::error_of([&] { decode_image(dir / name); });
        const Error reduced =
            test::error_of([&] { decode_reduced(dir / name, [](cv::Size) { return 8; }); });
        EXPECT_STREQ(whole.what(), reduced.what());
        return whole.what();
    }

    const TempDir dir;
};

std::string big16(int number) {
    return big_endian_bytes(static_cast<std::uint32_t>(number), 2);
}
std::string little16(int number) {
    return little_endian_bytes(static_cast<std::uint32_t>(number), 2);
}

/// Pictures of 30000×20000 that hold a few bytes and end as they should.
std::map<std::string, std::string> enormous_pictures() {
    const std::string png = std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) +
                            big_endian_bytes(30000) + big_endian_bytes(20000) +
                            std::string("\x08\x02\0\0\0", 5) + "crc." +
                            std::string("\0\0\0\0IEND\xae\x42\x60\x82", 12);
    const std::string frame = std::string("\xff\xd8\xff\xc2\0\x0b\x08", 7) + big16(20000) +
                              big16(30000) + std::string("\x01\x01\x11\0", 4);
    std::string tiff = std::string("II*\0\x08\0\0\0\x02\0", 10);
    for (const auto& [tag, side] : {std::pair(256, 30000), std::pair(257, 20000)})
        tiff += little16(tag) + little16(3) + little_endian_bytes(1) +
                little_endian_bytes(static_cast<std::uint32_t>(side));
    const std::string webp_header = little16(30000 & 0x3FFF) + little16(20000 & 0x3FFF);
    const std::string bmp = "BM" + std::string(12, '\0') + little_endian_bytes(40) +
                            little_endian_bytes(30000) + little_endian_bytes(20000) +
                            std::string(40, '\0');
    return {{"a.png", png},
            {"a.jpg", frame + "\xff\xd9"},
            {"a.tif", tiff + std::string(8, '\0')},
            {"a.bmp", bmp},
            {"a.pgm", "P5\n# a remark 1 1\n30000 20000 255\n"},
            {"a.pam", "P7\nWIDTH 30000\nHEIGHT 20000\nDEPTH 1\nMAXVAL 255\nENDHDR\n"},
            {"a.hdr", "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 20000 +X 30000\n"},
            {"a.jp2", std::string("\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x16ihdr", 20) +
                          big_endian_bytes(20000) + big_endian_bytes(30000)},
            {"a.sr", "\x59\xa6\x6a\x95" + big_endian_bytes(30000) + big_endian_bytes(20000) +
                         std::string(40, '\0')}};
}

TEST_F(PictureLimits, EnormousPicturesAreRefusedByTheirHeaders) {
    for (const auto& [name, bytes] : enormous_pictures()) {
        const std::string error = error_of_decoding(name, bytes);
        EXPECT_THAT(error, HasSubstr("30000×20000 pixels")) << name;
        EXPECT_THAT(error, HasSubstr("are decoded")) << name;
        EXPECT_THAT(error, HasSubstr("--largest-picture")) << name;
    }
}

TEST_F(PictureLimits, TheHeaderTellsTheSizeThatIsDecoded) {
    const cv::Mat picture(200, 400, CV_8UC3, cv::Scalar(1, 2, 3));
    for (const char* extension : {".png", ".jpg", ".bmp", ".webp", ".tif", ".ppm", ".jp2", ".sr"}) {
        const AnnouncedSize size = announced_size(test::encoded(extension, picture));
        EXPECT_EQ(size.width, 400) << extension;
        EXPECT_EQ(size.height, 200) << extension;
        EXPECT_FALSE(size.is_missing) << extension;
    }
}

TEST_F(PictureLimits, ASizeThatCannotBeLeavesNoFileBehind) {
    const std::filesystem::path temporary = dir / "temporary";
    std::filesystem::create_directory(temporary);
    const test::EnvironmentVariable opencv("OPENCV_TEMP_PATH", temporary.string());
    const std::string rest(64, '\x01');
    const std::string sun = "\x59\xa6\x6a\x95";
    const auto raster = [&](std::uint32_t width, std::uint32_t height) {
        return sun + big_endian_bytes(width) + big_endian_bytes(height) + big_endian_bytes(24) +
               big_endian_bytes(0) + big_endian_bytes(1) + big_endian_bytes(0) +
               big_endian_bytes(0) + rest;
    };
    for (const std::string& bytes :
         {"PF\n0 4\n-1.0\n" + rest, "PF\n4 0\n-1.0\n" + rest, "PF\n-4 4\n-1.0\n" + rest,
          "PF\n4  4\n-1.0\n" + rest, "Pf\n4 x\n-1.0\n" + rest, "Pf\n1 9999999\n-1.0\n" + rest,
          raster(0, 4), raster(4, 0), raster(0xFFFFFFFC, 4), raster(1 << 21, 1)})
        EXPECT_THAT(error_of_decoding("a.png", bytes), HasSubstr("a size that can be"));
    EXPECT_TRUE(std::filesystem::is_empty(temporary));
    write_file(dir / "whole.pfm", "Pf\n2 1\n-1.0\n" + std::string(8, '\0'));
    EXPECT_EQ(decode_image(dir / "whole.pfm").size(), cv::Size(2, 1));
    EXPECT_TRUE(std::filesystem::is_empty(temporary));
}

TEST_F(PictureLimits, ThePersonsChoiceHoldsForEveryDecoder) {
    set_largest_picture(1);
    const cv::Mat large(1200, 1000, CV_8UC3, cv::Scalar(1, 2, 3));
    for (const char* extension : {".png", ".jpg", ".bmp", ".webp", ".tif", ".ppm"}) {
        const std::string error =
            error_of_decoding(std::string("a") + extension, test::encoded(extension, large));
        EXPECT_THAT(error, HasSubstr("1000×1200")) << extension;
        EXPECT_THAT(error, HasSubstr("at most 1 million")) << extension;
    }
    EXPECT_THAT(error_of_decoding("a.gif", test::gif_bytes({1200, 1000}, {})),
                HasSubstr("at most 1 million"));
    set_largest_picture(2);
    write_file(dir / "b.png", test::encoded(".png", large));
    EXPECT_EQ(decode_image(dir / "b.png").size(), large.size());
}

TEST_F(PictureLimits, ChoicesAreKeptForBothPrograms) {
    const test::EnvironmentVariable data("XDG_DATA_HOME", dir.path().string());
    write_file(dir / "rudolph/settings.json", "{\"other\": 1}\n");
    keep_largest_picture(7);
    EXPECT_EQ(most_pixels(), 7'000'000);
    EXPECT_THAT(read_file(dir / "rudolph/settings.json"), HasSubstr("\"other\": 1"));
    EXPECT_THAT(read_file(dir / "rudolph/settings.json"), HasSubstr("7"));
}

TEST_F(PictureLimits, WithoutAChoiceTheMemoryDecides) {
    EXPECT_LE(most_pixels(), 400'000'000);
    EXPECT_GE(most_pixels(), 1'000'000);
    if (memory_there_is() > 0) {
        EXPECT_LE(most_pixels(), static_cast<std::int64_t>(memory_there_is() / 32) + 1'000'000);
    }
}

/// A grey progressive JPEG that is drawn over again and again.
std::string jpeg_of_scans(int scans, int width, int height) {
    std::string bytes = std::string("\xff\xd8\xff\xc2\0\x0b\x08", 7) + big16(height) +
                        big16(width) + std::string("\x01\x01\x11\0", 4);
    for (int i = 0; i < scans; ++i)
        bytes += std::string("\xff\xda\0\x08\x01\x01\0\0\0\0\x12", 11);
    return bytes + "\xff\xd9";
}

TEST_F(PictureLimits, JpegsOfVeryManyScansAreRefused) {
    EXPECT_EQ(jpeg_scans(jpeg_of_scans(12, 100, 100)), 12);
    const std::string error = error_of_decoding("a.jpg", jpeg_of_scans(2000, 8000, 8000));
    EXPECT_THAT(error, HasSubstr("2000 scans"));
    EXPECT_THAT(error, HasSubstr("at most 31 are decoded"));
    // Few scans of a large picture and many of a small one are let pass, whatever comes of them.
    for (const std::string& bytes : {jpeg_of_scans(20, 8000, 8000), jpeg_of_scans(500, 100, 100)})
        EXPECT_NO_THROW(require_affordable(bytes, "a.jpg"));
}

TEST_F(PictureLimits, ScansOfPreviewsAndOfWhatIsAppendedDoNotCount) {
    const std::string photo = test::encoded(".jpg", test::red_and_blue());
    const std::string preview = jpeg_of_scans(50, 10, 10);
    std::string with_preview = photo;
    with_preview.insert(2, "\xff\xe1" + big16(static_cast<int>(preview.size()) + 2) + preview);
    EXPECT_EQ(jpeg_scans(with_preview), 1);
    EXPECT_EQ(jpeg_scans(photo + preview), 1);
}

TEST(WithMemoryFor, NamesThePictureForWhichThereIsNoMemory) {
    const auto message = [](const auto& work) {
        return test::error_of("a.png", [&] { with_memory_for("a.png", work); }).message();
    };
    EXPECT_THAT(message([]() -> int { throw std::bad_alloc(); }), HasSubstr("not enough memory"));
    EXPECT_THAT(message([]() -> int { CV_Error(cv::Error::StsNoMem, "none"); }),
                HasSubstr("not enough memory"));
    EXPECT_THROW(with_memory_for("a.png", []() -> int { CV_Error(cv::Error::StsBadArg, "other"); }),
                 cv::Exception);
}

TEST(LooksLikePicture, JudgesByWhatAFileHolds) {
    const cv::Mat picture(200, 400, CV_8UC3, cv::Scalar(1, 2, 3));
    for (const char* extension : {".png", ".jpg", ".bmp", ".webp", ".tif", ".ppm", ".jp2"})
        EXPECT_TRUE(looks_like_picture(test::encoded(extension, picture))) << extension;
    for (const char* text : {"", "root:x:0:0:root:/root:/bin/sh\n", "BM", "P5 is a road",
                             "%PDF-1.4", "-----BEGIN OPENSSH PRIVATE KEY-----\n"})
        EXPECT_FALSE(looks_like_picture(text)) << text;
}

}  // namespace
}  // namespace rudolph
