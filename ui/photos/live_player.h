#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>

#include "ui/camera/camera_source.h"
#include "ui/parts/job.h"
#include "ui/photos/frame_looker.h"

namespace rudolph {

/// Plays a video or a camera, without the widgets. One frame at a time is looked at: what comes
/// meanwhile is passed over, so that the picture is never late. Main thread.
class LivePlayer : public QObject {
    Q_OBJECT

public:
    explicit LivePlayer(QObject* parent = nullptr);
    /// Stops and waits for the frame that is being looked at.
    ~LivePlayer() override;

    /// Before anything was shown: for tests.
    void setTools(const PhotoTools& tools);
    void setChoice(const PhotoChoice& choice);
    /// The frame that stands still is looked at again.
    void lookAgain();
    /// Another source of cameras, for tests; else that of Qt Multimedia is loaded.
    void setCameras(std::unique_ptr<CameraSource> cameras);

    void openVideo(const std::filesystem::path& file);
    void closeVideo();
    void togglePlaying();
    void seek(double seconds);
    bool isPlaying() const { return playing_; }
    /// The video; empty: none.
    const std::filesystem::path& file() const { return file_; }
    const PhotoChoice& choice() const { return choice_; }
    double duration() const { return duration_; }  ///< in seconds; 0: not known

    /// Looks which cameras there are, once, after the page has been painted: camerasFound().
    void lookForCameras();
    void startCamera(int camera);
    void stopCamera();
    void setMirrored(bool mirrored) { mirrored_ = mirrored; }
    bool isCameraOn() const { return camera_on_; }
    /// The page is left: a video waits, a camera goes off.
    void pause();

    /// The frame on the screen; empty before the first.
    const std::optional<LiveFrame>& shown() const { return shown_; }
    /// It as a photograph, which is not mirrored, and a name for that.
    QImage photograph() const;
    QString photographName() const;
    /// That were shown lately; empty while it stands still.
    std::optional<double> framesASecond() const;

signals:
    void frameShown();
    /// There is no frame to show now; `message` says why, or is empty.
    void cleared(const QString& message);
    /// It plays or pauses, its length is known, or the camera is on or off.
    void changed();
    /// Empty `names`: `problem` says why there is none.
    void camerasFound(const QStringList& names, const QString& problem);
    void cameraChanged(bool on);
    void cameraFailed(const QString& text);

private:
    using Work = std::function<std::optional<LiveFrame>(FrameLooker&, JobContext&)>;

    void ask(Work work);
    void askFor(double seconds);
    void answered(const std::optional<LiveFrame>& frame);
    void showFrame(const LiveFrame& frame);
    void fail(const ErrorText& error);
    void clear(const QString& message);
    void setPlaying(bool playing);
    double clock() const;
    void cameraFrame(const QImage& image);
    void sendCameraFrame();

    PhotoChoice choice_;
    std::filesystem::path file_;  ///< of the video; empty: none
    bool busy_ = false;           ///< an answer is due
    bool playing_ = false;
    bool at_end_ = false;
    bool failed_ = false;
    double duration_ = 0;
    std::optional<double> seek_to_;
    QElapsedTimer since_start_;  ///< of playing
    double started_at_ = 0;      ///< where in the video that was
    QTimer due_;                 ///< when the frame that waits is to be shown
    std::optional<LiveFrame> waiting_;
    std::optional<LiveFrame> shown_;
    std::deque<qint64> shown_at_;
    QElapsedTimer uptime_;
    std::unique_ptr<CameraSource> cameras_;
    bool looked_for_cameras_ = false;
    bool camera_on_ = false;
    bool mirrored_ = true;
    QImage camera_image_;                  ///< the latest that was not sent
    std::shared_ptr<FrameLooker> looker_;  ///< of the background thread
    Job job_{JobOrder::Latest};            ///< last, so that it ends before what it uses
};

}  // namespace rudolph
