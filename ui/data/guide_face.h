#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "core/geometry/landmark_scheme.h"

namespace rudolph {

/// A face drawn from the points and lines of a scheme: those placed already filled, the next one
/// ringed, the selected ones marked. Points answer to the cursor and to clicks; with the keyboard's
/// focus the arrow keys go from point to point.
class GuideFace : public QWidget {
    Q_OBJECT

public:
    explicit GuideFace(QWidget* parent = nullptr);

    /// `reference` in any frame, as many points as the scheme; points that are not labelled are not
    /// drawn.
    void setReference(const LandmarkScheme& scheme, const Landmarks& reference);
    /// The face that is being labelled: only what it has of points is looked at.
    void setFace(const Landmarks& face);
    void setNextPoint(std::optional<int> point);
    void setSelection(const std::vector<int>& selection);

    /// Where a point is drawn, in the widget; empty where it is not.
    std::optional<QPointF> placeOf(int point) const;
    /// The point under the cursor.
    std::optional<int> hovered() const { return hovered_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void pointChosen(int point);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::optional<int> pointAt(QPointF place) const;
    void hover(std::optional<int> point);
    void paintLines(QPainter& painter) const;
    void paintPoint(QPainter& painter, int point) const;
    void paintRings(QPainter& painter) const;

    LandmarkScheme scheme_;
    Landmarks reference_;
    Box frame_;  ///< what of the reference fills the widget
    Landmarks face_;
    std::optional<int> next_;
    std::vector<int> selection_;
    std::optional<int> hovered_;
};

}  // namespace rudolph
