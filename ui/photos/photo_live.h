#pragma once

#include <QWidget>

#include "ui/photos/live_player.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QToolButton;

namespace rudolph {

class FaceView;
class PageActions;
class PhotoTool;
class VideoStrip;
class VideoSurveys;

/// A video or a camera with the points of its faces, steady from frame to frame, and what plays it;
/// of a video also where the model is sure over its time.
class PhotoLive : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive it; what leads through a video is among the actions.
    PhotoLive(PageActions* actions, VideoSurveys* surveys, QWidget* parent = nullptr);

    LivePlayer& player() { return player_; }
    FaceView* view() { return view_; }
    PhotoTool* tool() { return tool_; }
    /// The camera that is chosen.
    void startCamera();

signals:
    void frameTaken(const QImage& frame, const QString& name);

private:
    QWidget* makeControls();
    QWidget* makeVideoControls();
    QWidget* makeCameraControls();
    void clear(const QString& message);
    void showFrame();
    void showStatus();
    void showControls();
    void connectSurvey();
    void showSurvey();
    void updateActions();
    void goTo(double seconds);
    /// Of the video, in seconds, where its file or a pass through it tells; else 0.
    double length() const;
    /// The start of the next doubtful stretch (1) or the one before (−1); empty: there is none.
    std::optional<double> doubt(int step) const;

    PageActions* actions_;
    VideoSurveys* surveys_;
    FaceView* view_;
    PhotoTool* tool_;
    QWidget* video_controls_;
    QWidget* camera_controls_;
    QToolButton* play_;
    QSlider* slider_;
    VideoStrip* strip_;
    QLabel* time_;
    QComboBox* camera_box_;
    QCheckBox* mirror_;
    QPushButton* take_;
    QPushButton* annotate_;
    QLabel* status_;
    LivePlayer player_;
};

}  // namespace rudolph
