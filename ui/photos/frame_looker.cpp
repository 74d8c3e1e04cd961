#include "ui/photos/frame_looker.h"

#include <cmath>
#include <utility>

#include "core/video/video_glance.h"
#include "ui/base/image_convert.h"

namespace rudolph {
namespace {

// Seconds.
constexpr double kLongestGap = 1;
constexpr double kSameTime = 1e-6;

}  // namespace

double FrameLooker::open(const std::filesystem::path& file) {
    video_.reset();
    tracker_.reset();
    seconds_ = -1;
    video_ = open_(file);
    return video_seconds(video_->info());
}

std::optional<LiveFrame> FrameLooker::show(const PhotoChoice& choice, double seconds) {
    // Faces are followed over the frames that playing leaves out, not over a jump.
    if (tracker_ && (seconds < seconds_ || seconds > seconds_ + kLongestGap))
        tracker_->reset();
    if (std::abs(seconds - seconds_) > kSameTime) {
        video_->seek(seconds);
        if (!video_->read(bgr_, seconds_))
            return std::nullopt;
    }
    return track(choice, bgr_, seconds_);
}

LiveFrame FrameLooker::track(const PhotoChoice& choice, const cv::Mat& bgr, double seconds) {
    models_.keepOnly({choice.model});
    const auto predictor = models_.predictor(choice.model);
    const auto detector = models_.detector(choice.detector, choice.detector_file);
    if (!tracker_ || predictor != predictor_ || detector != detector_) {
        tracker_.reset();
        detector_ = detector;
        predictor_ = predictor;
        tracker_ = std::make_unique<FaceTracker>(*detector_, *predictor_);
    }
    LiveFrame live{toQImage(bgr), {}, seconds, choice};
    live.reading.scheme =
        std::make_shared<const LandmarkScheme>(predictor->info().predicted_scheme());
    for (TrackedFace& tracked : tracker_->track(bgr, seconds)) {
        live.reading.numbers.push_back(tracked.id);
        live.reading.faces.push_back(std::move(tracked.face));
    }
    return live;
}

}  // namespace rudolph
