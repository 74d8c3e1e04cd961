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
class PhotoTool;

/// A video or a camera with the points of its faces, steady from frame to frame, and what plays it.
class PhotoLive : public QWidget {
    Q_OBJECT

public:
    explicit PhotoLive(QWidget* parent = nullptr);

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
    LivePlayer player_;
};

}  // namespace rudolph
