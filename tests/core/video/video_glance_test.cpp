#include "core/video/video_glance.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/error.h"

namespace rudolph {
namespace {

/// Ten frames a second; the first ones are black, the others are noise about their number.
class DarkBeginning : public VideoReader {
public:
    DarkBeginning(int frames, int dark, double said_rate = 10) : dark_(dark) {
        info_ = {{320, 240}, said_rate, frames};
        frames_ = frames;
    }
    const VideoInfo& info() const override { return info_; }
    bool read(cv::Mat& bgr, double& seconds) override {
        if (next_ >= frames_)
            return false;
        bgr = cv::Mat(info_.size, CV_8UC3, cv::Scalar::all(0));
        if (next_ >= dark_)
            bgr.colRange(0, 160).setTo(cv::Scalar::all(100 + double(next_)));
        seconds = double(next_++) / 10;
        return true;
    }
    void seek(double seconds) override {
        next_ = static_cast<std::int64_t>(std::ceil(seconds * 10 - 1e-6));
    }

private:
    VideoInfo info_;
    std::int64_t frames_ = 0;
    std::int64_t dark_ = 0;
    std::int64_t next_ = 0;
};

int brightest(const cv::Mat& picture) {
    double most = 0;
    cv::minMaxLoc(picture.reshape(1), nullptr, &most);
    return static_cast<int>(most);
}

TEST(VideoGlance, IsAFrameATenthIntoTheVideo) {
    DarkBeginning video(100, 5);
    const VideoGlance glance = glance_at(video, 112);
    EXPECT_EQ(glance.picture.size(), cv::Size(112, 84));
    EXPECT_EQ(brightest(glance.picture), 110);
    EXPECT_EQ(video_seconds(glance.info), 10);
}

TEST(VideoGlance, PassesOverABlankBeginning) {
    DarkBeginning video(100, 25);
    EXPECT_EQ(brightest(glance_at(video, 112).picture), 130);
}

TEST(VideoGlance, OfAVideoThatIsBlankThroughoutIsBlank) {
    DarkBeginning video(100, 100);
    const VideoGlance glance = glance_at(video, 112);
    EXPECT_FALSE(glance.picture.empty());
    EXPECT_EQ(brightest(glance.picture), 0);
}

TEST(VideoGlance, OfASingleFrameIsThatFrame) {
    DarkBeginning video(1, 0);
    EXPECT_EQ(brightest(glance_at(video, 400).picture), 100);
}

TEST(VideoGlance, OfAVideoThatSaysNoLengthIsItsFirstFrame) {
    DarkBeginning video(100, 0, 0);
    const VideoGlance glance = glance_at(video, 112);
    EXPECT_EQ(brightest(glance.picture), 100);
    EXPECT_EQ(video_seconds(glance.info), 0);
}

TEST(VideoGlance, OfAVideoWithoutAFrameIsAnError) {
    DarkBeginning video(0, 0);
    EXPECT_THROW(glance_at(video, 112), Error);
}

}  // namespace
}  // namespace rudolph
