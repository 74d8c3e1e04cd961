#pragma once

#include <QDialog>

#include "core/predict/frames_project.h"
#include "ui/parts/job.h"
#include "ui/photos/photo_tools.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace rudolph {

class VideoSurveys;

/// Takes frames of a video that are worth annotating into a project: asks how many and where, has
/// the video looked through where it was not yet, writes them. Remembers how many.
class FramesDialog : public QDialog {
    Q_OBJECT

public:
    /// `surveys` must outlive it.
    FramesDialog(std::filesystem::path video, PhotoChoice choice, PhotoTools tools,
                 VideoSurveys* surveys, QWidget* parent = nullptr);

    /// Into this project, which is written over.
    void startWriting(const QString& project);
    bool isBusy() const { return waits_ || job_.isBusy(); }

public slots:
    /// While it works: cancels; else closes.
    void reject() override;

signals:
    /// `text` says in a line what was taken and what was not.
    void written(const QString& project, const rudolph::WrittenFrames& frames, const QString& text);

private:
    void layOut();
    void askWhere();
    void showBusy();
    void showProgress();
    void surveyed();
    void write();
    void say(const QString& text);

    std::filesystem::path video_;
    PhotoChoice choice_;
    PhotoTools tools_;
    VideoSurveys* surveys_;
    QString project_;
    bool waits_ = false;  ///< for the pass through the video

    QSpinBox* count_;
    QProgressBar* progress_;
    QLabel* said_;
    QPushButton* take_;
    QPushButton* close_;
    Job job_{JobOrder::Latest};
};

}  // namespace rudolph
