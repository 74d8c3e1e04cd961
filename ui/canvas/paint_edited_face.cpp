#include "ui/canvas/paint_edited_face.h"

#include <QPainterPath>
#include <algorithm>

#include "ui/base/palette.h"
#include "ui/canvas/handle_frame.h"
#include "ui/canvas/paint_landmarks.h"

namespace rudolph {
namespace {

constexpr size_t kManySelected = 12;  // selected points: from here on, their rings are thinner

void paintDisc(QPainter& painter, QPointF at, const QColor& colour, double radius) {
    painter.setPen(QPen(on_photograph::kOutline, std::max(1.0, radius * 0.35)));
    painter.setBrush(colour);
    painter.drawEllipse(at, radius, radius);
}

/// Bright with a dark edge on both sides, `width` wide.
void paintRing(QPainter& painter, QPointF at, const QColor& colour, double radius, double width) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(on_photograph::kOutline, width + 1.8));
    painter.drawEllipse(at, radius, radius);
    painter.setPen(QPen(colour, width));
    painter.drawEllipse(at, radius, radius);
}

/// Four arms; with a gap in the middle for a hidden point.
void paintCross(QPainter& painter, QPointF at, const QColor& colour, double radius, bool hidden) {
    const double arm = std::max(radius * (hidden ? 1.5 : 1.1), 2.5);
    const double from = hidden ? arm * 0.55 : 0;
    QPainterPath path;
    for (const QPointF direction :
         {QPointF(1, 1), QPointF(-1, 1), QPointF(1, -1), QPointF(-1, -1)}) {
        path.moveTo(at + direction * from);
        path.lineTo(at + direction * arm);
    }
    const double width = std::max(1.2, radius * 0.6);
    painter.strokePath(path,
                       QPen(on_photograph::kOutline, width + 1.8, Qt::SolidLine, Qt::RoundCap));
    painter.strokePath(path, QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
}

void paintMark(QPainter& painter, const Sample& face, int point, QPointF at, double radius) {
    const bool hidden =
        face.points_in_image.visibility[static_cast<size_t>(point)] == Visibility::Hidden;
    const QColor colour = colourOf(face.is_proposal() ? PointRole::Prediction : PointRole::Truth);
    if (face.is_proposal())
        paintCross(painter, at, colour, radius, hidden);
    else if (hidden)
        paintRing(painter, at, colour, radius + 0.5, 1.6);
    else
        paintDisc(painter, at, colour, radius);
}

}  // namespace

void paintEditedFace(QPainter& painter, const Sample& face, const LandmarkScheme& scheme,
                     const ToView& to_view, const EditedFaceLook& look) {
    const Landmarks& points = face.points_in_image;
    const PointRole role = face.is_proposal() ? PointRole::Prediction : PointRole::Truth;
    if (look.lines)
        paintSchemeLines(painter, points, scheme, role, to_view, look.radius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto place = [&](int i) { return to_view(points.points[static_cast<size_t>(i)]); };
    const auto drawn = [&](int i) {
        return i < points.size() && points.is_labelled(i) && look.left_out != i;
    };
    // Rings first: a ring must not cover the mark of a point beside it.
    const double width = look.selection.size() > kManySelected ? 1.1 : 1.6;
    for (const int i : look.selection)
        if (drawn(i))
            paintRing(painter, place(i), on_photograph::kBright, look.radius + 2.8, width);
    for (int i = 0; i < points.size(); ++i)
        if (drawn(i))
            paintMark(painter, face, i, place(i), look.radius);
    painter.restore();
    if (look.numbers)
        paintPointNumbers(painter, points, to_view, look.radius);
}

void paintOtherFace(QPainter& painter, const Sample& face, const LandmarkScheme& scheme,
                    const ToView& to_view) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(0.65);
    if (face.box)
        paintBand(painter, boxInView(*face.box, to_view), Qt::DotLine);
    constexpr double kSmaller = 2.5;
    paintEditedFace(painter, face, scheme, to_view,
                    {pointRadius(face.points_in_image, to_view, kSmaller), true, false, {}, {}});
    painter.restore();
}

QRectF boxInView(const Box& box, const ToView& to_view) {
    return {to_view({box.left, box.top}), to_view({box.right(), box.bottom()})};
}

}  // namespace rudolph
