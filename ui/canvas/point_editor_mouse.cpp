#include <QLineF>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "ui/canvas/face_edit.h"
#include "ui/canvas/face_view.h"
#include "ui/canvas/point_editor.h"

namespace rudolph {
namespace {

constexpr double kSlack = 3;         // screen pixels until a press is a drag
constexpr double kSlackInHaste = 6;  // where a click is likelier than a drag
constexpr double kSmallestBand = 5;  // screen pixels of a box that was meant to be drawn
constexpr double kSmallestSide = 1;  // image pixels
constexpr double kTurnStep = 15;     // degrees

Point point(QPointF place) {
    return {place.x(), place.y()};
}

bool contains(const std::vector<int>& all, int one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// Against the clock, seen on the screen.
double degreesAt(QPointF centre, QPointF at) {
    return std::atan2(centre.y() - at.y(), at.x() - centre.x()) * 180 / std::numbers::pi;
}

Box boundsOf(const Sample& face, const std::vector<int>& points) {
    return bounding_box(subset(face.points_in_image, points));
}

}  // namespace

bool PointEditor::mousePress(FaceView& /*view*/, const QMouseEvent& event, QPointF in_image) {
    if (isDragging())
        return true;
    if (!hasFace() || event.button() != Qt::LeftButton)
        return false;
    cursor_in_view_ = event.position();
    modifiers_ = event.modifiers();
    drag_ = {};
    drag_.press_in_view = event.position();
    drag_.press_in_image = in_image;
    drag_.before = stored();
    drag_.slack = kSlack;
    if (mode_ == Mode::Points)
        pressOnPoints(event.position(), event.modifiers());
    else
        pressOnBoxes(event.position(), event.modifiers());
    refresh();
    return true;
}

void PointEditor::begin(Drag::Kind kind) {
    drag_.kind = kind;
}

void PointEditor::pressOnPoints(QPointF in_view, Qt::KeyboardModifiers modifiers) {
    const bool adds = modifiers.testFlag(Qt::ShiftModifier);
    const std::optional<HandleFrame> frame = selectionFrame(shown());
    const std::optional<int> hit = pointAt(shown(), in_view, reachOfPoints());
    const Handle handle = frame ? handleBefore(*frame, hit, in_view) : Handle::None;
    if (handle != Handle::None) {
        drag_.handle = handle;
        drag_.points = selection_;
        return begin(handle == Handle::Turn ? Drag::Kind::Turn : Drag::Kind::Scale);
    }
    if (hit)
        return pressOnPoint(*hit, modifiers);
    drag_.click_chooses = otherFaceAt(in_view);
    drag_.click_places = next_ && !drag_.click_chooses;
    drag_.click_deselects = !next_ && !drag_.click_chooses;
    if (frame && frame->rect().contains(in_view) && !adds) {
        drag_.points = selection_;
        return begin(Drag::Kind::Move);
    }
    if (next_ && !adds) {
        if (drag_.click_chooses)
            return begin(Drag::Kind::Click);
        drag_.points = {*next_};
        begin(Drag::Kind::Place);
        return followCursor(modifiers);
    }
    if (adds || modifiers.testFlag(Qt::ControlModifier))
        drag_.selection_before = selection_;
    begin(Drag::Kind::Band);
}

void PointEditor::pressOnPoint(int point, Qt::KeyboardModifiers modifiers) {
    const bool selected = contains(selection_, point);
    if (modifiers.testAnyFlags(Qt::ShiftModifier | Qt::ControlModifier)) {
        std::vector<int> selection = selection_;
        if (selected)
            std::erase(selection, point);
        else
            selection.push_back(point);
        setSelection(selection);
        if (selected)
            return begin(Drag::Kind::Click);
    } else if (next_) {
        drag_.click_places = true;
        drag_.slack = kSlackInHaste;
        drag_.points = selected ? selection_ : std::vector<int>{point};
        return begin(Drag::Kind::Move);
    } else if (selected) {
        drag_.click_selects = point;
    } else {
        setSelection({point});
    }
    drag_.points = selection_;
    begin(Drag::Kind::Move);
}

void PointEditor::pressOnBoxes(QPointF in_view, Qt::KeyboardModifiers modifiers) {
    drag_.click_chooses = otherFaceAt(in_view);
    if (const std::optional<HandleFrame> frame = boxFrame()) {
        drag_.handle = frame->handleAt(in_view);
        if (drag_.handle != Handle::None) {
            drag_.click_chooses.reset();
            return begin(Drag::Kind::ResizeBox);
        }
        if (frame->rect().contains(in_view) && !modifiers.testFlag(Qt::ShiftModifier)) {
            drag_.with_points = modifiers.testFlag(Qt::ControlModifier);
            return begin(Drag::Kind::MoveBox);
        }
    }
    begin(Drag::Kind::NewBox);
}

bool PointEditor::mouseMove(FaceView& /*view*/, const QMouseEvent& event, QPointF /*in_image*/) {
    cursor_in_view_ = event.position();
    if (isDragging())
        followCursor(event.modifiers());
    if (view_)
        view_->viewport()->update();
    return isDragging();
}

void PointEditor::followCursor(Qt::KeyboardModifiers modifiers) {
    modifiers_ = modifiers;
    if (!drag_.moved && QLineF(drag_.press_in_view, *cursor_in_view_).length() >= drag_.slack) {
        drag_.moved = true;
        if (drag_.kind == Drag::Kind::Move)
            setSelection(drag_.points);
    }
    if (drag_.kind == Drag::Kind::Band && drag_.moved)
        selectByBand();
    if (const std::optional<Sample> face = draggedFace(modifiers))
        document_->preview(face_, *face);
}

/// Empty: this drag does not change the face, or not yet.
std::optional<Sample> PointEditor::draggedFace(Qt::KeyboardModifiers modifiers) const {
    const QPointF cursor = view_->imageFromView(*cursor_in_view_);
    if (drag_.kind == Drag::Kind::Place) {
        const QPointF place = drag_.moved ? cursor : drag_.press_in_image;
        return withPointPlaced(stored(), scheme().size(), drag_.points.front(), point(place));
    }
    if (!drag_.moved)
        return {};
    const bool shift = modifiers.testFlag(Qt::ShiftModifier);
    const Point by = point(cursor - drag_.press_in_image);
    switch (drag_.kind) {
        case Drag::Kind::Move:
            return withPointsMoved(stored(), drag_.points, Affine::translation(by.x, by.y));
        case Drag::Kind::Scale: {
            const Box bounds = boundsOf(stored(), drag_.points);
            const Box after = resized(bounds, drag_.handle, by, shift, kSmallestSide);
            return withPointsMoved(stored(), drag_.points, boxFromBox(after, bounds));
        }
        case Drag::Kind::Turn: {
            const Point centre = boundsOf(stored(), drag_.points).centre();
            return withPointsMoved(stored(), drag_.points,
                                   Affine::rotation(turnedBy(modifiers), centre));
        }
        case Drag::Kind::MoveBox: {
            Box box = *stored().box;
            box.left += by.x;
            box.top += by.y;
            const Sample after = withBox(stored(), box);
            return drag_.with_points ? withPointsMoved(after, labelledPoints(after.points_in_image),
                                                       Affine::translation(by.x, by.y))
                                     : after;
        }
        case Drag::Kind::ResizeBox:
            return withBox(stored(),
                           resized(*stored().box, drag_.handle, by, shift, kSmallestSide));
        default:
            return {};
    }
}

double PointEditor::turnedBy(Qt::KeyboardModifiers modifiers) const {
    const Point middle = boundsOf(stored(), drag_.points).centre();
    const QPointF centre(middle.x, middle.y);
    const double degrees =
        std::remainder(degreesAt(centre, view_->imageFromView(*cursor_in_view_)) -
                           degreesAt(centre, drag_.press_in_image),
                       360.0);
    return modifiers.testFlag(Qt::ShiftModifier) ? kTurnStep * std::round(degrees / kTurnStep)
                                                 : degrees;
}

QRectF PointEditor::bandInView() const {
    return QRectF(view_->viewFromImage(drag_.press_in_image), *cursor_in_view_).normalized();
}

void PointEditor::selectByBand() {
    const QRectF band = bandInView();
    const ToView to_view = toView();
    std::vector<int> selection = drag_.selection_before;
    for (const int i : labelledPoints(stored().points_in_image))
        if (band.contains(to_view(stored().points_in_image.points[static_cast<size_t>(i)])))
            selection.push_back(i);
    setSelection(selection);
}

bool PointEditor::mouseRelease(FaceView& /*view*/, const QMouseEvent& event, QPointF /*in_image*/) {
    if (!isDragging())
        return false;
    if (event.button() != Qt::LeftButton)
        return true;
    cursor_in_view_ = event.position();
    followCursor(event.modifiers());
    endDrag(event.modifiers());
    return true;
}

void PointEditor::endDrag(Qt::KeyboardModifiers modifiers) {
    const std::optional<Sample> after = draggedFace(modifiers);
    const QRectF band = bandInView();
    const Drag drag = std::exchange(drag_, {});
    if (drag.kind == Drag::Kind::Place)
        commitPlaced(drag.points.front(), *after);
    else if (!drag.moved)
        endClick(drag);
    else if (drag.kind == Drag::Kind::NewBox)
        commitNewBox(band);
    else if (after)
        document_->setFace(face_, *after, nameOf(drag));
    refresh();
}

void PointEditor::endClick(const Drag& drag) {
    if (drag.click_chooses)
        emit faceChosen(*drag.click_chooses);
    else if (drag.click_selects)
        setSelection({*drag.click_selects});
    else if (drag.click_places && next_)
        commitPlaced(
            *next_, withPointPlaced(stored(), scheme().size(), *next_, point(drag.press_in_image)));
    else if (drag.click_deselects)
        setSelection(drag.selection_before);
}

void PointEditor::commitPlaced(int point, const Sample& after) {
    document_->setFace(face_, after, editName(Edit::Place, after, scheme(), {point}));
    setSelection({point});
    // Also after a point that had a place before, which the guide cannot see.
    setNext(nextUnlabelled(stored().points_in_image, scheme().size(), point + 1));
}

void PointEditor::placeNext() {
    if (!canEdit() || !next_ || mode_ != Mode::Points)
        return;
    const QPointF in_view = cursor_in_view_.value_or(QRectF(view_->viewport()->rect()).center());
    commitPlaced(*next_, withPointPlaced(stored(), scheme().size(), *next_,
                                         point(view_->imageFromView(in_view))));
}

void PointEditor::commitNewBox(const QRectF& band_in_view) {
    if (std::min(band_in_view.width(), band_in_view.height()) < kSmallestBand)
        return;
    const QPointF from = view_->imageFromView(band_in_view.topLeft());
    const QPointF to = view_->imageFromView(band_in_view.bottomRight());
    const Box box{from.x(), from.y(), to.x() - from.x(), to.y() - from.y()};
    if (!stored().box) {
        document_->setFace(face_, withBox(stored(), box), tr("Draw box"));
        return;
    }
    const int added = document_->addFace(face_, withBox({}, box), tr("Draw box"));
    setFace(added);
    emit faceAdded(added);
}

QString PointEditor::nameOf(const Drag& drag) const {
    switch (drag.kind) {
        case Drag::Kind::Scale:
            return editName(Edit::Scale, stored(), scheme(), drag.points);
        case Drag::Kind::Turn:
            return editName(Edit::Turn, stored(), scheme(), drag.points);
        case Drag::Kind::MoveBox:
            return drag.with_points ? tr("Move face") : tr("Move box");
        case Drag::Kind::ResizeBox:
            return tr("Resize box");
        default:
            return editName(Edit::Move, stored(), scheme(), drag.points);
    }
}

bool PointEditor::cancelDrag() {
    if (!isDragging())
        return false;
    const Drag drag = std::exchange(drag_, {});
    if (document_)
        document_->endPreview();
    if (drag.kind == Drag::Kind::Band)
        setSelection(drag.selection_before);
    refresh();
    return true;
}

bool PointEditor::mouseDoubleClick(FaceView& view, const QMouseEvent& event, QPointF in_image) {
    // Two quick clicks are two clicks, unless there is nothing under them to edit.
    if (!hasFace() || event.button() != Qt::LeftButton)
        return false;
    const bool on_points =
        mode_ == Mode::Points &&
        (next_ || pointAt(shown(), event.position(), reachOfPoints()) || selectionFrame(shown()));
    const std::optional<HandleFrame> box = boxFrame();
    const bool on_box = box && box->handleAt(event.position()) != Handle::None;
    return (on_points || on_box) && mousePress(view, event, in_image);
}

void PointEditor::stop(FaceView& /*view*/) {
    cancelDrag();
    cursor_in_view_.reset();
}

void PointEditor::leave(FaceView& /*view*/) {
    if (!isDragging())
        cursor_in_view_.reset();
    if (view_)
        view_->viewport()->update();
}

}  // namespace rudolph
