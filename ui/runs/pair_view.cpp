#include "ui/runs/pair_view.h"

#include <QPainter>
#include <QPainterPath>

#include "ui/base/palette.h"

namespace rudolph {

namespace {

constexpr double kDiamondRadius = 4.5;  // screen pixels

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
        path.moveTo(at + QPointF(0, -kDiamondRadius));
        path.lineTo(at + QPointF(kDiamondRadius, 0));
        path.lineTo(at + QPointF(0, kDiamondRadius));
        path.lineTo(at + QPointF(-kDiamondRadius, 0));
        path.closeSubpath();
    }
    painter->save();
    painter->resetTransform();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->strokePath(path, QPen(on_photograph::kOutline, 3.5));
    painter->strokePath(path, QPen(on_photograph::kSecond, 1.8));
    painter->restore();
}

}  // namespace rudolph
