#include "ui/photos/photo_live_worker.h"

#include <cmath>
#include <exception>

#include "ui/base/error_text.h"
#include "ui/base/image_convert.h"

namespace rudolph {

namespace {

// Seconds.
constexpr double kLongestGap = 1;
constexpr double kSameTime = 1e-6;

}  // namespace

template <class Work>
void PhotoLiveWorker::guarded(int number, Work work) {
    try {
        work();
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(number, text.what, text.advice);
    }
}

void PhotoLiveWorker::setChoice(const PhotoChoice& choice) {
    choice_ = choice;
    tracker_.reset();
}

void PhotoLiveWorker::open(int number, const std::filesystem::path& file) {
    guarded(number, [&] {
        video_.reset();
        tracker_.reset();
        seconds_ = -1;
        video_ = toolbox_.tools().video(file);
        const VideoInfo& info = video_->info();
        const double duration = info.frames_per_second > 0
                                    ? static_cast<double>(info.frames) / info.frames_per_second
                                    : 0;
        emit opened(number, duration, info.frames_per_second);
        show(number, 0);
    });
}

void PhotoLiveWorker::show(int number, double seconds) {
    guarded(number, [&] {
        if (!video_)
            return;
        // Faces are followed over the frames that playing leaves out, not over a jump.
        if (tracker_ && (seconds < seconds_ || seconds > seconds_ + kLongestGap))
            tracker_->reset();
        if (std::abs(seconds - seconds_) > kSameTime) {
            video_->seek(seconds);
            if (!video_->read(bgr_, seconds_)) {
                emit ended(number);
                return;
            }
        }
        tell(number, bgr_, seconds_);
    });
}

void PhotoLiveWorker::track(int number, const cv::Mat& bgr, double seconds) {
    guarded(number, [&] { tell(number, bgr, seconds); });
}

void PhotoLiveWorker::tell(int number, const cv::Mat& bgr, double seconds) {
    LiveFrame live{number, toQImage(bgr), {}, seconds};
    toolbox_.keepOnly(choice_.model, {});
    Predictor& predictor = toolbox_.predictor(choice_.model);
    if (!tracker_)
        tracker_ = std::make_unique<FaceTracker>(toolbox_.detector(choice_), predictor);
    live.reading.scheme =
        std::make_shared<const LandmarkScheme>(predictor.info().predicted_scheme());
    for (TrackedFace& tracked : tracker_->track(bgr, seconds)) {
        live.reading.numbers.push_back(tracked.id);
        live.reading.faces.push_back(std::move(tracked.face));
    }
    emit frame(live);
}

}  // namespace rudolph
