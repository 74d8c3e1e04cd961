#include <gmock/gmock.h>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/image/decode.h"
#include "core/image/picture_bytes.h"
#include "tests/core/image/red_and_blue.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

#ifdef RUDOLPH_HAS_LIBHEIF
#include <libheif/heif.h>

#include <cstring>
#include <memory>
#endif

namespace rudolph {
namespace {

using test::encoded;
using test::is_red;
using test::red_and_blue;
using test::TempDir;
using testing::HasSubstr;

std::string little_endian(size_t number, int bytes = 4) {
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>(number >> (8 * i) & 0xff);
    return text;
}

std::string big_endian(size_t number) {
    const std::string reversed = little_endian(number);
    return {reversed.rbegin(), reversed.rend()};
}

/// A block of EXIF that says how the camera was held.
std::string exif(char orientation) {
    std::string block("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18);
    return block + orientation + std::string(7, '\0');
}

/// ISO/IEC 15948, annex D.
std::string png_sum(const std::string& bytes) {
    std::uint32_t sum = 0xffffffffU;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum & 1U) != 0 ? 0xedb88320U ^ sum >> 1 : sum >> 1;
    }
    return big_endian(~sum);
}

std::string png_with_orientation(const cv::Mat& picture, char orientation) {
    const std::string content = "eXIf" + exif(orientation);
    std::string bytes = encoded(".png", picture);
    return bytes.insert(33, big_endian(content.size() - 4) + content + png_sum(content));
}

std::string webp_with_orientation(const cv::Mat& picture, char orientation) {
    const std::string simple = encoded(".webp", picture);
    const std::string block = exif(orientation);
    const std::string body = "WEBPVP8X" + little_endian(10) + little_endian(0x08) +
                             little_endian(static_cast<size_t>(picture.cols - 1), 3) +
                             little_endian(static_cast<size_t>(picture.rows - 1), 3) +
                             simple.substr(12) + "EXIF" + little_endian(block.size()) + block;
    return "RIFF" + little_endian(body.size()) + body;
}

/// An uncompressed TIFF, made by hand, as OpenCV writes no orientation.
std::string tiff_with_orientation(const cv::Mat& picture, size_t orientation) {
    std::string pixels;
    for (const auto& pixel : cv::Mat_<cv::Vec3b>(picture))
        for (const int channel : {2, 1, 0})
            pixels += static_cast<char>(pixel[channel]);
    constexpr size_t kEntries = 10;
    constexpr size_t kAfter = 8 + 2 + kEntries * 12 + 4;  // 8, 8, 8 bits, then the pixels
    const auto entry = [](size_t tag, size_t type, size_t count, size_t value) {
        return little_endian(tag, 2) + little_endian(type, 2) + little_endian(count) +
               little_endian(value);
    };
    const auto rows = static_cast<size_t>(picture.rows);
    return std::string("II*\0", 4) + little_endian(8) + little_endian(kEntries, 2) +
           entry(256, 4, 1, static_cast<size_t>(picture.cols)) + entry(257, 4, 1, rows) +
           entry(258, 3, 3, kAfter) + entry(259, 3, 1, 1) + entry(262, 3, 1, 2) +
           entry(273, 4, 1, kAfter + 6) + entry(274, 3, 1, orientation) + entry(277, 3, 1, 3) +
           entry(278, 4, 1, rows) + entry(279, 4, 1, pixels.size()) + little_endian(0) +
           little_endian(8, 2) + little_endian(8, 2) + little_endian(8, 2) + pixels;
}

TEST(DecodeFormats, OrientationIsHonouredInPngWebpAndTiff) {
    const TempDir dir;
    const cv::Mat picture = red_and_blue();
    for (const char orientation : {1, 3, 6, 8}) {
        write_file(dir / "a.png", png_with_orientation(picture, orientation));
        write_file(dir / "a.webp", webp_with_orientation(picture, orientation));
        write_file(dir / "a.tif", tiff_with_orientation(picture, static_cast<size_t>(orientation)));
        for (const char* name : {"a.png", "a.webp", "a.tif"}) {
            const cv::Mat upright = decode_image(dir / name);
            const bool lying = orientation >= 5;
            ASSERT_EQ(upright.size(), lying ? cv::Size(20, 40) : cv::Size(40, 20))
                << name << int(orientation);
            const bool red_first = orientation == 1 || orientation == 6;
            EXPECT_EQ(is_red(upright, 5, 5), red_first) << name << int(orientation);
            EXPECT_EQ(is_red(upright, upright.cols - 5, upright.rows - 5), !red_first)
                << name << int(orientation);
            EXPECT_EQ(decode_image(dir / name, Colour::Grey).size(), upright.size());
        }
    }
}

TEST(DecodeFormats, TransparentPicturesAreTurnedToo) {
    const TempDir dir;
    cv::Mat picture(20, 40, CV_8UC4, cv::Scalar(0, 0, 0, 0));
    picture.colRange(0, 20).setTo(cv::Scalar(0, 0, 255, 255));
    write_file(dir / "a.png", png_with_orientation(picture, 6));
    const cv::Mat upright = decode_image(dir / "a.png");
    ASSERT_EQ(upright.size(), cv::Size(20, 40));
    EXPECT_TRUE(is_red(upright, 10, 5));
    EXPECT_EQ(upright.at<cv::Vec3b>(35, 10), cv::Vec3b(255, 255, 255));
}

TEST(DecodeFormats, TransparentPixelsShowWhite) {
    const TempDir dir;
    for (const char* name : {"a.png", "a.tif", "a.webp"}) {
        // Lossless, or the colours of what is not seen are not kept.
        std::vector<unsigned char> bytes;
        cv::imencode(std::filesystem::path(name).extension().string(),
                     cv::Mat(4, 4, CV_8UC4, cv::Scalar(0, 100, 255, 51)), bytes,
                     {cv::IMWRITE_WEBP_QUALITY, 101});
        write_file(dir / name, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
        EXPECT_EQ(decode_image(dir / name).at<cv::Vec3b>(1, 1), cv::Vec3b(204, 224, 255)) << name;
        const cv::Mat grey = decode_image(dir / name, Colour::Grey);
        ASSERT_EQ(grey.type(), CV_8UC1);
        EXPECT_NEAR(grey.at<uchar>(1, 1), 231, 1) << name;
        const ReducedImage reduced = decode_reduced(dir / name, [](cv::Size) { return 8; });
        EXPECT_EQ(cv::norm(reduced.grey, grey, cv::NORM_INF), 0) << name;
    }
}

TEST(DecodeFormats, GreyAndDeepPicturesBecomeEightBits) {
    const TempDir dir;
    for (const char* extension : {".png", ".tif"}) {
        const auto file = dir / (std::string("deep") + extension);
        write_file(file, encoded(extension, cv::Mat(4, 4, CV_16UC1, cv::Scalar(0x8000))));
        EXPECT_NEAR(decode_image(file, Colour::Grey).at<uchar>(0, 0), 128, 1);
        EXPECT_EQ(decode_image(file).type(), CV_8UC3) << extension;
        write_file(file,
                   encoded(extension, cv::Mat(4, 4, CV_16UC3, cv::Scalar(0, 0x8000, 0xffff))));
        EXPECT_LE(cv::norm(decode_image(file).at<cv::Vec3b>(2, 2), cv::Vec3b(0, 128, 255)), 1);
    }
    write_file(dir / "float.tif", encoded(".tif", cv::Mat(4, 4, CV_32FC3, cv::Scalar(0, 0.5, 1))));
    EXPECT_LE(cv::norm(decode_image(dir / "float.tif").at<cv::Vec3b>(2, 2), cv::Vec3b(0, 128, 255)),
              1);
    write_file(dir / "grey.bmp", encoded(".bmp", cv::Mat(4, 4, CV_8UC1, cv::Scalar(99))));
    EXPECT_EQ(decode_image(dir / "grey.bmp").at<cv::Vec3b>(0, 0), cv::Vec3b(99, 99, 99));
}

TEST(DecodeFormats, CutOffPicturesOfAnyFormatAreErrors) {
    const TempDir dir;
    cv::Mat noise(64, 64, CV_8UC3);
    cv::randu(noise, 0, 255);
    for (const char* extension : {".tif", ".bmp", ".webp"}) {
        const std::string whole = encoded(extension, noise);
        for (const size_t length : {whole.size() / 2, whole.size() - 20, size_t{12}}) {
            const auto file = dir / (std::to_string(length) + extension);
            write_file(file, whole.substr(0, length));
            EXPECT_THROW(decode_image(file), Error) << length << extension;
        }
    }
}

TEST(DecodeFormats, OnePixelIsAPicture) {
    const TempDir dir;
    for (const char* extension : {".png", ".jpg", ".tif", ".bmp", ".webp"}) {
        const auto file = dir / (std::string("one") + extension);
        write_file(file, encoded(extension, cv::Mat(1, 1, CV_8UC3, cv::Scalar(9, 9, 9))));
        EXPECT_EQ(decode_image(file).size(), cv::Size(1, 1)) << extension;
    }
}

TEST(PictureBytes, BrokenExifSaysUpright) {
    const std::string whole = png_with_orientation(red_and_blue(), 6);
    EXPECT_EQ(exif_orientation(whole), 6);
    EXPECT_EQ(exif_orientation(png_with_orientation(red_and_blue(), 9)), 1);
    EXPECT_EQ(exif_orientation(png_with_orientation(red_and_blue(), 0)), 1);
    for (size_t length = 0; length < 33 + 8 + 26; ++length)
        EXPECT_EQ(exif_orientation(whole.substr(0, length)), length < 63 ? 1 : 6) << length;
    EXPECT_EQ(exif_orientation(""), 1);
    EXPECT_EQ(exif_orientation("\xff\xd8\xff"), 1);
}

#ifdef RUDOLPH_HAS_LIBHEIF

/// A HEIC or AVIF file as libheif writes it; empty where it has no encoder for that.
std::string heif_file(const cv::Mat& bgra, heif_compression_format format, bool alpha) {
    const std::unique_ptr<heif_context, decltype(&heif_context_free)> context(heif_context_alloc(),
                                                                              heif_context_free);
    heif_encoder* encoder = nullptr;
    if (heif_context_get_encoder_for_format(context.get(), format, &encoder).code != heif_error_Ok)
        return "";
    const std::unique_ptr<heif_encoder, decltype(&heif_encoder_release)> owner(
        encoder, heif_encoder_release);
    heif_encoder_set_lossy_quality(encoder, 95);
    heif_image* image = nullptr;
    heif_image_create(bgra.cols, bgra.rows, heif_colorspace_RGB,
                      alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, &image);
    const std::unique_ptr<heif_image, decltype(&heif_image_release)> image_owner(
        image, heif_image_release);
    heif_image_add_plane(image, heif_channel_interleaved, bgra.cols, bgra.rows, 8);
    int stride = 0;
    std::uint8_t* pixels = heif_image_get_plane(image, heif_channel_interleaved, &stride);
    const int channels = alpha ? 4 : 3;
    for (int y = 0; y < bgra.rows; ++y)
        for (int x = 0; x < bgra.cols; ++x)
            for (int c = 0; c < channels; ++c)
                pixels[y * stride + x * channels + c] =
                    bgra.at<cv::Vec4b>(y, x)[c == 3 ? 3 : 2 - c];
    heif_image_handle* handle = nullptr;
    if (heif_context_encode_image(context.get(), image, encoder, nullptr, &handle).code !=
        heif_error_Ok)
        return "";
    heif_image_handle_release(handle);
    heif_writer writer{};
    writer.writer_api_version = 1;
    writer.write = [](heif_context*, const void* bytes, size_t size, void* target) {
        static_cast<std::string*>(target)->assign(static_cast<const char*>(bytes), size);
        return heif_error{heif_error_Ok, heif_suberror_Unspecified, ""};
    };
    std::string file;
    heif_context_write(context.get(), &writer, &file);
    return file;
}

cv::Mat red_and_nothing() {
    cv::Mat picture(64, 128, CV_8UC4, cv::Scalar(255, 0, 0, 0));
    picture.colRange(0, 64).setTo(cv::Scalar(0, 0, 255, 255));
    return picture;
}

TEST(DecodeFormats, ReadsHeicAndAvif) {
    const TempDir dir;
    int tried = 0;
    for (const auto& [format, name] :
         {std::pair(heif_compression_HEVC, "a.heic"), std::pair(heif_compression_AV1, "a.avif")}) {
        const std::string bytes = heif_file(red_and_nothing(), format, false);
        if (bytes.empty())
            continue;
        ++tried;
        write_file(dir / name, bytes);
        const cv::Mat picture = decode_image(dir / name);
        ASSERT_EQ(picture.type(), CV_8UC3);
        ASSERT_EQ(picture.size(), cv::Size(128, 64)) << name;
        EXPECT_TRUE(is_red(picture, 10, 30)) << name << picture.at<cv::Vec3b>(30, 10);
        EXPECT_FALSE(is_red(picture, 110, 30)) << name;
        EXPECT_EQ(decode_image(dir / name, Colour::Grey).type(), CV_8UC1);
        write_file(dir / "cut.heic", bytes.substr(0, bytes.size() / 2));
        EXPECT_THAT(
            test::error_of(dir / "cut.heic", [&] { decode_image(dir / "cut.heic"); }).message(),
            HasSubstr("cannot be decoded"));
        const std::string transparent = heif_file(red_and_nothing(), format, true);
        write_file(dir / "transparent.heic", transparent);
        const cv::Mat shown = decode_image(dir / "transparent.heic");
        EXPECT_TRUE(is_red(shown, 10, 30)) << name;
        EXPECT_GT(cv::mean(shown.colRange(100, 120))[2], 240) << name << " shows white";
    }
    if (tried == 0)
        GTEST_SKIP() << "libheif has no encoder here, nothing was tested";
}

#endif

}  // namespace
}  // namespace rudolph
