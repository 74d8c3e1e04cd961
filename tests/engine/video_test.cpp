#include <gmock/gmock.h>

#include <array>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/engine/engine.h"
#include "tests/support/comma_locale.h"
#include "tests/support/error_of.h"
#include "tests/support/files_in.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

constexpr int kFrames = 12;

/// Frame `number` has a bright square that moves to the right.
cv::Mat frame(int number, cv::Size size = {64, 48}) {
    cv::Mat picture(size, CV_8UC3, cv::Scalar(30, 60, 90));
    picture(cv::Rect(4 * number, 16, 16, 16)).setTo(cv::Scalar(240, 240, 240));
    return picture;
}

class Videos : public testing::Test {
protected:
    static void SetUpTestSuite() { engine_ = open_engine().release(); }
    static void TearDownTestSuite() { delete engine_; }

    void write(const std::string& name, double rate = 10) {
        const auto writer = engine_->write_video(dir_ / name, {64, 48}, rate);
        for (int i = 0; i < kFrames; ++i)
            writer->write(frame(i));
        writer->finish();
    }

    std::string message_for(const std::string& name) {
        return test::error_of(dir_ / name, [&] { engine_->open_video(dir_ / name); }).what();
    }

    test::TempDir dir_;
    static Engine* engine_;
};
Engine* Videos::engine_ = nullptr;

TEST_F(Videos, WhatIsWrittenIsReadFrameByFrame) {
    const test::CommaLocale locale;
    for (const std::string name : {"größe.mp4", "größe.mkv", "größe.AVI"}) {
        try {
            write(name);
        } catch (const Error& error) {
            if (name.ends_with(".AVI"))
                throw;
            EXPECT_THAT(error.what(), HasSubstr("no encoder")) << name;
            continue;
        }
        const auto video = engine_->open_video(dir_ / name);
        EXPECT_EQ(video->info().size, cv::Size(64, 48)) << name;
        EXPECT_NEAR(video->info().frames_per_second, 10, 0.01) << name;
        EXPECT_NEAR(static_cast<double>(video->info().frames), kFrames, 2) << name;
        cv::Mat bgr;
        double seconds = -1;
        double before = -1;
        int count = 0;
        for (; video->read(bgr, seconds); ++count) {
            ASSERT_EQ(bgr.type(), CV_8UC3);
            EXPECT_NEAR(seconds, count / 10.0, 0.02) << name;
            EXPECT_GT(seconds, before);
            before = seconds;
            EXPECT_LT(cv::norm(bgr, frame(count), cv::NORM_L1) / (64 * 48 * 3), 12)
                << name << " frame " << count;
        }
        EXPECT_EQ(count, kFrames) << name;
        EXPECT_FALSE(video->read(bgr, seconds)) << "it stays at the end";
    }
}

/// What the header of an MP4 file says of how to turn the picture: the first four numbers of its
/// matrix (ISO/IEC 14496-12, 8.3.2).
void set_turn(const std::filesystem::path& mp4, const std::array<int, 4>& matrix) {
    std::string bytes = read_file(mp4);
    const size_t header = bytes.find("tkhd");
    ASSERT_NE(header, std::string::npos);
    const size_t start = header + 44;
    constexpr std::array<size_t, 4> kPlaces = {0, 4, 12, 16};
    for (size_t i = 0; i < matrix.size(); ++i)
        for (size_t byte = 0; byte < 4; ++byte)
            bytes[start + kPlaces.at(i) + byte] =
                static_cast<char>(matrix.at(i) * 65536 >> (24 - 8 * byte));
    write_file(mp4, bytes);
}

TEST_F(Videos, StandUprightHoweverTheirHeaderTurnsThem) {
    try {
        write("turned.mp4");
    } catch (const Error& error) {
        GTEST_SKIP() << error.what();
    }
    struct Turn {
        std::array<int, 4> matrix;
        int rotation;
    };
    for (const auto& [matrix, rotation] :
         {Turn{{0, 1, -1, 0}, cv::ROTATE_90_CLOCKWISE}, Turn{{-1, 0, 0, -1}, cv::ROTATE_180},
          Turn{{0, -1, 1, 0}, cv::ROTATE_90_COUNTERCLOCKWISE}}) {
        set_turn(dir_ / "turned.mp4", matrix);
        const auto video = engine_->open_video(dir_ / "turned.mp4");
        for (const int wanted : {0, 7, 3}) {
            video->seek(wanted / 10.0);
            cv::Mat upright;
            cv::rotate(frame(wanted), upright, rotation);
            EXPECT_EQ(video->info().size, upright.size());
            cv::Mat bgr;
            double seconds = -1;
            ASSERT_TRUE(video->read(bgr, seconds));
            ASSERT_EQ(bgr.size(), upright.size());
            EXPECT_LT(cv::norm(bgr, upright, cv::NORM_L1) / (64 * 48 * 3), 12)
                << "turned by " << rotation << ", frame " << wanted;
        }
    }
}

