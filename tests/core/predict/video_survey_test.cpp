#include "core/predict/video_survey.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/formats/open_dataset.h"
#include "core/image/decode.h"
#include "core/predict/frames_project.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A bright square on dark ground, which moves to the right; none between two frames.
class SquareVideo : public VideoReader {
public:
    SquareVideo(int frames, double rate, int gone_from = 0, int gone_to = 0)
        : gone_from_(gone_from), gone_to_(gone_to) {
        info_ = {{320, 240}, rate, frames};
    }
    const VideoInfo& info() const override { return info_; }
    bool read(cv::Mat& bgr, double& seconds) override {
        if (next_ >= info_.frames)
            return false;
        bgr = cv::Mat(info_.size, CV_8UC3, cv::Scalar::all(20));
        if (next_ < gone_from_ || next_ >= gone_to_)
            bgr(cv::Rect(20 + int(next_ * 200 / info_.frames), 80, 60, 60)).setTo(220);
        seconds = double(next_++) / info_.frames_per_second;
        ++decoded;
        return true;
    }
    void seek(double seconds) override {
        next_ = static_cast<std::int64_t>(std::ceil(seconds * info_.frames_per_second - 1e-6));
    }

    int decoded = 0;

private:
    VideoInfo info_;
    std::int64_t gone_from_;
    std::int64_t gone_to_;
    std::int64_t next_ = 0;
};

class SquareDetector : public FaceDetector {
public:
    DetectorKind kind() const override { return DetectorKind::Hog; }
    std::vector<DetectedFace> detect(const cv::Mat& bgr) override {
        cv::Mat grey;
        cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
        std::vector<cv::Point> bright;
        cv::findNonZero(grey > 120, bright);
        if (bright.empty())
            return {};
        const cv::Rect box = cv::boundingRect(bright);
        return {{{double(box.x), double(box.y), double(box.width), double(box.height)}, 1, 0}};
    }
};

/// A single point in the middle of the box, so that faces are found anew in every frame.
class SurveyPredictor : public Predictor {
public:
    SurveyPredictor() {
        info_.scheme = numbered_points(1);
        info_.indices = {0};
        info_.input.width = info_.input.height = 16;
    }
    const ModelInfo& info() const override { return info_; }
    std::string device() const override { return "cpu"; }
    std::vector<Landmarks> predict_crops(const std::vector<cv::Mat>& crops) override {
        return std::vector<Landmarks>(crops.size(), Landmarks({{7.5, 7.5}}));
    }

private:
    ModelInfo info_;
};

std::vector<SurveyedFrame> survey(VideoReader& video, double from = 0,
                                  const CancelToken& cancel = {},
                                  const ProgressCallback& progress = {}) {
    SquareDetector detector;
    SurveyPredictor predictor;
    std::vector<SurveyedFrame> frames;
    survey_video(
        video, detector, predictor, from,
        [&](const SurveyedFrame& frame) { frames.push_back(frame); }, cancel, progress);
    return frames;
}

FrameMark sure(double seconds) {
    return {seconds, 1, 0.9};
}
FrameMark unsure(double seconds) {
    return {seconds, 1, 0.3};
}

TEST(VideoSurvey, LooksAtEveryFrameOfAShortVideo) {
    SquareVideo video(40, 10, 10, 20);
    const auto frames = survey(video);
    ASSERT_THAT(frames, SizeIs(40));
    EXPECT_EQ(frames[9].mark.faces, 1);
    EXPECT_EQ(frames[10].mark.faces, 0);
    EXPECT_EQ(frames[19].mark.faces, 0);
    EXPECT_EQ(frames[20].mark.faces, 1);
    EXPECT_EQ(frames[20].mark.seconds, 2);
}

TEST(VideoSurvey, LooksAtTenFramesASecondOfALongOne) {
    SquareVideo video(30 * 300, 30);
    const auto frames = survey(video);
    EXPECT_THAT(frames, SizeIs(3000));
    EXPECT_EQ(video.decoded, 3000);
}

TEST(VideoSurvey, GoesOnWhereItWasStopped) {
    SquareVideo video(40, 10);
    const auto frames = survey(video, 3.001);
    ASSERT_THAT(frames, SizeIs(9));
    EXPECT_NEAR(frames.front().mark.seconds, 3.1, 1e-9);
}

TEST(VideoSurvey, CanBeCancelledAndTellsHowFarItIs) {
    SquareVideo video(40, 10);
    CancelToken cancel;
    std::vector<Progress> steps;
    EXPECT_THROW(survey(video, 0, cancel,
                        [&](const Progress& step) {
                            steps.push_back(step);
                            if (steps.size() == 5)
                                cancel.cancel();
                        }),
                 Cancelled);
    EXPECT_THAT(steps, SizeIs(5));
    EXPECT_EQ(steps.back(), (Progress{400, 4000}));
}

