#include "core/formats/video_frames.h"

#include <gmock/gmock.h>

#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/dataset/left_out.h"
#include "core/dataset/split.h"
#include "core/formats/open_dataset.h"
#include "core/formats/pts.h"
#include "core/formats/write_dataset.h"
#include "core/image/decode.h"
#include "tests/support/environment.h"
#include "tests/support/error_of.h"
#include "tests/support/files_in.h"
#include "tests/support/made_faces.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

/// Frame n, from 1, is of the grey n.
class GreyVideo : public VideoReader {
public:
    explicit GreyVideo(int frames) : frames_(frames) {
        info_.size = test::MadeFaces::picture_size();
    }

    const VideoInfo& info() const override { return info_; }
    bool read(cv::Mat& bgr, double& seconds) override {
        if (at_ == frames_)
            return false;
        seconds = at_ / 25.0;
        bgr = cv::Mat(info_.size, CV_8UC3, cv::Scalar::all(++at_ % 200));
        return true;
    }
    void seek(double /*seconds*/) override { FAIL() << "videos are read in one pass"; }

private:
    VideoInfo info_;
    int frames_;
    int at_ = 0;
};

/// Videos with files of points, and a cache of the test's own.
class FramesOfVideos : public testing::Test {
protected:
    FramesOfVideos() {
        options.open_video = [this](const fs::path& file) -> std::unique_ptr<VideoReader> {
            ++opened;
            const std::string text = read_file(file);
            if (text.empty())
                throw Error("this is no video", {file});
            return std::make_unique<GreyVideo>(std::stoi(text));
        };
    }

    /// The file holds how many frames GreyVideo shows for it.
    void write_video(const std::string& name, int frames) {
        write_file(dir / name, std::to_string(frames));
    }
    void write_points(const std::string& name) {
        write_file(dir / name, print_pts(faces.points(0)));
    }
    void write_frames(const std::string& folder, int first, int last) {
        for (int i = first; i <= last; ++i)
            write_points(fmt_name(folder, i));
    }
    static std::string fmt_name(const std::string& folder, int frame) {
        std::string number = std::to_string(frame);
        return folder + "/" + std::string(6 - number.size(), '0') + number + ".pts";
    }
    Dataset open() { return open_dataset(dir.path(), options); }

    static int grey_of(const Sample& face) {
        return cvRound(cv::mean(decode_image(face.image, Colour::Grey))[0]);
    }
    static std::string said(const Dataset& dataset) {
        std::string text;
        for (const Problem& problem : dataset.problems)
            text += problem.file.filename().string() + ": " + problem.message + "\n";
        return text;
    }

    const test::MadeFaces faces{1};
    test::TempDir cache;
    test::EnvironmentVariable cache_home{"XDG_CACHE_HOME", cache.path().string()};
    test::TempDir recipes;
    test::EnvironmentVariable data_home{"XDG_DATA_HOME", recipes.path().string()};
    test::TempDir dir;
    OpenOptions options;
    std::atomic<int> opened = 0;
};

TEST_F(FramesOfVideos, FilesCalledByNumbersAreOfTheFramesOfTheVideoBesideTheirFolder) {
    write_video("001/vid.avi", 12);
    write_frames("001/annot", 3, 10);
    write_video("002/vid.avi", 5);
    write_frames("002/annot", 1, 5);
    const Dataset dataset = open();
    EXPECT_EQ(dataset.format, DatasetFormat::Video);
    EXPECT_TRUE(can_be_read_only(dataset.format)) << "the frames' own files are not beside them";
    EXPECT_EQ(dataset.scheme.name, "ibug-68");
    ASSERT_EQ(dataset.samples.size(), 13U);
    EXPECT_EQ(dataset.samples[0].id, "001/annot/000003");
    EXPECT_EQ(dataset.samples[0].person, "001");
    EXPECT_EQ(grey_of(dataset.samples[0]), 3);
    EXPECT_EQ(grey_of(dataset.samples[7]), 10);
    EXPECT_EQ(dataset.samples[8].id, "002/annot/000001");
    EXPECT_EQ(dataset.samples[8].person, "002");
    EXPECT_EQ(grey_of(dataset.samples[8]), 1);
    EXPECT_NEAR(dataset.samples[8].points_in_image.points[30].x, faces.points(0)[30].x, 1e-6);
    EXPECT_FALSE(left_out_of(dataset).any());
    EXPECT_THAT(said(dataset), HasSubstr("13 frames of 2 video(s) are kept as pictures in"));
    EXPECT_EQ(make_split(dataset, {}).validation.size(), 5U) << "a video is not parted";
}

TEST_F(FramesOfVideos, OneVideoAloneIsOneGroupCalledAsItsFolder) {
    write_video("vid.MP4", 3);
    write_frames("annot", 1, 3);
    const Dataset dataset = open();
    ASSERT_EQ(dataset.samples.size(), 3U);
    EXPECT_EQ(dataset.samples[2].id, "annot/000003");
    EXPECT_EQ(dataset.samples[2].person, dir.path().filename().string());
}

