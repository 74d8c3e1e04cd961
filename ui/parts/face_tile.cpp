#include "ui/parts/face_tile.h"

#include <QLineF>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

#include "core/eval/metrics.h"
#include "ui/base/tr.h"
#include "ui/canvas/draw_edged.h"
#include "ui/canvas/paint_landmarks.h"

namespace rudolph {
namespace {

using ToTile = std::function<QPointF(const Point&)>;

constexpr int kFewPoints = 4;      // drawn large, each with its own arrow
constexpr double kFarAway = 0.15;  // of a tile's side: from here on there is an arrow
constexpr double kArrowHead = 7;   // pixels of the tile
constexpr double kArrowGap = 5;    // from its ends to the marks

/// How far something reaches beyond a face, in steps, so that it rarely changes.
double inSteps(double distance) {
    constexpr double kStep = 1.5;
    constexpr double kLeast = 16;
    if (!(distance > 0))
        return 0;
    return std::max(kLeast, std::pow(kStep, std::ceil(std::log(distance) / std::log(kStep))));
}

bool isFinite(const Box& box) {
    return std::isfinite(box.left) && std::isfinite(box.top) && std::isfinite(box.width) &&
           std::isfinite(box.height);
}

bool anyLabelled(const Landmarks& points) {
    for (int i = 0; i < points.size(); ++i)
        if (points.is_labelled(i))
            return true;
    return false;
}

void paintArrow(QPainter& painter, const QPointF& from, const QPointF& to) {
    QLineF line(from, to);
    const double length = line.length();
    const QPointF along = (to - from) / length;
    const QPointF across(-along.y(), along.x());
    const QPointF tip = to - kArrowGap * along;
    const QPointF wing = tip - kArrowHead * along;
    painter.setBrush(Qt::NoBrush);
    drawEdged(painter, [&] {
        painter.drawLine(QLineF(from + kArrowGap * along, tip));
        painter.drawPolyline(
            QPolygonF({wing + 0.6 * kArrowHead * across, tip, wing - 0.6 * kArrowHead * across}));
    });
}

void paintArrows(QPainter& painter, const FaceResult& result, double side, const ToTile& to_tile) {
    const Landmarks& truth = result.truth_in_image;
    const Landmarks& predicted = result.predicted_in_image;
    const int count = std::min(truth.size(), predicted.size());
    std::vector<QLineF> ways;
    QPointF from;
    QPointF to;
    for (int i = 0; i < count; ++i) {
        if (!truth.is_labelled(i) || !predicted.is_labelled(i))
            continue;
        const auto index = static_cast<size_t>(i);
        ways.emplace_back(to_tile(truth.points[index]), to_tile(predicted.points[index]));
        from += ways.back().p1();
        to += ways.back().p2();
    }
    if (ways.size() > kFewPoints) {
        const auto all = static_cast<double>(ways.size());
        ways = {QLineF(from / all, to / all)};
    }
    for (QLineF& way : ways) {
        const double length = way.length();
        if (!(length > kFarAway * side) || !std::isfinite(length))
            continue;
        // Beyond the tile only the direction counts.
        way.setLength(std::min(length, 4 * side));
        paintArrow(painter, way.p1(), way.p2());
    }
}

}  // namespace

ThumbnailRequest wholeStory(const std::filesystem::path& image, const FaceResult& result) {
    const Box truth = bounding_box(result.truth_in_image);
    ThumbnailRequest request{image, truth};
    if (!anyLabelled(result.predicted_in_image))
        return request;
    const Box predicted = bounding_box(result.predicted_in_image);
    if (!isFinite(predicted))
        return request;
    const double left = truth.left - predicted.left;
    const double top = truth.top - predicted.top;
    const double right = predicted.right() - truth.right();
    const double bottom = predicted.bottom() - truth.bottom();
    // A crop about a face leaves a quarter of it on each side.
    if (std::max({left, top, right, bottom}) > std::max(truth.width, truth.height) / 4)
        request.also = Box{truth.left - inSteps(left), truth.top - inSteps(top),
                           truth.width + inSteps(left) + inSteps(right),
                           truth.height + inSteps(top) + inSteps(bottom)};
    return request;
}

void paintFaceTile(QPainter& painter, const QRect& tile, const FaceThumbnail& thumbnail,
                   const FaceResult& result, const LandmarkScheme& scheme, const QPalette& palette,
                   bool broken) {
    if (thumbnail.image.isNull()) {
        painter.fillRect(tile, palette.color(QPalette::AlternateBase));
        if (broken) {
            painter.setPen(palette.color(QPalette::Text));
            painter.drawText(tile.adjusted(4, 4, -4, -4), Qt::AlignCenter | Qt::TextWordWrap,
                             tr("The picture cannot be read"));
        }
        return;
    }
    painter.save();
    painter.setClipRect(tile);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawImage(tile, thumbnail.image);
    const QRectF crop = thumbnail.crop_in_image;
    const double scale = tile.width() / crop.width();
    const ToTile to_tile = [&](const Point& point) {
        return QPointF(tile.left() + (point.x + 0.5 - crop.left()) * scale,
                       tile.top() + (point.y + 0.5 - crop.top()) * scale);
    };
    const bool few = result.truth_in_image.size() <= kFewPoints;
    const double radius = few ? 3.5 : 1.2;
    if (scheme.size() == result.truth_in_image.size())
        paintLandmarks(painter, result.truth_in_image, scheme, PointRole::Truth, to_tile, radius,
                       !few);
    if (scheme.size() == result.predicted_in_image.size())
        paintLandmarks(painter, result.predicted_in_image, scheme, PointRole::Prediction, to_tile,
                       radius, !few);
    paintArrows(painter, result, tile.width(), to_tile);
    painter.restore();
}

}  // namespace rudolph
