#include <QLineF>
#include <algorithm>

#include "ui/canvas/face_edit.h"
#include "ui/canvas/face_view.h"
#include "ui/canvas/point_editor.h"

namespace rudolph {
namespace {

// Pixels of the screen.
constexpr double kReach = 8;
constexpr double kReachWhilePlacing = 5;  // points stand close, and a click means the next one
constexpr double kEdgeReach = 5;
constexpr double kFramePadding = 15;  // no handle upon a point

bool isOnEdge(const QRectF& rect, QPointF at) {
    const double r = kEdgeReach;
    return rect.adjusted(-r, -r, r, r).contains(at) && !rect.adjusted(r, r, -r, -r).contains(at);
}

}  // namespace

ToView PointEditor::toView() const {
    return [view = view_.data()](const Point& p) { return view->viewFromImage({p.x, p.y}); };
}

std::vector<int> PointEditor::otherFaces() const {
    std::vector<int> others;
    if (!hasFace())
        return others;
    int first = face_;
    while (first > 0 && document_->face(first - 1).image == image_)
        --first;
    for (int i = first; i < document_->faceCount() && document_->face(i).image == image_; ++i)
        if (i != face_)
            others.push_back(i);
    return others;
}

double PointEditor::reachOfPoints() const {
    return next_ ? kReachWhilePlacing : kReach;
}

std::optional<int> PointEditor::pointAt(const Sample& face, QPointF in_view, double reach) const {
    std::optional<int> nearest;
    const ToView to_view = toView();
    for (const int i : labelledPoints(face.points_in_image)) {
        const QPointF place = to_view(face.points_in_image.points[static_cast<size_t>(i)]);
        const double away = QLineF(place, in_view).length();
        // Of points at one place the selected one is meant.
        const bool wins = away < reach || (away == reach && nearest &&
                                           std::count(selection_.begin(), selection_.end(), i) > 0);
        if (!wins)
            continue;
        nearest = i;
        reach = away;
    }
    return nearest;
}

std::optional<int> PointEditor::otherFaceAt(QPointF in_view) const {
    for (const int i : otherFaces()) {
        const Sample& other = document_->shownFace(i);
        const bool on_box = other.box && isOnEdge(boxInView(*other.box, toView()), in_view);
        if (on_box || pointAt(other, in_view, reachOfPoints()))
            return i;
    }
    if (mode_ == Mode::Points)
        return {};
    for (const int i : otherFaces()) {
        const Sample& other = document_->shownFace(i);
        if (other.box && boxInView(*other.box, toView()).contains(in_view))
            return i;
    }
    return {};
}

std::optional<HandleFrame> PointEditor::selectionFrame(const Sample& face) const {
    if (mode_ != Mode::Points || selection_.size() < 2)
        return {};
    const Box bounds = bounding_box(subset(face.points_in_image, selection_));
    const double p = kFramePadding;
    return HandleFrame(boxInView(bounds, toView()).adjusted(-p, -p, p, p),
                       view_->viewport()->rect(), HandleFrame::Turning::Yes);
}

Handle PointEditor::handleBefore(const HandleFrame& frame, std::optional<int> point,
                                 QPointF in_view) const {
    const Handle handle = frame.handleAt(in_view);
    if (handle == Handle::None || !point)
        return handle;
    const Point& place = shown().points_in_image.points[static_cast<size_t>(*point)];
    const double to_point = QLineF(toView()(place), in_view).length();
    const double to_handle = QLineF(*frame.placeOf(handle), in_view).length();
    return to_handle <= to_point ? handle : Handle::None;
}

std::optional<HandleFrame> PointEditor::boxFrame() const {
    if (mode_ != Mode::Boxes || !shown().box)
        return {};
    return HandleFrame(boxInView(*shown().box, toView()), view_->viewport()->rect(),
                       HandleFrame::Turning::No);
}

}  // namespace rudolph