TEST_F(FramesOfVideos, PointsMayLieBesideTheVideoOrInAFolderOfItsName) {
    write_video("a/clip.mov", 4);
    write_frames("a", 2, 3);
    write_video("films/eva.avi", 6);
    write_frames("films/eva", 5, 6);
    write_video("films/tom.avi", 7);
    write_frames("films/tom", 7, 7);
    const Dataset dataset = open();
    ASSERT_EQ(dataset.samples.size(), 5U) << said(dataset);
    EXPECT_EQ(dataset.samples[0].person, "a");
    EXPECT_EQ(dataset.samples[2].person, "films/eva");
    EXPECT_EQ(grey_of(dataset.samples[3]), 6);
    EXPECT_EQ(dataset.samples[4].person, "films/tom");
    EXPECT_EQ(grey_of(dataset.samples[4]), 7);
}

TEST_F(FramesOfVideos, WhatWasTakenOnceIsNotTakenAgain) {
    write_video("vid.avi", 9);
    write_frames("annot", 1, 8);
    write_frames("annot", 12, 13);  // the video is not so long
    const Dataset first = open();
    EXPECT_EQ(opened, 1);
    EXPECT_EQ(open(), first);
    EXPECT_EQ(opened, 1);
    options.open_video = nullptr;
    EXPECT_EQ(open(), first) << "no reader of videos is needed any more";
    EXPECT_THAT(said(first), HasSubstr("vid.avi: the video ends after 9 frames, but 2 file(s) of "
                                       "points are of later ones, the first of frame 12"));
    EXPECT_EQ(left_out_of(first).faces, 2);
    write_video("vid.avi", 13);  // another video now
    options.open_video = [](const fs::path&) { return std::make_unique<GreyVideo>(13); };
    EXPECT_EQ(open().samples.size(), 10U);
}

TEST_F(FramesOfVideos, ACancelledOpeningGoesOnWhereItStopped) {
    write_video("vid.avi", 30);
    write_frames("annot", 1, 30);
    CancelToken cancel;
    EXPECT_THROW(open_dataset(dir.path(), options, cancel,
                              [&](const Progress& progress) {
                                  EXPECT_EQ(progress.total, 30);
                                  if (progress.done == 10)
                                      cancel.cancel();
                              }),
                 Cancelled);
    const std::vector<std::string> kept = test::files_in(cache.path());
    ASSERT_EQ(kept.size(), 10U) << "whole pictures alone";
    // A picture that is there already is not written again.
    write_image(cache / kept[4], cv::Mat(100, 120, CV_8UC3, cv::Scalar::all(250)));
    const Dataset dataset = open();
    ASSERT_EQ(dataset.samples.size(), 30U);
    EXPECT_EQ(grey_of(dataset.samples[4]), 250);
    EXPECT_EQ(grey_of(dataset.samples[29]), 30);
}

TEST_F(FramesOfVideos, OfVeryManyFramesEveryNthIsTakenAndSaid) {
    write_video("001/vid.avi", 10);
    write_frames("001/annot", 1, 10);
    write_video("002/vid.avi", 3000);
    for (int i = 1; i <= 2991; ++i)
        write_file(dir / fmt_name("002/annot", i), "1 2\n3 4\n5 7\n");
    Dataset dataset = open();
    EXPECT_EQ(left_out_of(dataset).faces, 5 + 1495 + 5) << "five have other points";
    EXPECT_EQ(dataset.samples.size(), 1496U);
    EXPECT_EQ(dataset.samples[1].id, "002/annot/000003");
    EXPECT_THAT(said(dataset),
                HasSubstr("every 2nd of 3001 annotated frames is taken (1501); all would"));
    options.every = 1000;
    dataset = open();
    EXPECT_EQ(dataset.samples.size(), 3U);
    EXPECT_EQ(left_out_of(dataset).faces, 1) << "who asks for fewer leaves nothing out";
    EXPECT_THAT(said(dataset), HasSubstr("every 1000th of 3001 annotated frames is taken (4)\n"));
    options.every = 1;
    options.open_video = nullptr;
    EXPECT_THAT(said(open()), HasSubstr("1495 of its annotated frames cannot be had"));
}

TEST_F(FramesOfVideos, WhatCannotBeHadIsSaidAndCounted) {
    write_video("001/vid.avi", 4);
    write_frames("001/annot", 1, 4);
    write_points("001/annot/mean.pts");
    write_file(dir / "002/vid.avi", "");
    write_frames("002/annot", 1, 3);
    write_video("003/a.avi", 4);
    write_video("003/b.avi", 4);
    write_frames("003/annot", 1, 2);
    write_frames("004/annot", 1, 1);
    const Dataset dataset = open();
    EXPECT_EQ(dataset.samples.size(), 4U);
    EXPECT_EQ(left_out_of(dataset).faces, 1 + 3 + 2 + 1) << said(dataset);
    EXPECT_THAT(
        said(dataset),
        AllOf(HasSubstr("mean.pts: the name is no number of a frame of vid.avi"),
              HasSubstr("vid.avi: 3 of its annotated frames cannot be had: this is no video"),
              HasSubstr("annot: which of 2 videos these points are of cannot be seen"),
              HasSubstr("000001.pts: the picture is missing")));
}

