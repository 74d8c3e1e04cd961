#include "ui/parts/face_marks.h"

#include <QPainterPath>
#include <QPixmap>

#include "ui/base/palette.h"

namespace rudolph {
namespace {

/// Drawn as if the square had this side.
constexpr double kUnits = 16;
constexpr double kStroke = 1.5;

class InUnits {
public:
    InUnits(QPainter& painter, const QRectF& square) : painter_(painter) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(square.topLeft());
        painter.scale(square.width() / kUnits, square.height() / kUnits);
    }
    InUnits(const InUnits&) = delete;
    InUnits& operator=(const InUnits&) = delete;
    ~InUnits() { painter_.restore(); }

private:
    QPainter& painter_;
};

QPen stroke(const QColor& colour) {
    return {colour, kStroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

Hue hueOf(FaceState state) {
    switch (state) {
        case FaceState::New:
            return Hue::New;
        case FaceState::InWork:
            return Hue::InWork;
        case FaceState::Done:
            return Hue::Truth;
        case FaceState::Doubtful:
            return Hue::Doubtful;
    }
    return Hue::New;
}

}  // namespace

void paintStateMark(QPainter& painter, const QRectF& square, FaceState state,
                    const QPalette& palette) {
    const InUnits units(painter, square);
    const QColor colour = colourOf(hueOf(state), palette);
    const QColor inside = isDark(palette) ? Qt::black : Qt::white;
    const QRectF disc(2, 2, 12, 12);
    painter.setPen(stroke(colour));
    const bool full = state == FaceState::Done || state == FaceState::Doubtful;
    painter.setBrush(full ? colour : palette.color(QPalette::Base));
    painter.drawEllipse(disc);
    switch (state) {
        case FaceState::New:
            break;
        case FaceState::InWork:
            painter.setBrush(colour);
            painter.drawPie(disc, 90 * 16, 180 * 16);
            break;
        case FaceState::Done:
            painter.setPen(stroke(inside));
            painter.drawPolyline(
                QPolygonF({QPointF(5, 8.3), QPointF(7.2, 10.5), QPointF(11, 5.8)}));
            break;
        case FaceState::Doubtful: {
            painter.setPen(stroke(inside));
            painter.setBrush(Qt::NoBrush);
            QPainterPath path(QPointF(6, 6.4));
            path.cubicTo(6, 3.8, 10.2, 3.8, 10.2, 6.4);
            path.cubicTo(10.2, 8, 8, 7.9, 8, 9.4);
            painter.drawPath(path);
            painter.drawPoint(QPointF(8, 11.9));
            break;
        }
    }
}

void paintNoteMark(QPainter& painter, const QRectF& square) {
    const QPen pen = stroke(painter.pen().color());
    const InUnits units(painter, square);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(QPolygonF(
        {QPointF(3, 2), QPointF(9.5, 2), QPointF(13, 5.5), QPointF(13, 14), QPointF(3, 14)}));
    for (const double y : {7.5, 10.5})
        painter.drawLine(QPointF(5.5, y), QPointF(10.5, y));
}

void paintProposalMark(QPainter& painter, const QRectF& square, const QPalette& palette) {
    const QColor red = colourOf(Hue::Prediction, palette);
    const InUnits units(painter, square);
    QPen frame = stroke(red);
    frame.setDashPattern({2.2, 1.8});
    frame.setCapStyle(Qt::FlatCap);
    painter.setPen(frame);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(2, 2, 12, 12));
    painter.setPen(stroke(red));
    painter.drawLine(QPointF(5.5, 5.5), QPointF(10.5, 10.5));
    painter.drawLine(QPointF(10.5, 5.5), QPointF(5.5, 10.5));
}

void paintProblemMark(QPainter& painter, const QRectF& square) {
    const QPen pen = stroke(painter.pen().color());
    const InUnits units(painter, square);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(QPolygonF({QPointF(8, 2), QPointF(14.5, 13.5), QPointF(1.5, 13.5)}));
    painter.drawLine(QPointF(8, 6.5), QPointF(8, 9));
    painter.drawPoint(QPointF(8, 11.3));
}

QIcon stateIcon(FaceState state, const QPalette& palette) {
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintStateMark(painter, QRectF(0, 0, 32, 32), state, palette);
    painter.end();
    return {pixmap};
}

}  // namespace rudolph
