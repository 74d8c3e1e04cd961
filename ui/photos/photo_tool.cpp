#include "ui/photos/photo_tool.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <utility>

#include "ui/canvas/face_view.h"
#include "ui/canvas/paint_landmarks.h"
#include "ui/photos/photo_words.h"

namespace rudolph {
namespace {

constexpr double kSmallestBox = 12;  // pixels of the picture

Box between(QPointF a, QPointF b) {
    return {std::min(a.x(), b.x()), std::min(a.y(), b.y()), std::abs(a.x() - b.x()),
            std::abs(a.y() - b.y())};
}

bool isWithin(const Box& box, QPointF at) {
    return at.x() >= box.left && at.x() <= box.right() && at.y() >= box.top &&
           at.y() <= box.bottom();
}

}  // namespace

PhotoTool::PhotoTool(FaceView* view) : QObject(view), view_(view) {
    first_look_.colour = photoFaceColour();
}

void PhotoTool::setFaces(const PhotoReading& first, const PhotoReading* second) {
    first_ = first;
    second_ = second != nullptr ? std::optional(*second) : std::nullopt;
    const int count = static_cast<int>(first_.faces.size());
    if (chosen_ >= count)
        choose(count - 1);
    view_->viewport()->update();
}

void PhotoTool::setLooks(const PhotoFaceLook& first, const PhotoFaceLook& second) {
    first_look_ = first;
    second_look_ = second;
    view_->viewport()->update();
}

void PhotoTool::setBoxesShown(bool shown) {
    boxes_shown_ = shown;
    view_->viewport()->update();
}

void PhotoTool::choose(int face) {
    face = std::clamp(face, -1, static_cast<int>(first_.faces.size()) - 1);
    if (chosen_ == face)
        return;
    chosen_ = face;
    view_->viewport()->update();
    emit chosenChanged(face);
}

void PhotoTool::setDrawing(bool drawing) {
    if (drawing_ == drawing)
        return;
    drawing_ = drawing;
    if (!drawing && dragging_ && is_new_)
        giveUp();
    view_->viewport()->update();
    emit drawingChanged(drawing);
}

QRectF PhotoTool::inView(const Box& box) const {
    return {view_->viewFromImage({box.left, box.top}),
            view_->viewFromImage({box.right(), box.bottom()})};
}

std::optional<HandleFrame> PhotoTool::frame() const {
    if (chosen_ < 0)
        return std::nullopt;
    return HandleFrame(inView(first_.faces[static_cast<size_t>(chosen_)].found.box),
                       view_->viewport()->rect(), HandleFrame::Turning::No);
}

/// The smallest box at a place, so that a face in front of another can be got at.
int PhotoTool::faceAt(QPointF in_image) const {
    int found = -1;
    double smallest = 0;
    for (size_t i = 0; i < first_.faces.size(); ++i) {
        const Box& box = first_.faces[i].found.box;
        const double area = box.width * box.height;
        if (isWithin(box, in_image) && (found < 0 || area < smallest)) {
            found = static_cast<int>(i);
            smallest = area;
        }
    }
    return found;
}

int PhotoTool::numberOf(int face) const {
    const auto i = static_cast<size_t>(face);
    return i < first_.numbers.size() ? first_.numbers[i] : face + 1;
}

bool PhotoTool::draws() const {
    return editable_ && (drawing_ || first_.faces.empty());
}

Box PhotoTool::drawnBox() const {
    return between(press_, now_);
}

bool PhotoTool::mousePress(FaceView& view, const QMouseEvent& event, QPointF in_image) {
    if (event.button() != Qt::LeftButton || dragging_)
        return false;
    press_ = now_ = in_image;
    press_in_view_ = event.position().toPoint();
    if (draws()) {
        dragging_ = is_new_ = true;
        view.viewport()->update();
        return true;
    }
    return beginDrag(event, in_image);
}

bool PhotoTool::beginDrag(const QMouseEvent& event, QPointF in_image) {
    const auto chosen_frame = frame();
    handle_ = editable_ && chosen_frame ? chosen_frame->handleAt(event.position()) : Handle::None;
    if (handle_ == Handle::None) {
        const int face = faceAt(in_image);
        choose(face);
        if (face < 0)
            return false;
    }
    pressed_ = editable_;
    is_new_ = false;
    before_ = first_.faces[static_cast<size_t>(chosen_)].found.box;
    return true;
}

Box PhotoTool::draggedBox(QPointF in_image, Qt::KeyboardModifiers with) const {
    const Point by(in_image.x() - press_.x(), in_image.y() - press_.y());
    if (handle_ == Handle::None)
        return {before_.left + by.x, before_.top + by.y, before_.width, before_.height};
    return resized(before_, handle_, by, with.testFlag(Qt::ShiftModifier), kSmallestBox);
}

bool PhotoTool::mouseMove(FaceView& view, const QMouseEvent& event, QPointF in_image) {
    now_ = in_image;
    if (pressed_ && !dragging_ &&
        (event.position().toPoint() - press_in_view_).manhattanLength() >=
            QApplication::startDragDistance() / 2) {
        dragging_ = true;
        emit dragBegun(chosen_);
    }
    if (dragging_) {
        if (!is_new_)
            emit boxDragged(chosen_, draggedBox(in_image, event.modifiers()));
        view.viewport()->update();
        return true;
    }
    const auto chosen_frame = frame();
    hovered_ = editable_ && chosen_frame ? chosen_frame->handleAt(event.position()) : Handle::None;
    over_chosen_ = chosen_ >= 0 && faceAt(in_image) == chosen_;
    return false;
}

bool PhotoTool::mouseRelease(FaceView& view, const QMouseEvent& event, QPointF in_image) {
    if (event.button() != Qt::LeftButton || (!dragging_ && !pressed_))
        return false;
    now_ = in_image;
    pressed_ = false;
    if (!dragging_)
        return true;
    dragging_ = false;
    if (!is_new_) {
        was_dragged_ = true;
        emit boxChanged(chosen_, draggedBox(in_image, event.modifiers()));
    } else {
        is_new_ = false;
        const Box box = drawnBox();
        // A click that meant nothing draws nothing.
        if (box.width >= kSmallestBox && box.height >= kSmallestBox) {
            setDrawing(false);
            emit boxDrawn(box);
        }
    }
    view.viewport()->update();
    return true;
}

void PhotoTool::giveUp() {
    const bool moved = dragging_ && !is_new_;
    dragging_ = pressed_ = is_new_ = false;
    if (moved)
        emit dragCancelled();
    view_->viewport()->update();
}

void PhotoTool::stop(FaceView& /*view*/) {
    giveUp();
}

Box PhotoTool::middleOfView() const {
    const QRectF viewport = view_->viewport()->rect();
    const QPointF middle = view_->imageFromView(viewport.center());
    const double side = std::max(
        kSmallestBox, std::min(viewport.width(), viewport.height()) / 2 / view_->scaleNow());
    return {middle.x() - side / 2, middle.y() - side / 2, side, side};
}

bool PhotoTool::keyPress(FaceView& /*view*/, const QKeyEvent& event) {
    switch (event.key()) {
        case Qt::Key_Escape:
            if (dragging_)
                giveUp();
            else if (drawing_)
                setDrawing(false);
            else if (chosen_ >= 0)
                choose(-1);
            else
                return false;
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!draws() || dragging_)
                return false;
            setDrawing(false);
            emit boxDrawn(middleOfView());
            return true;
        case Qt::Key_Tab:
            return chooseByKey(true);
        case Qt::Key_Backtab:
            return chooseByKey(false);
        default:
            return keyOnBox(event);
    }
}

