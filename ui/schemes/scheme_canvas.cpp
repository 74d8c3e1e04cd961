#include "ui/schemes/scheme_canvas.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/base/nearest_place.h"
#include "ui/base/palette.h"
#include "ui/base/plain_tip.h"

namespace rudolph {
namespace {

constexpr double kPaperMargin = 8;
constexpr double kDraftPointRadius = 3.5;

Point clamped(const Point& place) {
    return {std::clamp(place.x, 0.0, kDraftSide), std::clamp(place.y, 0.0, kDraftSide)};
}

}  // namespace

SchemeCanvas::SchemeCanvas(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Drawing of the points"));
}

void SchemeCanvas::setDraft(const SchemeDraft& draft) {
    draft_ = draft;
    pressed_.reset();
    dragged_to_.reset();
    hovered_.reset();
    update();
}

void SchemeCanvas::setChosen(const std::vector<int>& points) {
    chosen_ = points;
    update();
}

void SchemeCanvas::setChosenLine(int line) {
    chosen_line_ = line;
    update();
}

void SchemeCanvas::setPairsShown(bool shown) {
    pairs_shown_ = shown;
    update();
}

void SchemeCanvas::setWaiting(std::optional<int> point) {
    waiting_ = point;
    update();
}

QPointF SchemeCanvas::viewOf(const Point& place) const {
    const double scale = (std::min(width(), height()) - 2 * kPaperMargin) / kDraftSide;
    return {width() / 2.0 + (place.x - kDraftSide / 2) * scale,
            height() / 2.0 + (place.y - kDraftSide / 2) * scale};
}

Point SchemeCanvas::placeAt(QPointF in_view) const {
    const double scale = std::max(1.0, std::min(width(), height()) - 2 * kPaperMargin) / kDraftSide;
    return clamped({(in_view.x() - width() / 2.0) / scale + kDraftSide / 2,
                    (in_view.y() - height() / 2.0) / scale + kDraftSide / 2});
}

std::optional<QPointF> SchemeCanvas::viewOfPoint(int point) const {
    if (pressed_ == point && dragged_to_)
        return viewOf(*dragged_to_);
    const auto index = static_cast<size_t>(point);
    if (index >= draft_.places.size() || !draft_.places[index])
        return {};
    return viewOf(*draft_.places[index]);
}

std::optional<int> SchemeCanvas::pointAt(QPointF in_view) const {
    return nearestPlace(draft_.scheme.size(), in_view, 10,
                        [this](int point) { return viewOfPoint(point); });
}

void SchemeCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    QToolTip::hideText();
    pressed_ = pointAt(event->position());
    pressed_at_ = event->position();
    if (!pressed_)
        emit emptyClicked(placeAt(event->position()));
}

void SchemeCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (pressed_ && (event->buttons() & Qt::LeftButton)) {
        const double moved = (event->position() - pressed_at_).manhattanLength();
        if (draggable_ && (dragged_to_ || moved >= QApplication::startDragDistance() / 2.0)) {
            dragged_to_ = placeAt(event->position());
            update();
        }
        return;
    }
    const auto under = pointAt(event->position());
    if (under == hovered_)
        return;
    hovered_ = under;
    if (under)
        QToolTip::showText(event->globalPosition().toPoint() + QPoint(8, 8),
                           plainTip(QString::fromStdString(
                               draft_.scheme.point_names[static_cast<size_t>(*under)])),
                           this);
    else
        QToolTip::hideText();
    update();
}

void SchemeCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !pressed_)
        return;
    const int point = *std::exchange(pressed_, std::nullopt);
    const auto place = std::exchange(dragged_to_, std::nullopt);
    if (place)
        emit pointMoved(point, *place, false);
    else
        emit pointClicked(point);
    update();
}

void SchemeCanvas::keyPressEvent(QKeyEvent* event) {
    Point step;
    switch (event->key()) {
        case Qt::Key_Left:
            step.x = -1;
            break;
        case Qt::Key_Right:
            step.x = 1;
            break;
        case Qt::Key_Up:
            step.y = -1;
            break;
        case Qt::Key_Down:
            step.y = 1;
            break;
        case Qt::Key_Delete:
            emit removeRequested();
            return;
        default:
            QWidget::keyPressEvent(event);
            return;
    }
    if (!draggable_ || chosen_.size() != 1)
        return;
    const auto& place = draft_.places[static_cast<size_t>(chosen_.front())];
    if (!place)
        return;
    step *= event->modifiers() & Qt::ShiftModifier ? 5 : 0.5;
    emit pointMoved(chosen_.front(), clamped(*place + step), true);
}

