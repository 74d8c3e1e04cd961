#pragma once

#include <QObject>
#include <filesystem>
#include <map>

#include "core/predict/video_survey.h"
#include "ui/parts/job.h"
#include "ui/photos/photo_tools.h"
#include "ui/session/activities.h"

namespace rudolph {

/// What is known of a video.
struct VideoSurvey {
    std::vector<FrameMark> marks;       ///< of frames that were played or passed, by time
    std::vector<SurveyedFrame> frames;  ///< that were passed, by time
    bool complete = false;              ///< the pass went to the end
};

/// Where in the videos of the list the model is sure and where it is not: as they are played, and
/// by passes through them in the background, one at a time. Remembered until models or detectors
/// change. Main thread.
class VideoSurveys : public QObject {
    Q_OBJECT

public:
    /// `activities` must outlive this.
    explicit VideoSurveys(Activities* activities, QObject* parent = nullptr);

    /// Before anything has been asked for.
    void setTools(const PhotoTools& tools) { tools_ = tools; }
    /// Empty where nothing is known.
    const VideoSurvey& of(const std::filesystem::path& video) const;
    /// What was seen of a frame that was played.
    void note(const std::filesystem::path& video, const FrameMark& mark);

    /// Looks through the video, from where an earlier pass was stopped; another pass stops.
    void start(const std::filesystem::path& video, const PhotoChoice& choice);
    /// What was seen stays.
    void stop();
    bool isRunning(const std::filesystem::path& video) const {
        return running_ && !video.empty() && video_ == video;
    }
    /// Of the pass that runs, from 0 to 1; 0 while it is not known.
    double share() const { return share_; }
    /// What another model or detector has said counts no more.
    void forget();

signals:
    /// Something more is known, or a pass begins.
    void changed();
    /// A pass is over: it went to the end, was stopped, or failed.
    void over(const std::filesystem::path& video);
    void failed(const rudolph::ErrorText& error);

private:
    void take(const std::filesystem::path& video, std::vector<SurveyedFrame> frames);
    void end();

    PhotoTools tools_;
    std::map<std::filesystem::path, VideoSurvey> surveys_;
    std::filesystem::path video_;  ///< of the pass that runs or ran last
    bool running_ = false;
    double share_ = 0;
    Activity activity_;
    Job job_{JobOrder::Latest};  ///< last, so that it ends before what it uses
};

}  // namespace rudolph
