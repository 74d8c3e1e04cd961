#pragma once

#include <QWidget>

#include "ui/augment/augment_job.h"

class QLabel;
class QToolButton;

namespace rudolph {

class FaceView;

/// One variant, large, with what was drawn for it in words. The arrow keys go to the previous and
/// the next, Escape goes back.
class VariantViewer : public QWidget {
    Q_OBJECT

public:
    explicit VariantViewer(QWidget* parent = nullptr);

    /// `place` of `count` in the grid, 0-based.
    void showVariant(const AugmentVariant& variant, const LandmarkScheme& scheme,
                     const QString& title, int place, int count);
    void setPointsShown(bool shown);
    FaceView* view() { return view_; }

signals:
    void previousRequested();
    void nextRequested();
    void backRequested();

private:
    void showPoints();

    FaceView* view_;
    QToolButton* back_;
    QToolButton* previous_;
    QToolButton* next_;
    QLabel* title_;
    QLabel* words_;
    AugmentVariant variant_;
    LandmarkScheme scheme_;
    bool points_shown_ = true;
};

}  // namespace rudolph
