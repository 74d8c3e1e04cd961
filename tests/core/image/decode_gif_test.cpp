#include <gmock/gmock.h>

#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/image/decode.h"
#include "core/image/gif.h"
#include "tests/core/image/red_and_blue.h"
#include "tests/support/error_of.h"
#include "tests/support/gif_bytes.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::gif_bytes;
using test::GifFrame;
using test::red_and_blue_frame;
using test::TempDir;
using testing::HasSubstr;

std::string gif_error(const std::filesystem::path& file) {
    return test::error_of(file, [&] { decode_image(file); }).message();
}

TEST(DecodeGif, ReadsRowsInOrderAndInterlacedWhateverTheFileIsCalled) {
    const TempDir dir;
    for (const bool interlaced : {false, true}) {
        GifFrame frame = red_and_blue_frame();
        frame.interlaced = interlaced;
        frame.indices.row(3).setTo(3);
        for (const char* name : {"Bär.gif", "b.png", "c.jpg"}) {
            write_file(dir / name, gif_bytes({40, 20}, {frame}));
            PictureFacts facts{PictureOddity::NoEnd, 3};
            const cv::Mat picture = decode_image(dir / name, Colour::Bgr, &facts);
            ASSERT_EQ(picture.size(), cv::Size(40, 20));
            EXPECT_FALSE(facts.oddity);
            EXPECT_EQ(facts.orientation, 1);
            EXPECT_EQ(picture.at<cv::Vec3b>(10, 5), cv::Vec3b(0, 0, 255));
            EXPECT_EQ(picture.at<cv::Vec3b>(10, 35), cv::Vec3b(255, 0, 0));
            EXPECT_EQ(picture.at<cv::Vec3b>(3, 5), cv::Vec3b(128, 128, 128));
            EXPECT_EQ(decode_image(dir / name, Colour::Grey).type(), CV_8UC1);
            const ReducedImage reduced = decode_reduced(dir / name, [](cv::Size) { return 8; });
            EXPECT_EQ(reduced.full_size, cv::Size(40, 20));
        }
    }
}

TEST(DecodeGif, TransparentPixelsAndWhatNoFrameCoversShowWhite) {
    const TempDir dir;
    GifFrame frame = red_and_blue_frame();
    frame.at = {5, 2};
    frame.transparent = 1;
    write_file(dir / "a.gif", gif_bytes({50, 30}, {frame}));
    const cv::Mat picture = decode_image(dir / "a.gif");
    ASSERT_EQ(picture.size(), cv::Size(50, 30));
    const cv::Vec3b white(255, 255, 255);
    EXPECT_EQ(picture.at<cv::Vec3b>(2, 5), cv::Vec3b(0, 0, 255));
    EXPECT_EQ(picture.at<cv::Vec3b>(10, 30), white) << "transparent";
    EXPECT_EQ(picture.at<cv::Vec3b>(1, 4), white);
    EXPECT_EQ(picture.at<cv::Vec3b>(29, 49), white);
}

TEST(DecodeGif, TheFirstFrameOfAnAnimationCountsAndSaysSo) {
    const TempDir dir;
    GifFrame second = red_and_blue_frame();
    second.indices.setTo(2);
    const std::string bytes = gif_bytes({40, 20}, {red_and_blue_frame(), second, second});
    write_file(dir / "a.gif", bytes);
    PictureFacts facts;
    EXPECT_TRUE(test::is_red(decode_image(dir / "a.gif", Colour::Bgr, &facts), 5, 5));
    EXPECT_EQ(facts.oddity, PictureOddity::Animated);
    write_file(dir / "cut.gif", bytes.substr(0, bytes.size() - 30));
    EXPECT_TRUE(test::is_red(decode_image(dir / "cut.gif"), 5, 5)) << "its first frame is whole";
}

TEST(DecodeGif, CutOffAndHostileFilesAreErrors) {
    const TempDir dir;
    const std::string whole = gif_bytes({40, 20}, {red_and_blue_frame()});
    for (const size_t length : {whole.size() / 2, size_t{60}, size_t{20}, size_t{7}}) {
        write_file(dir / "cut.gif", whole.substr(0, length));
        EXPECT_THAT(gif_error(dir / "cut.gif"), HasSubstr("cut off")) << length;
    }
    write_file(dir / "none.gif", gif_bytes({40, 20}, {}));
    EXPECT_THAT(gif_error(dir / "none.gif"), HasSubstr("no frame"));
    write_file(dir / "huge.gif", gif_bytes({65535, 65535}, {red_and_blue_frame()}));
    EXPECT_THAT(gif_error(dir / "huge.gif"), HasSubstr("pixels, or says so"));
    GifFrame beyond = red_and_blue_frame();
    beyond.at = {60000, 60000};
    write_file(dir / "beyond.gif", gif_bytes({40, 20}, {beyond}));
    EXPECT_EQ(decode_image(dir / "beyond.gif").size(), cv::Size(40, 20));
    for (size_t i = 6; i < whole.size(); ++i) {  // no byte may do harm
        std::string broken = whole;
        broken[i] = static_cast<char>(broken[i] ^ 0xff);
        try {
            decode_gif(broken, "broken.gif");
        } catch (const Error&) {
        }
    }
}

TEST(DecodeGif, IsReadOnly) {
    const TempDir dir;
    EXPECT_TRUE(has_image_extension("a.GIF"));
    EXPECT_THROW(write_image(dir / "a.gif", cv::Mat(2, 2, CV_8UC1, cv::Scalar(1))), Error);
}

}  // namespace
}  // namespace rudolph
