#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "core/geometry/landmark_scheme.h"
#include "ui/session/train_worker.h"

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
    /// Which faces are shown is chosen among those of the latest epoch. That epoch is shown, unless
    /// the person has gone back.
    void addEpoch(int epoch, const std::vector<StripFace>& faces, const LandmarkScheme& scheme);

    /// The ids of the faces that the person watches, in their order. The first one turns the strip
    /// to them.
    void setWatched(const QStringList& ids);

    FaceStrip* strip() { return strip_; }
    QSlider* slider() { return slider_; }
    QComboBox* orderBox() { return order_; }
    /// The epoch that is shown; 0 before the first.
    int shownEpoch() const;
    /// Epochs that are kept: all, or when there are many, evenly thinned ones.
    int epochCount() const { return static_cast<int>(epochs_.size()); }

signals:
    /// The person asks what can be done with a face: at a place on the screen.
    void menuRequested(const QString& id, const QPoint& at);

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
    std::vector<StripFace> facesOf(const Epoch& epoch) const;

    FaceStrip* strip_;
    QSlider* slider_;
    QLabel* epoch_text_;
    QComboBox* order_;
    QToolButton* previous_;
    QToolButton* next_;
    std::vector<Epoch> epochs_;
    std::vector<std::string> ids_;  ///< of faces, in the order that was chosen
    QStringList watched_;
    LandmarkScheme scheme_;
    size_t first_ = 0;  ///< of ids_, leftmost
};

}  // namespace rudolph
