#include "ui/runs/pair_view.h"

#include <QPainter>
#include <QPainterPath>

namespace rudolph {

namespace {

const QColor kSecondColour(0x56, 0xb4, 0xe9);  // sky blue of Okabe and Ito
constexpr double kRadius = 4.5;                // screen pixels

}  // namespace

void PairView::setSecondPrediction(const std::optional<PointLayer>& layer) {
    second_ = layer;
    viewport()->update();
}

void PairView::drawForeground(QPainter* painter, const QRectF& rect) {
    FaceView::drawForeground(painter, rect);
    if (!second_ || !hasImage())
        return;
    QPainterPath path;
    const Landmarks& points = second_->points_in_image;
    for (int i = 0; i < points.size(); ++i) {
        if (!points.is_labelled(i))
            continue;
        const Point& point = points.points[static_cast<size_t>(i)];
        const QPointF at = viewFromImage({point.x, point.y});
        path.moveTo(at + QPointF(0, -kRadius));
        path.lineTo(at + QPointF(kRadius, 0));
        path.lineTo(at + QPointF(0, kRadius));
        path.lineTo(at + QPointF(-kRadius, 0));
        path.closeSubpath();
    }
    painter->save();
    painter->resetTransform();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->strokePath(path, QPen(QColor(0, 0, 0, 190), 3.5));
    painter->strokePath(path, QPen(kSecondColour, 1.8));
    painter->restore();
}

}  // namespace rudolph
