#include "ui/photos/paint_photo_faces.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QPen>
#include <algorithm>

#include "ui/base/palette.h"
#include "ui/canvas/handle_frame.h"
#include "ui/canvas/paint_landmarks.h"

namespace rudolph {
namespace {

constexpr double kDoubtfulOpacity = 0.7;
constexpr double kQuietOpacity = 0.75;
constexpr double kDoubtfulSize = 0.8;  // of a point, against that of a sure one

/// The arms of one marker. A hollow one leaves its middle out.
void addMarker(QPainterPath& path, QPointF at, double arm, PhotoFaceLook::Marker marker,
               bool hollow) {
    if (marker == PhotoFaceLook::Marker::Diamond) {
        if (hollow) {  // its corners alone
            for (const QPointF& way :
                 {QPointF(1, 0), QPointF(0, 1), QPointF(-1, 0), QPointF(0, -1)}) {
                const QPointF side(-way.y(), way.x());
                path.moveTo(at + arm * way + 0.45 * arm * (side - way));
                path.lineTo(at + arm * way);
                path.lineTo(at + arm * way - 0.45 * arm * (side + way));
            }
            return;
        }
        path.moveTo(at + QPointF(arm, 0));
        path.lineTo(at + QPointF(0, arm));
        path.lineTo(at + QPointF(-arm, 0));
        path.lineTo(at + QPointF(0, -arm));
        path.closeSubpath();
        return;
    }
    for (const QPointF& way : {QPointF(1, 1), QPointF(-1, 1)}) {
        if (!hollow) {
            path.moveTo(at - arm * way);
            path.lineTo(at + arm * way);
            continue;
        }
        for (const double side : {-1.0, 1.0}) {
            path.moveTo(at + side * 0.45 * arm * way);
            path.lineTo(at + side * arm * way);
        }
    }
}

void strokeOutlined(QPainter& painter, const QPainterPath& path, const QColor& colour, double width,
                    Qt::PenStyle style = Qt::SolidLine) {
    QColor dark = on_photograph::kOutline;
    dark.setAlphaF(static_cast<float>(0.75 * colour.alphaF()));
    painter.setBrush(Qt::NoBrush);
    painter.strokePath(path, QPen(dark, width + std::min(1.6, 0.8 * width), Qt::SolidLine,
                                  Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(path, QPen(colour, width, style, Qt::RoundCap, Qt::RoundJoin));
}

bool isDoubtful(const PhotoFace& face, int point) {
    const auto i = static_cast<size_t>(point);
    return face.confidence && i < face.confidence->points.size() &&
           face.confidence->points[i] < kDoubtful;
}

}  // namespace

QColor photoFaceColour() {
    return colourOf(PointRole::Prediction);
}

void paintPhotoFace(QPainter& painter, const PhotoFace& face, const LandmarkScheme& scheme,
                    const std::function<QPointF(const Point&)>& to_view,
                    const PhotoFaceLook& look) {
    const Landmarks& points = face.points_in_image;
    if (points.empty() || points.size() != scheme.size())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    double opacity = face.doubtful() ? kDoubtfulOpacity : 1;
    if (look.quiet)
        opacity *= kQuietOpacity;
    QColor colour = look.colour;
    colour.setAlphaF(static_cast<float>(opacity));
    if (look.lines) {
        QColor faint = colour;
        faint.setAlphaF(static_cast<float>(opacity * on_photograph::kLineOpacity));
        strokeOutlined(painter, schemeLines(points, scheme, to_view), faint,
                       std::max(1.0, look.radius * 0.45),
                       face.doubtful() ? Qt::DashLine : Qt::SolidLine);
    }
    QPainterPath sure;
    QPainterPath unsure;
    const double arm = std::max(look.radius * 1.1, 2.0);
    for (int i = 0; i < points.size(); ++i) {
        if (!points.is_labelled(i))
            continue;
        const bool doubtful = isDoubtful(face, i);
        addMarker(doubtful ? unsure : sure, to_view(points.points[static_cast<size_t>(i)]),
                  doubtful ? kDoubtfulSize * arm : arm, look.marker, doubtful);
    }
    const double width = std::max(1.0, look.radius * 0.6);
    strokeOutlined(painter, sure, colour, width);
    QColor fainter = colour;
    fainter.setAlphaF(static_cast<float>(opacity * 0.8));
    strokeOutlined(painter, unsure, fainter, 0.8 * width);
    painter.restore();
    if (look.numbers)
        paintPointNumbers(painter, points, to_view, look.radius);
}

void paintPhotoBox(QPainter& painter, const QRectF& in_view, bool doubtful) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(0.8);
    paintBand(painter, in_view, doubtful ? Qt::DashLine : Qt::SolidLine);
    painter.restore();
}

void paintPhotoLabel(QPainter& painter, const QRectF& frame_in_view, const QRectF& viewport,
                     const QString& text, bool chosen) {
    constexpr double kPadding = 5;
    const QFontMetricsF metrics(painter.font());
    QRectF label(0, 0, metrics.horizontalAdvance(text) + 2 * kPadding, metrics.height() + 2);
    label.moveBottomLeft(frame_in_view.topLeft() - QPointF(0, 4));
    if (label.top() < viewport.top())
        label.moveTopLeft(frame_in_view.topLeft() + QPointF(6, 6));
    label.moveLeft(std::clamp(label.left(), viewport.left(),
                              std::max(viewport.left(), viewport.right() - label.width())));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(chosen ? on_photograph::kChosenLabel : on_photograph::kLabel);
    painter.drawRoundedRect(label, 3, 3);
    painter.setPen(chosen ? Qt::black : Qt::white);
    painter.drawText(label, Qt::AlignCenter, text);
    painter.restore();
}

}  // namespace rudolph
