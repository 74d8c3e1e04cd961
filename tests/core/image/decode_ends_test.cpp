#include <gmock/gmock.h>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/dataset/check_images.h"
#include "core/image/decode.h"
#include "core/image/jpeg_picture.h"
#include "tests/core/image/red_and_blue.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::TempDir;
using testing::HasSubstr;

const std::string kMotionPhoto =
    std::string("\0\0\0\x18", 4) + "ftypmp42" + std::string(3000, '\xff') + "\xff\xd8\xff\xda";
/// As Samsung's cameras write it, with bytes that look like markers.
const std::string kSamsung = std::string("\0\0\x01\x0a\x0e\0\0\0Image_UTC_Data1500000000", 32) +
                             "\xff\xc4SEFH" + std::string(40, '\x6b') + "SEFT";

std::string noise_jpeg(bool progressive, int channels) {
    cv::Mat noise(70, 90, CV_8UC(channels));
    cv::randu(noise, 0, 255);
    std::vector<unsigned char> bytes;
    cv::imencode(".jpg", noise, bytes, {cv::IMWRITE_JPEG_PROGRESSIVE, progressive ? 1 : 0});
    return {bytes.begin(), bytes.end()};
}

std::optional<PictureOddity> oddity_of(const std::filesystem::path& file, const cv::Mat& expected) {
    PictureFacts facts;
    const cv::Mat picture = decode_image(file, Colour::Bgr, &facts);
    EXPECT_EQ(cv::norm(picture, expected, cv::NORM_INF), 0) << file;
    const ReducedImage reduced = decode_reduced(file, [](cv::Size) { return 2; });
    EXPECT_EQ(reduced.full_size, expected.size());
    EXPECT_EQ(reduced.reduction, 2);
    return facts.oddity;
}

TEST(DecodeEnds, AJpegThatLacksOnlyItsEndIsWholeAndSaysSo) {
    const TempDir dir;
    for (const bool progressive : {false, true})
        for (const int channels : {1, 3}) {
            const std::string whole = noise_jpeg(progressive, channels);
            write_file(dir / "whole.jpg", whole);
            const cv::Mat expected = decode_image(dir / "whole.jpg");
            EXPECT_EQ(oddity_of(dir / "whole.jpg", expected), std::nullopt);
            write_file(dir / "a.jpg", whole.substr(0, whole.size() - 2));
            EXPECT_EQ(oddity_of(dir / "a.jpg", expected), PictureOddity::NoEnd);
            write_file(dir / "b.jpg", whole.substr(0, whole.size() - 1));
            EXPECT_EQ(oddity_of(dir / "b.jpg", expected), PictureOddity::NoEnd);
            write_file(dir / "c.jpg", whole.substr(0, whole.size() - 2) + kSamsung);
            EXPECT_EQ(oddity_of(dir / "c.jpg", expected), PictureOddity::NoEnd);
            write_file(dir / "d.jpg", whole + kMotionPhoto);
            EXPECT_EQ(oddity_of(dir / "d.jpg", expected), PictureOddity::Appended);
            write_file(dir / "e.jpg", whole + std::string(500, '\0'));
            EXPECT_EQ(oddity_of(dir / "e.jpg", expected), std::nullopt) << "padding is no news";
        }
}

TEST(DecodeEnds, AJpegWithoutItsLastRowsOrScansIsRefused) {
    const TempDir dir;
    for (const bool progressive : {false, true}) {
        const std::string whole = noise_jpeg(progressive, 3);
        for (const double share : {0.2, 0.5, 0.9, 0.99}) {
            const auto length = static_cast<size_t>(share * static_cast<double>(whole.size()));
            for (const std::string& rest : {std::string(), kSamsung}) {
                if (share > 0.9 && !rest.empty())
                    continue;  // bytes behind the cut may pass for those of the last few pixels
                write_file(dir / "cut.jpg", whole.substr(0, length) + rest);
                const Error error =
                    test::error_of(dir / "cut.jpg", [&] { decode_image(dir / "cut.jpg"); });
                EXPECT_THAT(error.message(), HasSubstr("cut off")) << share << progressive;
            }
        }
    }
}

TEST(DecodeEnds, NoBrokenByteOfAJpegWithoutEndDoesHarm) {
    for (const bool progressive : {false, true}) {
        const std::string whole = noise_jpeg(progressive, 3);
        for (size_t i = 3; i < std::min<size_t>(whole.size(), 1500); ++i) {
            std::string broken = whole.substr(0, whole.size() - 2);
            broken[i] = static_cast<char>(broken[i] ^ 0x5a);
            const std::optional<size_t> end = end_of_jpeg_rows(broken);
            EXPECT_LE(end.value_or(0), broken.size());
        }
    }
    EXPECT_EQ(end_of_jpeg_rows(""), std::nullopt);
    EXPECT_EQ(end_of_jpeg_rows("\xff\xd8\xff"), std::nullopt);
}

