#include "ui/canvas/magnifier.h"

#include <QPainterPath>
#include <algorithm>

#include "ui/canvas/draw_edged.h"
#include "ui/canvas/face_view.h"

namespace rudolph {
namespace {

constexpr double kTimes = 4;
constexpr double kGlassGap = 28;  // from the cursor to the edge of the glass, along each axis
constexpr double kLabelRoom = 32;

void paintPicture(QPainter& painter, const QPixmap& picture, const Lens& lens) {
    const double reach = kLensRadius / lens.scale + 1;
    // A picture's pixels begin half a pixel before their centres.
    const QPointF middle = lens.about_in_image + QPointF(0.5, 0.5);
    const QRectF wanted(middle - QPointF(reach, reach), middle + QPointF(reach, reach));
    const QRect source = wanted.toAlignedRect() & picture.rect();
    if (source.isEmpty())
        return;
    const QPointF corner = lens.viewFromImage({source.left() - 0.5, source.top() - 0.5});
    painter.setRenderHint(QPainter::SmoothPixmapTransform, lens.scale < FaceView::kPixelsShownFrom);
    painter.drawPixmap(QRectF(corner, QSizeF(source.size()) * lens.scale), picture, QRectF(source));
}

void paintCrosshair(QPainter& painter, QPointF centre) {
    constexpr double from = 5;  // the place itself stays free
    constexpr double to = 22;
    drawEdged(painter, [&] {
        for (const QPointF direction :
             {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(centre + direction * from, centre + direction * to);
    });
    painter.setPen(Qt::NoPen);
    painter.setBrush(on_photograph::kBright);
    painter.drawEllipse(centre, 1.1, 1.1);
}

/// On the side of the glass that is away from the cursor.
void paintLabel(QPainter& painter, const QRectF& viewport, const Lens& lens, const QString& label) {
    const QFontMetricsF metrics(painter.font());
    const QString text = metrics.elidedText(label, Qt::ElideRight, viewport.width() - 32);
    QRectF room(0, 0, metrics.horizontalAdvance(text) + 16, metrics.height() + 6);
    const double away = kLensRadius + 5 + room.height() / 2;
    room.moveCenter(lens.centre_in_view + QPointF(0, lens.is_above ? -away : away));
    room.moveLeft(std::clamp(room.left(), viewport.left() + 8,
                             std::max(viewport.left() + 8, viewport.right() - 8 - room.width())));
    painter.setPen(Qt::NoPen);
    painter.setBrush(on_photograph::kOutline);
    painter.drawRoundedRect(room, 4, 4);
    painter.setPen(on_photograph::kBright);
    painter.drawText(room, Qt::AlignCenter, text);
}

}  // namespace

QPointF Lens::viewFromImage(const Point& in_image) const {
    return centre_in_view + (QPointF(in_image.x, in_image.y) - about_in_image) * scale;
}

Lens lensBeside(const FaceView& view, QPointF cursor_in_view, QPointF about_in_image) {
    const QRectF viewport = view.viewport()->rect();
    const double away = kLensRadius + kGlassGap;
    const double right = cursor_in_view.x() + away + kLensRadius > viewport.right() ? -1 : 1;
    const bool above = cursor_in_view.y() - away - kLensRadius - kLabelRoom >= viewport.top();
    return {cursor_in_view + QPointF(right * away, above ? -away : away), about_in_image,
            kTimes * view.scaleNow(), above};
}

void paintLens(QPainter& painter, const FaceView& view, const Lens& lens,
               const std::function<void(const ToView&)>& paint_over, const QString& label) {
    QPainterPath glass;
    glass.addEllipse(lens.centre_in_view, kLensRadius, kLensRadius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(glass);
    painter.fillPath(glass, view.palette().color(QPalette::Window));
    paintPicture(painter, view.picture(), lens);
    paint_over([&lens](const Point& point) { return lens.viewFromImage(point); });
    paintCrosshair(painter, lens.centre_in_view);
    painter.restore();

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    drawEdged(
        painter, [&] { painter.drawPath(glass); }, QPen(on_photograph::kBright, 1.6), 4);
    if (!label.isEmpty())
        paintLabel(painter, view.viewport()->rect(), lens, label);
    painter.restore();
}

}  // namespace rudolph