void SchemeCanvas::paintPaper(QPainter& painter) const {
    painter.setPen(QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid), 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    // A head and its axis help to draw a face from nothing.
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(faintText(palette(), 0.16), 1, Qt::DashLine));
    painter.drawLine(viewOf({kDraftSide / 2, 0}), viewOf({kDraftSide / 2, kDraftSide}));
    painter.setPen(QPen(faintText(palette(), 0.12), 1.5));
    painter.drawEllipse(QRectF(viewOf({28, 4}), viewOf({kDraftSide - 28, kDraftSide - 4})));
}

void SchemeCanvas::paintLine(QPainter& painter, const Polyline& line, const QPen& pen) const {
    std::vector<int> order = line.points;
    if (line.closed && !order.empty())
        order.push_back(order.front());
    QPainterPath path;
    bool drawing = false;
    for (const int i : order) {
        const auto place = viewOfPoint(i);
        if (place && drawing)
            path.lineTo(*place);
        else if (place)
            path.moveTo(*place);
        drawing = place.has_value();
    }
    painter.strokePath(path, pen);
}

void SchemeCanvas::paintPairs(QPainter& painter) const {
    painter.setPen(QPen(colourOf(Hue::Drawn, palette()), 1, Qt::DashLine));
    for (const auto& [a, b] : draft_.scheme.mirror_pairs) {
        const auto left = viewOfPoint(a);
        const auto right = viewOfPoint(b);
        if (left && right)
            painter.drawLine(*left, *right);
    }
}

void SchemeCanvas::paintPoints(QPainter& painter) const {
    std::vector<bool> paired(draft_.places.size());
    for (const auto& [a, b] : draft_.scheme.mirror_pairs)
        paired[static_cast<size_t>(a)] = paired[static_cast<size_t>(b)] = true;
    QFont small = font();
    small.setPointSizeF(std::max(6.0, small.pointSizeF() * 0.8));
    painter.setFont(small);
    for (int i = 0; i < draft_.scheme.size(); ++i) {
        const auto place = viewOfPoint(i);
        if (!place)
            continue;
        const bool coloured = pairs_shown_ && paired[static_cast<size_t>(i)];
        painter.setPen(QPen(palette().color(QPalette::Base), 1));
        painter.setBrush(coloured ? colourOf(Hue::Drawn, palette()) : faintText(palette(), 0.85));
        painter.drawEllipse(*place, kDraftPointRadius, kDraftPointRadius);
        if (draft_.scheme.nose_tip == i) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colourOf(Hue::Prediction, palette()), 1.6));
            painter.drawEllipse(*place, kDraftPointRadius + 1.5, kDraftPointRadius + 1.5);
        }
        painter.setPen(faintText(palette(), 0.6));
        painter.drawText(*place + QPointF(kDraftPointRadius + 2, -kDraftPointRadius),
                         QString::number(i));
    }
}

void SchemeCanvas::paintRings(QPainter& painter) const {
    painter.setBrush(Qt::NoBrush);
    const auto ring = [&](int point, const QColor& colour, double width) {
        if (const auto place = viewOfPoint(point)) {
            painter.setPen(QPen(colour, width));
            painter.drawEllipse(*place, kDraftPointRadius + 4, kDraftPointRadius + 4);
        }
    };
    if (hovered_)
        ring(*hovered_, faintText(palette(), 0.5), 1.4);
    for (const int point : chosen_)
        ring(point, palette().color(QPalette::Highlight), 2);
    if (waiting_)
        ring(*waiting_, colourOf(Hue::Chosen, palette()), 2.4);
}

void SchemeCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPaper(painter);
    for (const Polyline& line : draft_.scheme.lines)
        paintLine(painter, line, QPen(faintText(palette(), 0.35), 1.3));
    const auto& lines = draft_.scheme.lines;
    if (chosen_line_ >= 0 && chosen_line_ < static_cast<int>(lines.size()))
        paintLine(painter, lines[static_cast<size_t>(chosen_line_)],
                  QPen(palette().color(QPalette::Highlight), 2.6));
    if (pairs_shown_)
        paintPairs(painter);
    paintPoints(painter);
    paintRings(painter);
}

}  // namespace rudolph