TEST_F(Videos, SeekingFindsTheFrameThatReadingFinds) {
    constexpr int kMany = 700;
    for (const std::string name : {"a.mp4", "a.mkv", "a.avi"}) {
        const auto writer = engine_->write_video(dir_ / name, {64, 48}, 25);
        for (int i = 0; i < kMany; ++i)
            writer->write(frame(i % kFrames) + cv::Scalar::all(i / 8));
        writer->finish();
        std::vector<cv::Mat> frames(1);
        std::vector<double> times(1);
        const auto reading = engine_->open_video(dir_ / name);
        while (reading->read(frames.back(), times.back())) {
            frames.emplace_back();
            times.emplace_back();
        }
        frames.pop_back();
        ASSERT_EQ(frames.size(), size_t{kMany}) << name;

        const auto video = engine_->open_video(dir_ / name);
        cv::Mat bgr;
        double seconds = 0;
        for (const size_t at : {650, 100, 0, 1, 699, 698, 300, 310, 420, 251, 249, 40, 0}) {
            // Between two frames the later one is meant.
            for (const double before : {0.0, 0.013}) {
                video->seek(times[at] - before);
                ASSERT_TRUE(video->read(bgr, seconds)) << name << " frame " << at;
                EXPECT_NEAR(seconds, times[at], 1e-6) << name << " frame " << at;
                EXPECT_EQ(cv::norm(bgr, frames[at], cv::NORM_INF), 0) << name << " frame " << at;
            }
            if (at + 1 < frames.size()) {
                ASSERT_TRUE(video->read(bgr, seconds));
                EXPECT_NEAR(seconds, times[at + 1], 1e-6) << name << " after frame " << at;
            }
        }
        video->seek(1000);
        EXPECT_FALSE(video->read(bgr, seconds)) << name;
        video->seek(-1);
        ASSERT_TRUE(video->read(bgr, seconds)) << name;
        EXPECT_EQ(seconds, 0);
    }
}

TEST_F(Videos, AFrameThatWasReadStaysAsItIs) {
    write("a.avi");
    const auto video = engine_->open_video(dir_ / "a.avi");
    cv::Mat first;
    cv::Mat second;
    double seconds = 0;
    ASSERT_TRUE(video->read(first, seconds));
    const cv::Mat copy = first.clone();
    ASSERT_TRUE(video->read(second, seconds));
    EXPECT_EQ(cv::norm(first, copy, cv::NORM_INF), 0);
    EXPECT_GT(cv::norm(first, second, cv::NORM_INF), 50);
}

TEST_F(Videos, NothingIsLeftOfAVideoThatIsNotFinished) {
    {
        const auto writer = engine_->write_video(dir_ / "a.mp4", {64, 48}, 25);
        writer->write(frame(0));
    }
    EXPECT_THAT(test::files_in(dir_.path()), IsEmpty());
    {
        const auto writer = engine_->write_video(dir_ / "a.avi", {64, 48}, 25);
        EXPECT_THROW(writer->finish(), Error) << "there are no frames";
    }
    EXPECT_THAT(test::files_in(dir_.path()), IsEmpty());
}

TEST_F(Videos, TheOldVideoStaysUntilTheNewOneIsComplete) {
    write("a.avi");
    const std::string old = read_file(dir_ / "a.avi");
    {
        const auto writer = engine_->write_video(dir_ / "a.avi", {64, 48}, 25);
        writer->write(frame(3));
    }
    EXPECT_EQ(read_file(dir_ / "a.avi"), old);
    write("a.avi", 20);
    EXPECT_NE(read_file(dir_ / "a.avi"), old);
    EXPECT_THAT(test::files_in(dir_.path()), testing::SizeIs(1));
}

TEST_F(Videos, WrongFramesAndNamesAreRefused) {
    EXPECT_THROW(engine_->write_video(dir_ / "a.xyz", {64, 48}, 25), Error);
    EXPECT_THROW(engine_->write_video(dir_ / "a.avi", {1, 1}, 25), Error);
    write_file(dir_ / "file", "");
    EXPECT_THROW(engine_->write_video(dir_ / "file/a.avi", {64, 48}, 25), Error);
    const auto writer = engine_->write_video(dir_ / "a.avi", {64, 48}, 0);
    EXPECT_THROW(writer->write(frame(0, {80, 48})), Error);
    EXPECT_THROW(writer->write(cv::Mat(48, 64, CV_8UC1, cv::Scalar(0))), Error);
}

TEST_F(Videos, WhatIsNoVideoIsNamed) {
    write("whole.avi");
    const std::string whole = read_file(dir_ / "whole.avi");
    write_file(dir_ / "text.mp4", "this is no video");
    write_file(dir_ / "empty.avi", "");
    write_file(dir_ / "start.avi", whole.substr(0, 100));
    std::filesystem::create_directory(dir_ / "folder.mp4");
    for (const char* name : {"text.mp4", "empty.avi", "start.avi"})
        EXPECT_THAT(message_for(name), HasSubstr("not a video")) << name;
    EXPECT_THAT(message_for("missing.mp4"), HasSubstr("does not exist"));
    EXPECT_THAT(message_for("folder.mp4"), HasSubstr("not a file"));
    EXPECT_THROW(engine_->open_video("http://localhost/a.mp4"), Error);
}

}  // namespace
}  // namespace rudolph
