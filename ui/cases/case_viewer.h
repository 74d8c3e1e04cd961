#pragma once

#include <QWidget>

#include "ui/cases/case_list_model.h"
#include "ui/parts/latest_job.h"

class QLabel;
class QToolButton;

namespace rudolph {

class FaceView;
class FigureRow;

/// One case, large: truth, prediction and the lines between them, with its figures. The arrow keys
/// go to the previous and the next, Escape goes back.
class CaseViewer : public QWidget {
    Q_OBJECT

public:
    explicit CaseViewer(QWidget* parent = nullptr);

    /// `place` of `count` in the order of the gallery, 0-based.
    void showCase(const CasePrediction& face, const LandmarkScheme& scheme,
                  const QString& normaliser, int place, int count);
    FaceView* view() { return view_; }
    QString title() const;

signals:
    void previousRequested();
    void nextRequested();
    void backRequested();
    /// The truth of the face is to be edited.
    void mendRequested();

private:
    QWidget* makeToolbar();

    FaceView* view_;
    QLabel* title_;
    QToolButton* back_;
    QToolButton* previous_;
    QToolButton* next_;
    FigureRow* figures_;
    int error_figure_ = 0;
    int nme_figure_ = 0;
    int worst_figure_ = 0;
    int place_figure_ = 0;
    LatestJob picture_job_;
};

}  // namespace rudolph