/// Beyond the last face the key moves on to the next control, as elsewhere.
bool PhotoTool::chooseByKey(bool forward) {
    const int next = forward ? chosen_ + 1 : chosen_ - 1;
    if (next < 0 || next >= static_cast<int>(first_.faces.size()))
        return false;
    choose(next);
    return true;
}

bool PhotoTool::keyOnBox(const QKeyEvent& event) {
    const bool arrow = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right ||
                       event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    if (!arrow || !editable_ || dragging_ || chosen_ < 0)
        return false;
    Box box = first_.faces[static_cast<size_t>(chosen_)].found.box;
    const bool resizes = event.modifiers().testFlag(Qt::ControlModifier);
    const double step =
        (event.modifiers().testFlag(Qt::ShiftModifier) ? 0.1 : 0.02) * std::max(box.width, 1.0);
    const double x = event.key() == Qt::Key_Left ? -step : event.key() == Qt::Key_Right ? step : 0;
    const double y = event.key() == Qt::Key_Up ? -step : event.key() == Qt::Key_Down ? step : 0;
    if (resizes) {
        box = resized(box, Handle::BottomRight, {x, y}, false, kSmallestBox);
    } else {
        box.left += x;
        box.top += y;
    }
    was_dragged_ = false;
    emit dragBegun(chosen_);
    emit boxChanged(chosen_, box);
    return true;
}

void PhotoTool::paint(FaceView& view, QPainter& painter) {
    const auto to_view = [&view](const Point& p) { return view.viewFromImage({p.x, p.y}); };
    const QRectF viewport = view.viewport()->rect();
    const int count = static_cast<int>(first_.faces.size());
    const auto paintPoints = [&](const PhotoReading& reading, PhotoFaceLook look, int face) {
        if (!reading.scheme || face >= static_cast<int>(reading.faces.size()))
            return;
        const PhotoFace& drawn = reading.faces[static_cast<size_t>(face)];
        look.radius = pointRadius(drawn.points_in_image, to_view, look.radius);
        look.lines = view.linesShown();
        look.numbers = view.numbersShown() && (face == chosen_ || count == 1);
        look.quiet = chosen_ >= 0 && face != chosen_;
        paintPhotoFace(painter, drawn, *reading.scheme, to_view, look);
    };
    for (int i = 0; i < count; ++i) {
        const PhotoFace& face = first_.faces[static_cast<size_t>(i)];
        if (boxes_shown_ && i != chosen_)
            paintPhotoBox(painter, inView(face.found.box), face.doubtful());
        paintPoints(first_, first_look_, i);
        if (second_)
            paintPoints(*second_, second_look_, i);
    }
    if (const auto chosen_frame = frame(); chosen_frame && boxes_shown_) {
        if (editable_)
            chosen_frame->paint(painter);
        else
            paintPhotoBox(painter, chosen_frame->rect(), false);
    }
    if (boxes_shown_ && !dragging_)
        for (int i = 0; i < count; ++i) {
            const PhotoFace& face = first_.faces[static_cast<size_t>(i)];
            paintPhotoLabel(painter, inView(face.found.box), viewport, faceLabel(numberOf(i), face),
                            i == chosen_);
        }
    if (dragging_ && is_new_)
        paintBand(painter, inView(drawnBox()), Qt::SolidLine);
}

QCursor PhotoTool::cursor() const {
    if (draws())
        return Qt::CrossCursor;
    if (dragging_ || hovered_ != Handle::None)
        return handle_ != Handle::None && dragging_ ? cursorFor(handle_)
               : hovered_ != Handle::None           ? cursorFor(hovered_)
                                                    : Qt::SizeAllCursor;
    return editable_ && over_chosen_ ? Qt::SizeAllCursor : Qt::ArrowCursor;
}

}  // namespace rudolph