TEST(VideoSurvey, StretchesAreOfDoubtfulFramesAndOfThoseWithoutAFace) {
    const std::vector<FrameMark> marks = {sure(0),      unsure(1),  unsure(1.1),
                                          {1.2, 0, {}}, sure(1.3),  unsure(1.4),
                                          sure(3),      {5, 0, {}}, {6, 1, {}}};
    EXPECT_THAT(doubtful_stretches(marks),
                ElementsAre(VideoStretch{1, 1.4}, VideoStretch{1.2, 1.2}, VideoStretch{5, 5}));
    EXPECT_THAT(doubtful_stretches({}), IsEmpty());
}

TEST(VideoSurvey, MarksStayInTheOrderOfTime) {
    std::vector<FrameMark> marks;
    for (const double seconds : {2.0, 0.5, 1.0, 0.5})
        insert_mark(marks, sure(seconds));
    insert_mark(marks, unsure(1));
    EXPECT_THAT(marks, ElementsAre(sure(0.5), unsure(1), sure(2)));
}

TEST(FramesToAnnotate, AreTheDoubtfulOnesAndThoseThatDiffer) {
    std::vector<SurveyedFrame> frames(6);
    for (size_t i = 0; i < frames.size(); ++i) {
        frames[i].mark = sure(double(i));
        frames[i].look.fill(100);
    }
    frames[2].mark = unsure(2);
    frames[2].look.fill(104);
    frames[4].look.fill(200);
    frames[5].mark = {5, 0, {}};
    frames[5].look.fill(255);
    EXPECT_THAT(frames_to_annotate(frames, 1), ElementsAre(2));
    EXPECT_THAT(frames_to_annotate(frames, 2), ElementsAre(2, 4));
    // The others look all the same; that without a face is none.
    EXPECT_THAT(frames_to_annotate(frames, 20), ElementsAre(0, 2, 4));
    EXPECT_THAT(frames_to_annotate({}, 20), IsEmpty());
}

TEST(FramesProject, HoldsFramesWithTheirTimeAndProposals) {
    const test::TempDir dir;
    SquareVideo video(40, 10, 10, 20);
    const auto frames = survey(video);
    SurveyPredictor predictor;
    const WrittenFrames written = write_frames_project(
        {dir / "Weg über.mp4", {frames[5], frames[30]}, dir / "weg.rudolph", "face1"}, video,
        predictor);
    EXPECT_EQ(written.frames, 2);
    EXPECT_EQ(written.faces, 2);
    EXPECT_EQ(written.pictures, dir / "weg-frames");
    const Dataset dataset = open_dataset(dir / "weg.rudolph");
    ASSERT_THAT(dataset.samples, SizeIs(2));
    EXPECT_THAT(dataset.problems, IsEmpty());
    EXPECT_EQ(dataset.name, "Weg über");
    const Sample& second = dataset.samples[1];
    EXPECT_EQ(dataset.samples[0].id, written.first_id);
    EXPECT_EQ(dataset.samples[0].image, written.first_picture);
    EXPECT_THAT(second.id, HasSubstr("Weg über-00m03s000"));
    EXPECT_EQ(second.person, "Weg über");
    EXPECT_EQ(second.attributes.at("image.seconds"), "3");
    EXPECT_EQ(second.attributes.at("image.video"), "Weg über.mp4");
    EXPECT_EQ(second.proposed_by, "face1");
    EXPECT_NEAR(second.points_in_image.points[0].x, 20 + 150 + 29.5, 1.5);
    EXPECT_EQ(decode_image(second.image).size(), cv::Size(320, 240));
}

TEST(FramesProject, TakesAFolderThatNothingIsIn) {
    const test::TempDir dir;
    SquareVideo video(40, 10);
    const auto frames = survey(video);
    SurveyPredictor predictor;
    const FramesProject wanted{dir / "a.mp4", {frames[5]}, dir / "a.rudolph", "face1"};
    EXPECT_EQ(write_frames_project(wanted, video, predictor).pictures, dir / "a-frames");
    EXPECT_EQ(write_frames_project(wanted, video, predictor).pictures, dir / "a-frames-2");
    EXPECT_THAT(open_dataset(dir / "a.rudolph").samples.front().image.string(),
                HasSubstr("a-frames-2"));
}

TEST(FramesProject, LeavesNothingWhereItIsCancelledOrTheVideoIsShorterNow) {
    const test::TempDir dir;
    SquareVideo video(40, 10);
    const auto frames = survey(video);
    SurveyPredictor predictor;
    const FramesProject wanted{dir / "a.mp4", {frames[5], frames[30]}, dir / "a.rudolph", "face1"};
    CancelToken cancel;
    EXPECT_THROW(write_frames_project(wanted, video, predictor, cancel,
                                      [&](const Progress&) { cancel.cancel(); }),
                 Cancelled);
    SquareVideo shorter(20, 10);
    EXPECT_THROW(write_frames_project(wanted, shorter, predictor), Error);
    EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
}

}  // namespace
}  // namespace rudolph
