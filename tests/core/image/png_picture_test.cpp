#include "core/image/png_picture.h"

#include <gmock/gmock.h>
#include <png.h>

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

struct Kind {
    int colour_type;
    int depth;
    int interlace = PNG_INTERLACE_NONE;
    bool transparent = false;  ///< one value, or one entry of the palette
};

constexpr int kWidth = 37;
constexpr int kHeight = 21;

void append(png_structp png, png_bytep data, size_t length) {
    static_cast<std::string*>(png_get_io_ptr(png))
        ->append(reinterpret_cast<const char*>(data), length);
}

/// Any pixels of that kind.
std::string png_of(const Kind& kind) {
    std::string bytes;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, &bytes, append, nullptr);
    png_set_IHDR(png, info, kWidth, kHeight, kind.depth, kind.colour_type, kind.interlace,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    std::vector<png_color> palette;
    for (int i = 0; i < 1 << std::min(8, kind.depth); ++i)
        palette.push_back({static_cast<png_byte>(37 * i), static_cast<png_byte>(255 - 11 * i),
                           static_cast<png_byte>(i * i)});
    const bool indexed = kind.colour_type == PNG_COLOR_TYPE_PALETTE;
    if (indexed)
        png_set_PLTE(png, info, palette.data(), static_cast<int>(palette.size()));
    png_byte faint[] = {0, 100, 255};
    png_color_16 value{};
    if (kind.transparent)
        png_set_tRNS(png, info, faint,
                     indexed ? std::min<int>(3, static_cast<int>(palette.size())) : 0,
                     indexed ? nullptr : &value);
    png_write_info(png, info);
    std::vector<std::vector<png_byte>> rows;
    std::vector<png_bytep> starts;
    unsigned number = 1;
    for (int y = 0; y < kHeight; ++y) {
        auto& row = rows.emplace_back(png_get_rowbytes(png, info));
        for (png_byte& byte : row)
            byte = static_cast<png_byte>((number = number * 1664525 + 1013904223) >> 24);
    }
    for (auto& row : rows)
        starts.push_back(row.data());
    png_write_image(png, starts.data());
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

const std::vector<Kind> kKinds = {{PNG_COLOR_TYPE_GRAY, 1},
                                  {PNG_COLOR_TYPE_GRAY, 2},
                                  {PNG_COLOR_TYPE_GRAY, 4},
                                  {PNG_COLOR_TYPE_GRAY, 8},
                                  {PNG_COLOR_TYPE_GRAY, 16},
                                  {PNG_COLOR_TYPE_GRAY_ALPHA, 8},
                                  {PNG_COLOR_TYPE_GRAY_ALPHA, 16},
                                  {PNG_COLOR_TYPE_PALETTE, 1},
                                  {PNG_COLOR_TYPE_PALETTE, 2},
                                  {PNG_COLOR_TYPE_PALETTE, 4},
                                  {PNG_COLOR_TYPE_PALETTE, 8},
                                  {PNG_COLOR_TYPE_RGB, 8},
                                  {PNG_COLOR_TYPE_RGB, 16},
                                  {PNG_COLOR_TYPE_RGB_ALPHA, 8},
                                  {PNG_COLOR_TYPE_RGB_ALPHA, 16},
                                  {PNG_COLOR_TYPE_GRAY, 4, PNG_INTERLACE_ADAM7},
                                  {PNG_COLOR_TYPE_RGB, 8, PNG_INTERLACE_ADAM7},
                                  {PNG_COLOR_TYPE_PALETTE, 8, PNG_INTERLACE_NONE, true},
                                  {PNG_COLOR_TYPE_PALETTE, 2, PNG_INTERLACE_NONE, true},
                                  {PNG_COLOR_TYPE_RGB, 8, PNG_INTERLACE_NONE, true}};

TEST(PngPicture, HasThePixelsThatOpenCvReads) {
    for (const Kind& kind : kKinds) {
        SCOPED_TRACE(testing::Message() << "colour type " << kind.colour_type << ", depth "
                                        << kind.depth << ", transparent " << kind.transparent);
        const std::string bytes = png_of(kind);
        expect_same_pixels(decode_png(bytes, PngPixels::Grey, "a.png"),
                           by_opencv(bytes, cv::IMREAD_GRAYSCALE));
        expect_same_pixels(decode_png(bytes, PngPixels::Bgr, "a.png"),
                           by_opencv(bytes, cv::IMREAD_COLOR));
        expect_same_pixels(decode_png(bytes, PngPixels::Stored, "a.png"),
                           by_opencv(bytes, cv::IMREAD_UNCHANGED));
    }
}

TEST(PngPicture, ATransparentGreyShowsWhite) {
    const test::TempDir dir;
    Kind kind{PNG_COLOR_TYPE_GRAY, 1};
    kind.transparent = true;  // black
    write_file(dir / "a.png", png_of(kind));
    EXPECT_EQ(cv::countNonZero(decode_image(dir / "a.png", Colour::Grey) != 255), 0);
}

TEST(PngPicture, SaysWhatIsDamagedAndNothingOnTheTerminal) {
    const std::string whole = png_of({PNG_COLOR_TYPE_RGB, 8});
    std::string damaged = whole;
    damaged[damaged.find("IDAT") + 40] ^= 0x55;
    testing::internal::CaptureStderr();
    for (const std::string& bytes : {damaged, whole.substr(0, whole.size() / 2)}) {
        const Error error =
            test::error_of([&] { decode_png(bytes, PngPixels::Bgr, "some/a.png"); });
        EXPECT_THAT(error.message(), HasSubstr("the picture is damaged: "));
        EXPECT_EQ(error.place().file, "some/a.png");
    }
    // A gamma of nothing, which libpng warns of.
    std::string odd = whole;
    odd.insert(33, std::string("\0\0\0\4gAMA\0\0\0\0", 12) + "sum.");
    EXPECT_EQ(decode_png(odd, PngPixels::Bgr, "a.png").size(), cv::Size(kWidth, kHeight));
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace rudolph
