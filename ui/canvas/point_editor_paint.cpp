#include <QCursor>

#include "ui/canvas/face_edit.h"
#include "ui/canvas/face_view.h"
#include "ui/canvas/magnifier.h"
#include "ui/canvas/point_editor.h"

namespace rudolph {
namespace {

constexpr double kLensPointRadius = 4.5;  // screen pixels

}  // namespace

void PointEditor::paint(FaceView& view, QPainter& painter) {
    if (!hasFace())
        return;
    const ToView to_view = toView();
    for (const int i : otherFaces())
        paintOtherFace(painter, document_->shownFace(i), scheme(), to_view);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    EditedFaceLook look;
    look.lines = view.linesShown();
    look.numbers = view.numbersShown();
    if (mode_ == Mode::Points) {
        look.selection = selection_;
        if (shown().box) {
            painter.setOpacity(0.6);
            paintBand(painter, boxInView(*shown().box, to_view), Qt::DashLine);
        }
        painter.setOpacity(1);
        paintFrames(painter);  // under the points, which it must not hide
        paintEditedFace(painter, shown(), scheme(), to_view, look);
    } else {
        painter.setOpacity(0.7);
        paintEditedFace(painter, shown(), scheme(), to_view, look);
        painter.setOpacity(1);
        paintFrames(painter);
    }
    painter.restore();
    paintMagnifier(view, painter);
}

void PointEditor::paintFrames(QPainter& painter) const {
    if (drag_.kind == Drag::Kind::Band || drag_.kind == Drag::Kind::NewBox) {
        if (!drag_.moved)
            return;
        painter.fillRect(bandInView(), QColor(255, 255, 255, 40));
        paintBand(painter, bandInView(),
                  drag_.kind == Drag::Kind::Band ? Qt::DashLine : Qt::SolidLine);
        return;
    }
    if (const std::optional<HandleFrame> box = boxFrame())
        box->paint(painter);
    // While points are turned, their frame turns with them.
    const bool turning = drag_.kind == Drag::Kind::Turn && drag_.moved;
    const std::optional<HandleFrame> frame = selectionFrame(turning ? stored() : shown());
    if (!frame)
        return;
    painter.save();
    if (turning) {
        const QPointF centre = frame->rect().center();
        painter.translate(centre);
        painter.rotate(-turnedBy(modifiers_));
        painter.translate(-centre);
    }
    frame->paint(painter);
    painter.restore();
}

void PointEditor::paintMagnifier(FaceView& view, QPainter& painter) const {
    const bool places = mode_ == Mode::Points && !isDragging() && next_ && cursor_in_view_ &&
                        view.viewport()->rect().contains(cursor_in_view_->toPoint());
    const bool drags =
        drag_.kind == Drag::Kind::Place ||
        (drag_.moved && (drag_.kind == Drag::Kind::Move || drag_.kind == Drag::Kind::ResizeBox ||
                         drag_.kind == Drag::Kind::NewBox));
    if (!magnifier_shown_ || view.isPanning() || !cursor_in_view_ || !(places || drags))
        return;
    QPointF about = view.imageFromView(*cursor_in_view_);
    // Lines would hide just what the glass is to show.
    EditedFaceLook look{kLensPointRadius, false, false, {}, {}};
    QString label;
    const Landmarks& points = shown().points_in_image;
    // Not there when an edit elsewhere has just ended the preview.
    const bool one = drag_.points.size() == 1 && drag_.points.front() < points.size() &&
                     points.is_labelled(drag_.points.front());
    if (one) {
        // The glass is about the point, which may have been grabbed beside its middle.
        look.left_out = drag_.points.front();
        const Point& at = points.points[static_cast<size_t>(*look.left_out)];
        about = {at.x, at.y};
        label = pointName(scheme(), *look.left_out);
    } else if (places) {
        label = pointName(scheme(), *next_);
    }
    const Lens lens = lensBeside(view, *cursor_in_view_, about);
    const auto paint_over = [&](const ToView& to_lens) {
        if (mode_ == Mode::Boxes && shown().box)
            paintBand(painter, boxInView(*shown().box, to_lens), Qt::SolidLine);
        else
            paintEditedFace(painter, shown(), scheme(), to_lens, look);
    };
    paintLens(painter, view, lens, paint_over, label);
}

QCursor PointEditor::cursor() const {
    if (!hasFace() || !cursor_in_view_)
        return Qt::ArrowCursor;
    if (drag_.kind == Drag::Kind::Turn)
        return Qt::ClosedHandCursor;
    if (drag_.kind == Drag::Kind::Move || drag_.kind == Drag::Kind::MoveBox)
        return Qt::SizeAllCursor;
    if (isDragging())
        return drag_.handle != Handle::None ? cursorFor(drag_.handle) : Qt::CrossCursor;
    const std::optional<int> hit =
        mode_ == Mode::Points ? pointAt(shown(), *cursor_in_view_, reachOfPoints()) : std::nullopt;
    const std::optional<HandleFrame> frame =
        mode_ == Mode::Points ? selectionFrame(shown()) : boxFrame();
    const Handle handle = frame ? handleBefore(*frame, hit, *cursor_in_view_) : Handle::None;
    if (handle != Handle::None)
        return cursorFor(handle);
    if ((hit && !next_) || (frame && frame->rect().contains(*cursor_in_view_)))
        return Qt::SizeAllCursor;
    if (otherFaceAt(*cursor_in_view_))
        return Qt::PointingHandCursor;
    return next_ || mode_ == Mode::Boxes ? Qt::CrossCursor : Qt::ArrowCursor;
}

}  // namespace rudolph
