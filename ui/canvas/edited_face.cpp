#include "ui/canvas/edited_face.h"

#include <QLineF>
#include <algorithm>

#include "ui/canvas/face_edit.h"

namespace rudolph {
namespace {

// Pixels of the screen.
constexpr double kPointReach = 8;
constexpr double kReachWhilePlacing = 5;  // points stand close, and a click means the next one
constexpr double kEdgeReach = 5;
constexpr double kFramePadding = 15;  // no handle upon a point

bool isOnEdge(const QRectF& rect, QPointF at) {
    const double r = kEdgeReach;
    return rect.adjusted(-r, -r, r, r).contains(at) && !rect.adjusted(r, r, -r, -r).contains(at);
}

}  // namespace

bool EditedFace::isSelected(int point) const {
    return std::find(selection.begin(), selection.end(), point) != selection.end();
}

std::vector<int> EditedFace::otherFaces() const {
    std::vector<int> others;
    if (!exists())
        return others;
    int first = index;
    while (first > 0 && document->face(first - 1).image == image)
        --first;
    for (int i = first; i < document->faceCount() && document->face(i).image == image; ++i)
        if (i != index)
            others.push_back(i);
    return others;
}

std::vector<int> EditedFace::selectionOrAll() const {
    return selection.empty() ? labelledPoints(stored().points_in_image) : selection;
}

ToView EditedFace::toView() const {
    return [from = view.data()](const Point& p) { return from->viewFromImage({p.x, p.y}); };
}

std::optional<int> EditedFace::pointOf(const Sample& face, QPointF in_view) const {
    std::optional<int> nearest;
    double reach = next ? kReachWhilePlacing : kPointReach;
    const ToView to_view = toView();
    for (const int i : labelledPoints(face.points_in_image)) {
        const QPointF place = to_view(face.points_in_image.points[static_cast<size_t>(i)]);
        const double away = QLineF(place, in_view).length();
        // Of points at one place the selected one is meant.
        const bool wins = away < reach || (away == reach && nearest && isSelected(i));
        if (!wins)
            continue;
        nearest = i;
        reach = away;
    }
    return nearest;
}

std::optional<int> EditedFace::otherFaceAt(QPointF in_view) const {
    for (const int i : otherFaces()) {
        const Sample& other = document->shownFace(i);
        const bool on_box = other.box && isOnEdge(boxInView(*other.box, toView()), in_view);
        if (on_box || pointOf(other, in_view))
            return i;
    }
    if (mode == Mode::Points)
        return {};
    for (const int i : otherFaces()) {
        const Sample& other = document->shownFace(i);
        if (other.box && boxInView(*other.box, toView()).contains(in_view))
            return i;
    }
    return {};
}

std::optional<HandleFrame> EditedFace::selectionFrame(const Sample& face) const {
    if (mode != Mode::Points || selection.size() < 2)
        return {};
    const Box bounds = bounding_box(subset(face.points_in_image, selection));
    const double p = kFramePadding;
    return HandleFrame(boxInView(bounds, toView()).adjusted(-p, -p, p, p), view->viewport()->rect(),
                       HandleFrame::Turning::Yes);
}

std::optional<HandleFrame> EditedFace::boxFrame() const {
    if (mode != Mode::Boxes || !shown().box)
        return {};
    return HandleFrame(boxInView(*shown().box, toView()), view->viewport()->rect(),
                       HandleFrame::Turning::No);
}

Handle EditedFace::handleBefore(const HandleFrame& frame, std::optional<int> point,
                                QPointF in_view) const {
    const Handle handle = frame.handleAt(in_view);
    if (handle == Handle::None || !point)
        return handle;
    const Point& place = shown().points_in_image.points[static_cast<size_t>(*point)];
    const double to_point = QLineF(toView()(place), in_view).length();
    const double to_handle = QLineF(*frame.placeOf(handle), in_view).length();
    return to_handle <= to_point ? handle : Handle::None;
}

}  // namespace rudolph
