#include "ui/canvas/face_layers.h"

#include <QLineF>
#include <algorithm>

#include "ui/canvas/draw_edged.h"
#include "ui/canvas/handle_frame.h"
#include "ui/canvas/paint_edited_face.h"
#include "ui/canvas/paint_landmarks.h"

namespace rudolph {
namespace {

constexpr double kPointRadius = 3.5;  // screen pixels
constexpr double kMarkRadius = 9;     // screen pixels

}  // namespace

void paintErrorLines(QPainter& painter, const Landmarks& truth, const Landmarks& prediction,
                     const std::function<QPointF(const Point&)>& to_view) {
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < std::min(truth.size(), prediction.size()); ++i) {
        if (!truth.is_labelled(i) || !prediction.is_labelled(i))
            continue;
        const QLineF line(to_view(truth.points[static_cast<size_t>(i)]),
                          to_view(prediction.points[static_cast<size_t>(i)]));
        drawEdged(painter, [&] { painter.drawLine(line); });
    }
}

void paintFaceLayers(QPainter& painter, const FaceLayers& layers,
                     const std::function<QPointF(const Point&)>& to_view, FacePainted face) {
    const bool here = face == FacePainted::Here;
    if (layers.box && here) {
        painter.setRenderHint(QPainter::Antialiasing);
        paintBand(painter, boxInView(*layers.box, to_view), Qt::DashLine);
    }
    if (layers.truth && here)
        paintLandmarks(painter, layers.truth->points_in_image, layers.truth->scheme,
                       PointRole::Truth, to_view,
                       pointRadius(layers.truth->points_in_image, to_view, kPointRadius),
                       layers.lines, layers.numbers);
    if (layers.errors && layers.truth && layers.prediction)
        paintErrorLines(painter, layers.truth->points_in_image, layers.prediction->points_in_image,
                        to_view);
    if (layers.prediction)
        paintLandmarks(painter, layers.prediction->points_in_image, layers.prediction->scheme,
                       PointRole::Prediction, to_view,
                       pointRadius(layers.prediction->points_in_image, to_view, kPointRadius),
                       layers.lines && !layers.truth, layers.numbers && !layers.truth);
    if (layers.marked) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        const QPointF centre = to_view({layers.marked->x(), layers.marked->y()});
        drawEdged(
            painter, [&] { painter.drawEllipse(centre, kMarkRadius, kMarkRadius); },
            QPen(on_photograph::kBright, 2), 5);
    }
}

}  // namespace rudolph
