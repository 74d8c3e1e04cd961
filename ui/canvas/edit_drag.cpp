#include "ui/canvas/edit_drag.h"

#include <cmath>
#include <numbers>

#include "ui/canvas/face_edit.h"

namespace rudolph {
namespace {

constexpr double kSlack = 3;            // screen pixels until a press is a drag
constexpr double kSlackInHaste = 6;     // where a click is likelier than a drag
constexpr double kSmallestBoxSide = 1;  // image pixels
constexpr double kTurnStep = 15;        // degrees

Point point(QPointF place) {
    return {place.x(), place.y()};
}

/// Against the clock, seen on the screen.
double degreesAt(QPointF centre, QPointF at) {
    return std::atan2(centre.y() - at.y(), at.x() - centre.x()) * 180 / std::numbers::pi;
}

Box boundsOf(const Sample& face, const std::vector<int>& points) {
    return bounding_box(subset(face.points_in_image, points));
}

QPointF cursorInImage(const EditedFace& face) {
    return face.view->imageFromView(*face.cursor_in_view);
}

void pressOnPoint(EditDrag& drag, const EditedFace& face, int point) {
    const bool selected = face.isSelected(point);
    drag.kind = DragKind::Move;
    drag.points = face.selection;
    if (face.modifiers.testAnyFlags(Qt::ShiftModifier | Qt::ControlModifier)) {
        if (selected) {
            std::erase(drag.points, point);
            drag.kind = DragKind::Click;
        } else {
            drag.points.push_back(point);
        }
        drag.press_selects = drag.points;
    } else if (face.next) {
        drag.click_places = true;
        drag.slack = kSlackInHaste;
        if (!selected)
            drag.points = {point};
    } else if (selected) {
        drag.click_selects = point;
    } else {
        drag.points = {point};
        drag.press_selects = drag.points;
    }
}

void pressOnPoints(EditDrag& drag, const EditedFace& face) {
    const QPointF in_view = drag.press_in_view;
    const bool adds = face.modifiers.testFlag(Qt::ShiftModifier);
    const std::optional<HandleFrame> frame = face.selectionFrame(face.shown());
    const std::optional<int> hit = face.pointAt(in_view);
    const Handle handle = frame ? face.handleBefore(*frame, hit, in_view) : Handle::None;
    if (handle != Handle::None) {
        drag.handle = handle;
        drag.points = face.selection;
        drag.kind = handle == Handle::Turn ? DragKind::Turn : DragKind::Scale;
        return;
    }
    if (hit)
        return pressOnPoint(drag, face, *hit);
    drag.click_chooses = face.otherFaceAt(in_view);
    drag.click_places = face.next && !drag.click_chooses;
    drag.click_deselects = !face.next && !drag.click_chooses;
    if (frame && frame->rect().contains(in_view) && !adds) {
        drag.points = face.selection;
        drag.kind = DragKind::Move;
    } else if (face.next && !adds) {
        drag.kind = drag.click_chooses ? DragKind::Click : DragKind::Place;
        if (drag.kind == DragKind::Place)
            drag.points = {*face.next};
    } else {
        if (adds || face.modifiers.testFlag(Qt::ControlModifier))
            drag.selection_before = face.selection;
        drag.kind = DragKind::Band;
    }
}

void pressOnBoxes(EditDrag& drag, const EditedFace& face) {
    drag.kind = DragKind::NewBox;
    drag.click_chooses = face.otherFaceAt(drag.press_in_view);
    const std::optional<HandleFrame> frame = face.boxFrame();
    if (!frame)
        return;
    drag.handle = frame->handleAt(drag.press_in_view);
    if (drag.handle != Handle::None) {
        drag.click_chooses.reset();
        drag.kind = DragKind::ResizeBox;
    } else if (frame->rect().contains(drag.press_in_view) &&
               !face.modifiers.testFlag(Qt::ShiftModifier)) {
        drag.with_points = face.modifiers.testFlag(Qt::ControlModifier);
        drag.kind = DragKind::MoveBox;
    }
}

}  // namespace

EditDrag dragFrom(const EditedFace& face, QPointF press_in_image) {
    EditDrag drag;
    drag.press_in_view = *face.cursor_in_view;
    drag.press_in_image = press_in_image;
    drag.before = face.stored();
    drag.slack = kSlack;
    if (face.mode == EditedFace::Mode::Points)
        pressOnPoints(drag, face);
    else
        pressOnBoxes(drag, face);
    return drag;
}

std::optional<Sample> EditDrag::faceNow(const EditedFace& face) const {
    const QPointF cursor = cursorInImage(face);
    const Sample& stored = face.stored();
    if (kind == DragKind::Place)
        return withPointPlaced(stored, face.scheme().size(), points.front(),
                               point(moved ? cursor : press_in_image));
    if (!moved)
        return {};
    const bool shift = face.modifiers.testFlag(Qt::ShiftModifier);
    const Point by = point(cursor - press_in_image);
    switch (kind) {
        case DragKind::Move:
            return withPointsMoved(stored, points, Affine::translation(by.x, by.y));
        case DragKind::Scale: {
            const Box bounds = boundsOf(stored, points);
            const Box after = resized(bounds, handle, by, shift, kSmallestBoxSide);
            return withPointsMoved(stored, points, boxFromBox(after, bounds));
        }
        case DragKind::Turn: {
            const Point centre = boundsOf(stored, points).centre();
            return withPointsMoved(stored, points, Affine::rotation(turnedBy(face), centre));
        }
        case DragKind::MoveBox: {
            Box box = *stored.box;
            box.left += by.x;
            box.top += by.y;
            const Sample after = withBox(stored, box);
            return with_points ? withPointsMoved(after, labelledPoints(after.points_in_image),
                                                 Affine::translation(by.x, by.y))
                               : after;
        }
        case DragKind::ResizeBox:
            return withBox(stored, resized(*stored.box, handle, by, shift, kSmallestBoxSide));
        default:
            return {};
    }
}

double EditDrag::turnedBy(const EditedFace& face) const {
    const Point middle = boundsOf(face.stored(), points).centre();
    const QPointF centre(middle.x, middle.y);
    const double degrees = std::remainder(
        degreesAt(centre, cursorInImage(face)) - degreesAt(centre, press_in_image), 360.0);
    return face.modifiers.testFlag(Qt::ShiftModifier) ? kTurnStep * std::round(degrees / kTurnStep)
                                                      : degrees;
}

QRectF EditDrag::bandInView(const EditedFace& face) const {
    return QRectF(face.view->viewFromImage(press_in_image), *face.cursor_in_view).normalized();
}

std::vector<int> EditDrag::selectedByBand(const EditedFace& face) const {
    const QRectF band = bandInView(face);
    const ToView to_view = face.toView();
    const Landmarks& all = face.stored().points_in_image;
    std::vector<int> selected = selection_before;
    for (const int i : labelledPoints(all))
        if (band.contains(to_view(all.points[static_cast<size_t>(i)])))
            selected.push_back(i);
    return selected;
}

QString EditDrag::name(const EditedFace& face) const {
    switch (kind) {
        case DragKind::MoveBox:
            return with_points ? editName(BoxEdit::MoveFace) : editName(BoxEdit::Move);
        case DragKind::ResizeBox:
            return editName(BoxEdit::Resize);
        default:
            const Edit edit = kind == DragKind::Scale  ? Edit::Scale
                              : kind == DragKind::Turn ? Edit::Turn
                                                       : Edit::Move;
            return editName(edit, face.stored(), face.scheme(), points);
    }
}

Qt::CursorShape cursorOver(const EditedFace& face, const EditDrag& drag) {
    if (!face.exists() || !face.cursor_in_view)
        return Qt::ArrowCursor;
    if (drag.kind == DragKind::Turn)
        return Qt::ClosedHandCursor;
    if (drag.kind == DragKind::Move || drag.kind == DragKind::MoveBox)
        return Qt::SizeAllCursor;
    if (drag.isOn())
        return drag.handle != Handle::None ? cursorFor(drag.handle) : Qt::CrossCursor;
    const QPointF cursor = *face.cursor_in_view;
    const bool points = face.mode == EditedFace::Mode::Points;
    const std::optional<int> hit = points ? face.pointAt(cursor) : std::nullopt;
    const std::optional<HandleFrame> frame =
        points ? face.selectionFrame(face.shown()) : face.boxFrame();
    const Handle handle = frame ? face.handleBefore(*frame, hit, cursor) : Handle::None;
    if (handle != Handle::None)
        return cursorFor(handle);
    if ((hit && !face.next) || (frame && frame->rect().contains(cursor)))
        return Qt::SizeAllCursor;
    if (face.otherFaceAt(cursor))
        return Qt::PointingHandCursor;
    return face.next || !points ? Qt::CrossCursor : Qt::ArrowCursor;
}

}  // namespace rudolph
