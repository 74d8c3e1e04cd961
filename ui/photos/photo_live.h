#pragma once

#include <QElapsedTimer>
#include <QThread>
#include <QTimer>
#include <QWidget>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>

#include "ui/camera/camera_source.h"
#include "ui/photos/photo_live_worker.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QToolButton;

namespace rudolph {

class FaceView;
class PhotoTool;

/// A video or a camera with the points of its faces, steady from frame to frame. The worker gets
/// one frame at a time: what comes meanwhile is passed over, so that the picture is never late.
class PhotoLive : public QWidget {
    Q_OBJECT

public:
    explicit PhotoLive(PhotoTools tools, QWidget* parent = nullptr);
    /// Stops and waits for the frame that is being looked at.
    ~PhotoLive() override;

    /// Before anything was shown.
    void setTools(PhotoTools tools);
    void setChoice(const PhotoChoice& choice);
    /// Another source of cameras, for tests; else that of Qt Multimedia is loaded.
    void setCameras(std::unique_ptr<CameraSource> cameras);

    void openVideo(const std::filesystem::path& file);
    void closeVideo();
    bool isPlaying() const { return playing_; }
    /// Looks which cameras there are, once, after the page has been painted: camerasFound().
    void lookForCameras();
    void startCamera();
    void stopCamera();
    bool isCameraOn() const { return camera_on_; }
    /// The page is left: a video waits, a camera goes off.
    void pause();

    FaceView* view() { return view_; }
    PhotoTool* tool() { return tool_; }
    QSlider* slider() { return slider_; }
    QToolButton* playButton() { return play_; }
    QPushButton* takeButton() { return take_; }
    QString status() const;
    /// The frame on the screen; empty before the first.
    const std::optional<LiveFrame>& shownFrame() const { return shown_; }

public slots:
    void togglePlaying();
    void takeFrame();

signals:
    /// Empty `names`: `problem` says why there is none.
    void camerasFound(const QStringList& names, const QString& problem);
    void cameraChanged(bool on);
    void cameraFailed(const QString& text);
    void frameTaken(const QImage& frame, const QString& name);

private:
    // photo_live_layout.cpp
    void layOut();
    QWidget* makeControls();

    void startThread();
    template <class Work>
    void ask(Work work);
    void askFor(double seconds);
    void answered(const LiveFrame& frame);
    void showFrame(const LiveFrame& frame);
    void videoEnded();
    void failed(const QString& what, const QString& advice);
    void setPlaying(bool playing);
    void seek(int milliseconds);
    double clock() const;
    void cameraFrame(const QImage& image);
    void sendCameraFrame();
    void showStatus();
    void showControls();

    PhotoTools tools_;
    PhotoChoice choice_;
    QThread thread_;
    PhotoLiveWorker* worker_ = nullptr;
    std::unique_ptr<CameraSource> cameras_;
    QStringList camera_names_;
    bool looked_for_cameras_ = false;

    std::filesystem::path file_;  ///< of the video; empty: none
    int number_ = 0;              ///< of the latest request
    bool busy_ = false;           ///< an answer is due
    bool playing_ = false;
    bool at_end_ = false;
    bool camera_on_ = false;
    std::optional<double> seek_to_;
    double duration_ = 0;
    QElapsedTimer since_start_;  ///< of playing
    double started_at_ = 0;      ///< where in the video that was
    QTimer due_;                 ///< when the frame that waits is to be shown
    std::optional<LiveFrame> waiting_;
    std::optional<LiveFrame> shown_;
    QImage camera_image_;  ///< the latest that was not sent
    std::deque<qint64> shown_at_;
    QElapsedTimer uptime_;
    QString problem_;

    FaceView* view_;
    PhotoTool* tool_;
    QWidget* video_controls_;
    QWidget* camera_controls_;
    QToolButton* play_;
    QSlider* slider_;
    QLabel* time_;
    QComboBox* camera_box_;
    QCheckBox* mirror_;
    QPushButton* take_;
    QLabel* status_;
};

}  // namespace rudolph