TEST_F(FramesOfVideos, WhereNoVideoCanBeReadTheErrorSaysWhy) {
    write_file(dir / "vid.avi", "");
    write_frames("annot", 1, 3);
    options.every = 2;
    const Error error = test::error_of(dir / "vid.avi", [&] { open(); });
    EXPECT_THAT(error.message(),
                HasSubstr("2 of its annotated frames cannot be had: this is no video"));
}

TEST_F(FramesOfVideos, AFileCalledZeroIsOfTheFirstFrame) {
    write_video("vid.avi", 4);
    write_frames("annot", 0, 3);
    const Dataset dataset = open();
    ASSERT_EQ(dataset.samples.size(), 4U);
    EXPECT_EQ(dataset.samples[0].id, "annot/000000");
    EXPECT_EQ(grey_of(dataset.samples[0]), 1);
    EXPECT_EQ(grey_of(dataset.samples[3]), 4);
    EXPECT_THAT(said(dataset), HasSubstr("frames are counted from 0 here"));
}

TEST_F(FramesOfVideos, OtherFilesOfPointsMayBeOfFramesToo) {
    write_video("vid.avi", 2);
    for (const std::string name : {"1.ljson", "2.ljson"})
        write_file(dir / name,
                   R"({"version": 2, "labels": [],
                       "landmarks": {"points": [[1, 2], [3, 4], [9, 7]], "connectivity": []}})");
    const Dataset dataset = open();
    ASSERT_EQ(dataset.samples.size(), 2U) << said(dataset);
    EXPECT_EQ(dataset.samples[1].id, "2");
    EXPECT_EQ(grey_of(dataset.samples[1]), 2);
}

TEST_F(FramesOfVideos, PicturesOfTheSameNumbersGoBeforeAVideo) {
    write_video("vid.avi", 4);
    write_frames("annot", 1, 4);
    for (int i = 1; i <= 4; ++i)
        write_image(dir / ("imgs/00000" + std::to_string(i) + ".png"),
                    cv::Mat(100, 120, CV_8UC1, cv::Scalar(99)));
    const Dataset dataset = open();
    EXPECT_EQ(dataset.format, DatasetFormat::Recipe);
    ASSERT_EQ(dataset.samples.size(), 4U);
    EXPECT_EQ(grey_of(dataset.samples[0]), 99);
    EXPECT_EQ(opened, 0);
}

TEST_F(FramesOfVideos, WrittenElsewhereFramesLieWhereTheirPointsLay) {
    write_video("001/vid.avi", 3);
    write_frames("001/annot", 1, 3);
    write_video("002/vid.avi", 2);
    write_frames("002/annot", 2, 2);
    const test::TempDir out;
    WriteRequest request;
    request.format = DatasetFormat::Pts;
    request.destination = out.path();
    write_dataset(open(), request);
    EXPECT_THAT(
        test::files_in(out.path()),
        testing::ElementsAre("001/annot/000001.jpg", "001/annot/000001.pts", "001/annot/000002.jpg",
                             "001/annot/000002.pts", "001/annot/000003.jpg", "001/annot/000003.pts",
                             "002/annot/000002.jpg", "002/annot/000002.pts"));
    const Dataset written = open_dataset(out.path());
    EXPECT_EQ(written.format, DatasetFormat::Pts);
    ASSERT_EQ(written.samples.size(), 4U);
    EXPECT_EQ(written.samples[2].person, "001") << "still of one video";
    EXPECT_EQ(grey_of(written.samples[3]), 2);
}

TEST_F(FramesOfVideos, WhereNothingCanBeKeptAnErrorSaysWhatToDo) {
    write_video("vid.avi", 4);
    write_frames("annot", 1, 4);
    write_file(cache / "rudolph", "a file where the folder should be");
    const std::string error = test::error_of([&] { open(); }).what();
    EXPECT_THAT(error, AllOf(HasSubstr("cannot be kept as pictures"), HasSubstr("make room there"),
                             HasSubstr("XDG_CACHE_HOME")));
}

TEST_F(FramesOfVideos, WithoutAReaderOfVideosThatIsSaid) {
    write_video("vid.avi", 4);
    write_frames("annot", 1, 4);
    options.open_video = nullptr;
    EXPECT_THAT(test::error_of([&] { open(); }).what(),
                AllOf(HasSubstr("no frame of the video(s) here can be used"),
                      HasSubstr("this program reads no videos")));
    EXPECT_THAT(test::files_in(cache.path()), IsEmpty());
}

}  // namespace
}  // namespace rudolph
