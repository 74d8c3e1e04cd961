#pragma once

#include <QImage>
#include <memory>
#include <opencv2/core/mat.hpp>
#include <optional>

#include "core/predict/face_tracker.h"
#include "ui/photos/photo_list_model.h"
#include "ui/photos/photo_tools.h"

namespace rudolph {

/// A frame of a video or a camera with its faces.
struct LiveFrame {
    QImage image;
    PhotoReading reading;
    double seconds = 0;
    PhotoChoice choice = {};  ///< by which it was looked at
};

/// Reads videos and follows faces from frame to frame, always with the models as they are now. For
/// one background thread. All throw Error.
class FrameLooker {
public:
    explicit FrameLooker(PhotoTools tools) : open_(tools.video), models_(std::move(tools)) {}

    /// Returns how long it lasts, in seconds; 0: not known.
    double open(const std::filesystem::path& file);
    /// The first frame of the video that is not before `seconds`, empty beyond the end. Those in
    /// between are passed over; a place before the last frame is sought from the start.
    std::optional<LiveFrame> show(const PhotoChoice& choice, double seconds);
    /// A frame of a camera.
    LiveFrame track(const PhotoChoice& choice, const cv::Mat& bgr, double seconds);

private:
    decltype(PhotoTools::video) open_;
    ModelCache models_;
    // Before the tracker, which looks through them.
    std::shared_ptr<FaceDetector> detector_;
    std::shared_ptr<Predictor> predictor_;
    std::unique_ptr<FaceTracker> tracker_;
    std::unique_ptr<VideoReader> video_;
    cv::Mat bgr_;
    double seconds_ = -1;  ///< of the last frame that was read
};

}  // namespace rudolph
