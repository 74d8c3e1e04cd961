#pragma once

#include <QImage>
#include <QObject>
#include <memory>
#include <opencv2/core/mat.hpp>

#include "core/predict/face_tracker.h"
#include "ui/photos/photo_list_model.h"
#include "ui/photos/photo_tools.h"

namespace rudolph {

/// A frame of a video or a camera with its faces.
struct LiveFrame {
    int number = 0;  ///< of what was asked for
    QImage image;
    PhotoReading reading;
    double seconds = 0;
};

/// Reads videos and follows faces from frame to frame, on the thread that it lives on. One request
/// at a time; answers carry its number.
class PhotoLiveWorker : public QObject {
    Q_OBJECT

public:
    explicit PhotoLiveWorker(PhotoTools tools) : toolbox_(std::move(tools)) {}

public slots:
    void setChoice(const rudolph::PhotoChoice& choice);
    /// Answers with opened, then frame: the first one.
    void open(int number, const std::filesystem::path& file);
    /// The first frame that is not before `seconds`; those in between are passed over. A place
    /// before the last frame is sought from the start. Answers with frame or ended.
    void show(int number, double seconds);
    /// A frame of a camera.
    void track(int number, const cv::Mat& bgr, double seconds);

signals:
    void opened(int number, double duration_s, double frames_per_second);
    void frame(const rudolph::LiveFrame& frame);
    void ended(int number);
    void failed(int number, const QString& what, const QString& advice);

private:
    template <class Work>
    void guarded(int number, Work work);
    void tell(int number, const cv::Mat& bgr, double seconds);

    PhotoToolbox toolbox_;
    PhotoChoice choice_;
    std::unique_ptr<FaceTracker> tracker_;
    std::unique_ptr<VideoReader> video_;
    cv::Mat bgr_;
    double seconds_ = -1;  ///< of the last frame that was read
};

}  // namespace rudolph
