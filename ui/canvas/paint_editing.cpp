#include "ui/canvas/paint_editing.h"

#include "ui/base/palette.h"
#include "ui/canvas/face_edit.h"
#include "ui/canvas/magnifier.h"
#include "ui/canvas/paint_landmarks.h"

namespace rudolph {
namespace {

constexpr double kLensPointRadius = 4.5;  // screen pixels

using Mode = EditedFace::Mode;

void paintFrames(QPainter& painter, const EditedFace& face, const EditDrag& drag) {
    if (drag.kind == DragKind::Band || drag.kind == DragKind::NewBox) {
        if (!drag.moved)
            return;
        const QRectF band = drag.bandInView(face);
        painter.fillRect(band, on_photograph::kVeil);
        paintBand(painter, band, drag.kind == DragKind::Band ? Qt::DashLine : Qt::SolidLine);
        return;
    }
    if (const std::optional<HandleFrame> box = face.boxFrame())
        box->paint(painter);
    // While points are turned, their frame turns with them.
    const bool turning = drag.kind == DragKind::Turn && drag.moved;
    const std::optional<HandleFrame> frame =
        face.selectionFrame(turning ? face.stored() : face.shown());
    if (!frame)
        return;
    painter.save();
    if (turning) {
        const QPointF centre = frame->rect().center();
        painter.translate(centre);
        painter.rotate(-drag.turnedBy(face));
        painter.translate(-centre);
    }
    frame->paint(painter);
    painter.restore();
}

}  // namespace

void paintEditing(QPainter& painter, const EditedFace& face, const EditDrag& drag) {
    const ToView to_view = face.toView();
    for (const int i : face.otherFaces())
        paintOtherFace(painter, face.document->shownFace(i), face.scheme(), to_view);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    EditedFaceLook look;
    look.radius = pointRadius(face.shown().points_in_image, to_view, look.radius);
    look.lines = face.view->linesShown();
    look.numbers = face.view->numbersShown();
    if (face.mode == Mode::Points) {
        look.selection = face.selection;
        if (face.shown().box) {
            painter.setOpacity(0.6);
            paintBand(painter, boxInView(*face.shown().box, to_view), Qt::DashLine);
        }
        painter.setOpacity(1);
        paintFrames(painter, face, drag);  // under the points, which it must not hide
        paintEditedFace(painter, face.shown(), face.scheme(), to_view, look);
    } else {
        painter.setOpacity(0.7);
        paintEditedFace(painter, face.shown(), face.scheme(), to_view, look);
        painter.setOpacity(1);
        paintFrames(painter, face, drag);
    }
    painter.restore();
}

void paintMagnifier(QPainter& painter, const EditedFace& face, const EditDrag& drag) {
    const FaceView& view = *face.view;
    const std::optional<QPointF>& cursor = face.cursor_in_view;
    const bool places = face.mode == Mode::Points && !drag.isOn() && face.next && cursor &&
                        view.viewport()->rect().contains(cursor->toPoint());
    const bool drags =
        drag.kind == DragKind::Place ||
        (drag.moved && (drag.kind == DragKind::Move || drag.kind == DragKind::ResizeBox ||
                        drag.kind == DragKind::NewBox));
    if (view.isPanning() || !cursor || !(places || drags))
        return;
    QPointF about = view.imageFromView(*cursor);
    // Lines would hide just what the glass is to show.
    EditedFaceLook look{kLensPointRadius, false, false, {}, {}};
    QString label;
    const Landmarks& points = face.shown().points_in_image;
    // Not there when an edit elsewhere has just ended the preview.
    const bool one = drag.points.size() == 1 && drag.points.front() < points.size() &&
                     points.is_labelled(drag.points.front());
    if (one) {
        // The glass is about the point, which may have been grabbed beside its middle.
        look.left_out = drag.points.front();
        const Point& at = points.points[static_cast<size_t>(*look.left_out)];
        about = {at.x, at.y};
        label = pointName(face.scheme(), *look.left_out);
    } else if (places) {
        label = pointName(face.scheme(), *face.next);
    }
    const Lens lens = lensBeside(view, *cursor, about);
    const auto paint_over = [&](const ToView& to_lens) {
        if (face.mode == Mode::Boxes && face.shown().box)
            paintBand(painter, boxInView(*face.shown().box, to_lens), Qt::SolidLine);
        else
            paintEditedFace(painter, face.shown(), face.scheme(), to_lens, look);
    };
    paintLens(painter, view, lens, paint_over, label);
}

}  // namespace rudolph
