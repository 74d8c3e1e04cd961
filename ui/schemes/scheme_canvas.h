#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "ui/schemes/scheme_draft.h"

namespace rudolph {

/// The drawing of a scheme in its editor: points can be clicked and dragged, empty places clicked,
/// the chosen point nudged with the arrow keys. What a click means is the editor's business.
class SchemeCanvas : public QWidget {
    Q_OBJECT

public:
    explicit SchemeCanvas(QWidget* parent = nullptr);

    void setDraft(const SchemeDraft& draft);
    /// Ringed.
    void setChosen(const std::vector<int>& points);
    /// Drawn over the others; -1: none.
    void setChosenLine(int line);
    /// Whether pairs are drawn.
    void setPairsShown(bool shown);
    /// The first of two points, while the second is wanted.
    void setWaiting(std::optional<int> point);
    void setDraggable(bool draggable) { draggable_ = draggable; }

    /// Where a place of the draft is in the widget, and back.
    QPointF viewOf(const Point& place) const;
    Point placeAt(QPointF in_view) const;

    QSize sizeHint() const override { return {480, 480}; }
    QSize minimumSizeHint() const override { return {240, 240}; }

signals:
    void pointClicked(int point);
    void emptyClicked(const rudolph::Point& place);
    /// At the end of a drag, or by a key: then presses that follow each other are `one_of_many`.
    void pointMoved(int point, const rudolph::Point& place, bool one_of_many);
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::optional<int> pointAt(QPointF in_view) const;
    std::optional<QPointF> viewOfPoint(int point) const;
    void paintPaper(QPainter& painter) const;
    void paintLine(QPainter& painter, const Polyline& line, const QPen& pen) const;
    void paintPairs(QPainter& painter) const;
    void paintPoints(QPainter& painter) const;
    void paintRings(QPainter& painter) const;

    SchemeDraft draft_;
    std::vector<int> chosen_;
    int chosen_line_ = -1;
    bool pairs_shown_ = false;
    std::optional<int> waiting_;
    bool draggable_ = true;
    std::optional<int> hovered_;
    std::optional<int> pressed_;
    QPointF pressed_at_;
    std::optional<Point> dragged_to_;
};

}  // namespace rudolph
