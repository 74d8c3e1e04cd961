#include "core/predict/read_video_faces.h"

#include <utility>

namespace rudolph {

void read_video_faces(VideoReader& video, const std::filesystem::path& file, FaceDetector& detector,
                      Predictor& predictor,
                      const std::function<void(const PhotoResult&, cv::Mat& bgr)>& each,
                      const CancelToken& cancel) {
    FaceTracker tracker(detector, predictor);
    cv::Mat bgr;
    for (std::int64_t number = 0;; ++number) {
        cancel.throw_if_cancelled();
        PhotoResult result;
        result.file = file;
        result.frame = VideoFrame{number, 0};
        if (!video.read(bgr, result.frame->seconds))
            return;
        result.size = bgr.size();
        for (TrackedFace& tracked : tracker.track(bgr, result.frame->seconds)) {
            result.ids.push_back(tracked.id);
            result.faces.push_back(std::move(tracked.face));
        }
        each(result, bgr);
    }
}

}  // namespace rudolph
