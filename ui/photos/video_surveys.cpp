#include "ui/photos/video_surveys.h"

#include <QElapsedTimer>
#include <memory>
#include <utility>

#include "ui/base/path_convert.h"

namespace rudolph {
namespace {

constexpr int kTellMs = 100;    // between two batches of frames
constexpr double kNext = 1e-3;  // seconds, behind the last frame that was seen

}  // namespace

VideoSurveys::VideoSurveys(Activities* activities, QObject* parent)
    : QObject(parent),
      tools_(enginePhotoTools()),
      activity_(activities, StudioPage::Photos, nullptr) {
    connect(&activity_, &Activity::cancelRequested, this, &VideoSurveys::stop);
    connect(&job_, &Job::cancelled, this, &VideoSurveys::end);
    connect(&job_, &Job::failed, this, [this](const ErrorText& error) {
        end();
        emit failed(error);
    });
    connect(&job_, &Job::progressed, this, [this](const QString&, int done, int total) {
        share_ = total > 0 ? static_cast<double>(done) / total : 0;
        activity_.show(tr("Looking through %1").arg(toQString(video_.filename())), done, total);
    });
}

const VideoSurvey& VideoSurveys::of(const std::filesystem::path& video) const {
    static const VideoSurvey none;
    const auto known = surveys_.find(video);
    return known != surveys_.end() ? known->second : none;
}

void VideoSurveys::note(const std::filesystem::path& video, const FrameMark& mark) {
    VideoSurvey& survey = surveys_[video];
    // The pass has seen it with its neighbours.
    if (survey.complete)
        return;
    insert_mark(survey.marks, mark);
    emit changed();
}

void VideoSurveys::start(const std::filesystem::path& video, const PhotoChoice& choice) {
    const VideoSurvey& known = surveys_[video];
    if (known.complete || isRunning(video))
        return;
    if (running_) {
        job_.drop();
        end();
    }
    video_ = video;
    running_ = true;
    share_ = 0;
    activity_.show(tr("Looking through %1").arg(toQString(video.filename())));
    const double from = known.frames.empty() ? 0 : known.frames.back().mark.seconds + kNext;
    job_.start(
        [this, tools = tools_, video, choice, from](JobContext& context) {
            const auto reader = tools.video(video);
            // Loaded for this pass, so that the player's are free.
            ModelCache models(tools);
            const auto predictor = models.predictor(choice.model);
            const auto detector = models.detector(choice.detector, choice.detector_file);
            std::vector<SurveyedFrame> seen;
            QElapsedTimer since;
            since.start();
            const auto each = [&](SurveyedFrame frame) {
                seen.push_back(std::move(frame));
                if (since.elapsed() < kTellMs)
                    return;
                since.restart();
                context.tell([this, video, told = std::exchange(seen, {})] { take(video, told); });
            };
            survey_video(*reader, *detector, *predictor, from, each, context.cancel(),
                         context.progress());
            return seen;
        },
        [this, video](const std::vector<SurveyedFrame>& last) {
            take(video, last);
            surveys_[video].complete = true;
            end();
        });
    emit changed();
}

void VideoSurveys::stop() {
    if (running_)
        job_.cancel();
}

void VideoSurveys::forget() {
    surveys_.clear();
    if (running_) {
        job_.drop();
        end();
    }
    emit changed();
}

void VideoSurveys::take(const std::filesystem::path& video, std::vector<SurveyedFrame> frames) {
    VideoSurvey& survey = surveys_[video];
    for (SurveyedFrame& frame : frames) {
        insert_mark(survey.marks, frame.mark);
        survey.frames.push_back(std::move(frame));
    }
    emit changed();
}

void VideoSurveys::end() {
    running_ = false;
    activity_.end();
    emit changed();
    emit over(video_);
}

}  // namespace rudolph
