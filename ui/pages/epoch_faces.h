#pragma once

#include <QWidget>
#include <vector>

#include "core/geometry/landmark_scheme.h"
#include "ui/workers/train_worker.h"

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace rudolph {

class FaceStrip;

/// Validation faces after every epoch of a training, a row of them at a time, with a slider back
/// through the epochs: how the mean face turns into this face.
class EpochFaces : public QWidget {
    Q_OBJECT

public:
    explicit EpochFaces(QWidget* parent = nullptr);

    void clear(const QString& message);
    /// The same faces in the same order after every epoch. The latest is shown, unless the person
    /// has gone back.
    void addEpoch(int epoch, const std::vector<StripFace>& faces, const LandmarkScheme& scheme);

    FaceStrip* strip() { return strip_; }
    QSlider* slider() { return slider_; }
    QComboBox* orderBox() { return order_; }
    /// The epoch that is shown; 0 before the first.
    int shownEpoch() const;
    /// Epochs that are kept: all, or when there are many, evenly thinned ones.
    int epochCount() const { return static_cast<int>(epochs_.size()); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Epoch {
        int number = 0;
        std::vector<StripFace> faces;
    };

    QWidget* makeToolbar();
    void thinOut();
    void sortFaces();
    void turn(int rows);
    void showFaces();

    FaceStrip* strip_;
    QSlider* slider_;
    QLabel* epoch_text_;
    QComboBox* order_;
    QToolButton* previous_;
    QToolButton* next_;
    std::vector<Epoch> epochs_;
    std::vector<size_t> places_;  ///< of faces, in the order that was chosen
    LandmarkScheme scheme_;
    size_t first_ = 0;  ///< of places_, leftmost
};

}  // namespace rudolph