TEST(DecodeEnds, CheckingPicturesTellsOfThemWithoutCallingThemUnread) {
    const TempDir dir;
    const std::string whole = noise_jpeg(false, 3);
    Dataset dataset;
    for (int i = 0; i < 12; ++i) {
        Sample face;
        face.id = "p" + std::to_string(i);
        face.image = dir / (face.id + ".jpg");
        write_file(face.image, i < 11 ? whole + kMotionPhoto : whole.substr(0, whole.size() - 2));
        dataset.samples.push_back(face);
        face.id += "#2";
        dataset.samples.push_back(face);
    }
    check_images(dataset);
    ASSERT_EQ(dataset.problems.size(), 2);
    EXPECT_EQ(dataset.problems[0].sample_id, "p11");
    EXPECT_THAT(dataset.problems[0].message, HasSubstr("all rows are there"));
    EXPECT_EQ(dataset.problems[1].sample_id, "p0");
    EXPECT_THAT(dataset.problems[1].message, HasSubstr("11 pictures"));
    EXPECT_EQ(dataset.samples[22].image_size, cv::Size(90, 70));
}

TEST(DecodeNetpbm, ReadsAllKindsAndDepths) {
    const TempDir dir;
    const auto grey_at = [&](const std::string& name, const std::string& bytes) {
        write_file(dir / name, bytes);
        const cv::Mat picture = decode_image(dir / name, Colour::Grey);
        EXPECT_EQ(picture.size(), cv::Size(2, 1)) << name;
        EXPECT_EQ(decode_image(dir / name).type(), CV_8UC3) << name;
        return std::pair<int, int>(picture.at<uchar>(0, 0), picture.at<uchar>(0, 1));
    };
    using Two = std::pair<int, int>;
    EXPECT_EQ(grey_at("a.pgm", "P5\n# a remark with 9 9\n2 1\n255\n\x40\xff"), Two(64, 255));
    EXPECT_EQ(grey_at("b.pgm", "P2\n2 1\n255\n64 255\n"), Two(64, 255));
    EXPECT_EQ(grey_at("c.pgm", std::string("P5 2 1 65535\n\x80\0\xff\xff", 17)), Two(128, 255));
    EXPECT_EQ(grey_at("d.pgm", std::string("P5 2 1 4095\n\x08\0\x0f\xff", 16)), Two(128, 255));
    EXPECT_EQ(grey_at("j.pgm", "P5 2 1 51\n\x11\x33"), Two(85, 255));
    EXPECT_EQ(grey_at("k.pgm", "P2 2 1 51\n17 51\n"), Two(85, 255));
    EXPECT_EQ(grey_at("e.pbm", "P1\n2 1\n1 0\n"), Two(0, 255));
    EXPECT_EQ(grey_at("f.pbm", std::string("P4\n2 1\n\x80", 8)), Two(0, 255));
    EXPECT_EQ(grey_at("g.ppm", "P6\n2 1\n255\n@@@\xff\xff\xff"), Two(64, 255));
    EXPECT_EQ(grey_at("h.pnm", "P3\n2 1\n255\n64 64 64 255 255 255\n"), Two(64, 255));
    EXPECT_EQ(grey_at("i.ppm",
                      std::string("P6 2 1 65535\n\x80\0\x80\0\x80\0\xff\xff\xff\xff\xff\xff", 25)),
              Two(128, 255));
    for (const char* name : {"a.PGM", "a.ppm", "a.pbm", "a.pnm"})
        EXPECT_TRUE(has_image_extension(name)) << name;
}

TEST(DecodeImage, SaysWhatAFileIsThatIsNoPicture) {
    const TempDir dir;
    write_file(dir / "a.jpg", "<!DOCTYPE html><title>not found</title>");
    write_file(dir / "b.jpg", "version https://git-lfs.github.com/spec/v1\n");
    write_file(dir / "c.jpg", std::string("\0\0\0\x18", 4) + "ftypisom");
    const auto message = [&](const char* name) {
        return test::error_of(dir / name, [&] { decode_image(dir / name); }).message();
    };
    EXPECT_THAT(message("a.jpg"), HasSubstr("a web page"));
    EXPECT_THAT(message("b.jpg"), HasSubstr("Git LFS"));
    EXPECT_THAT(message("c.jpg"), HasSubstr("a video"));
}

}  // namespace
}  // namespace rudolph
