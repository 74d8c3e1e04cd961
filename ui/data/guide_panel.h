#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "core/geometry/landmark_scheme.h"

class QLabel;

namespace rudolph {

class GuideFace;

/// Which point comes next while points are placed in order, and where it sits on a reference face.
/// Made for a side panel from 260 px on.
class GuidePanel : public QWidget {
    Q_OBJECT

public:
    explicit GuidePanel(QWidget* parent = nullptr);

    /// Shows the scheme's own reference shape until setReference() gives another.
    void setScheme(const LandmarkScheme& scheme);
    /// The shape to draw, in any frame: the mean of the data set's faces. Points that it lacks are
    /// taken from the scheme's own; a shape of another number of points is not taken.
    void setReference(const Landmarks& reference);
    /// The points of the face that is being labelled; empty when it has none.
    void setFace(const Landmarks& face);
    /// The point that a click will place; empty: none is being placed.
    void setNextPoint(std::optional<int> point);
    void setSelection(const std::vector<int>& selection);

signals:
    /// The person clicked on a point of the reference.
    void pointChosen(int point);

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateWords();
    void reserveTwoLines();
    QString selectionText() const;

    LandmarkScheme scheme_;
    Landmarks own_reference_;
    Landmarks face_;
    std::optional<int> next_;
    std::vector<int> selection_;
    QLabel* headline_;
    GuideFace* face_view_;
    QLabel* count_;
};

}  // namespace rudolph
