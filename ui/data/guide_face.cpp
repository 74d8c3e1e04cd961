#include "ui/data/guide_face.h"

#include <QHelpEvent>
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
#include "ui/settings/translation.h"

namespace rudolph {
namespace {

constexpr double kGuideFaceMargin = 14;
constexpr double kSmallRadius = 2.6;
constexpr double kLargeRadius = 4;
constexpr int kUsualWidth = 260;
/// Faces are about this much higher than wide, where there is no reference to tell.
constexpr double kUsualHeight = 1.05;

}  // namespace

GuideFace::GuideFace(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    // A click must not take the keyboard away from the picture that is being annotated.
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Reference face"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void GuideFace::setReference(const LandmarkScheme& scheme, const Landmarks& reference) {
    scheme_ = scheme;
    reference_ = reference;
    frame_ = bounding_box(reference);
    hovered_.reset();
    updateGeometry();
    update();
}

void GuideFace::setFace(const Landmarks& face) {
    face_ = face;
    update();
}

void GuideFace::setNextPoint(std::optional<int> point) {
    next_ = point;
    update();
}

void GuideFace::setSelection(const std::vector<int>& selection) {
    selection_ = selection;
    update();
}

std::optional<QPointF> GuideFace::placeOf(int point) const {
    if (point < 0 || point >= reference_.size() || !reference_.is_labelled(point))
        return {};
    const double room_x = std::max(1.0, width() - 2 * kGuideFaceMargin);
    const double room_y = std::max(1.0, height() - 2 * kGuideFaceMargin);
    double scale = 1;
    if (frame_.width > 0 || frame_.height > 0)
        scale = std::min(frame_.width > 0 ? room_x / frame_.width : room_y / frame_.height,
                         frame_.height > 0 ? room_y / frame_.height : room_x / frame_.width);
    const Point from_centre = reference_.points[static_cast<size_t>(point)] - frame_.centre();
    return QPointF(width() / 2.0 + from_centre.x * scale, height() / 2.0 + from_centre.y * scale);
}

QSize GuideFace::sizeHint() const {
    return {kUsualWidth, heightForWidth(kUsualWidth)};
}

QSize GuideFace::minimumSizeHint() const {
    return {120, 120};
}

int GuideFace::heightForWidth(int width) const {
    const double ratio = frame_.empty() ? kUsualHeight : frame_.height / frame_.width;
    return static_cast<int>(std::lround(
        (width - 2 * kGuideFaceMargin) * std::clamp(ratio, 0.4, 1.6) + 2 * kGuideFaceMargin));
}

std::optional<int> GuideFace::pointAt(QPointF place) const {
    constexpr double reach = 12;  // how far from a point a click still means it
    return nearestPlace(reference_.size(), place, reach,
                        [this](int point) { return placeOf(point); });
}

void GuideFace::hover(std::optional<int> point) {
    if (hovered_ == point)
        return;
    hovered_ = point;
    setCursor(point ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (point && *point < scheme_.size()) {
        const QString name = landmarkText(scheme_.point_names[static_cast<size_t>(*point)]);
        QToolTip::showText(mapToGlobal(placeOf(*point)->toPoint() + QPoint(4, 8)),
                           plainTip(tr("%1 · %2").arg(name).arg(*point + 1)), this);
    } else {
        QToolTip::hideText();
    }
    update();
}

void GuideFace::mouseMoveEvent(QMouseEvent* event) {
    hover(pointAt(event->position()));
}

void GuideFace::mousePressEvent(QMouseEvent* event) {
    const auto point = pointAt(event->position());
    if (event->button() == Qt::LeftButton && point)
        emit pointChosen(*point);
}

void GuideFace::leaveEvent(QEvent*) {
    hover({});
}

void GuideFace::keyPressEvent(QKeyEvent* event) {
    const bool back = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    const bool on = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    if ((!back && !on) || scheme_.size() == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int now = next_ ? *next_ : selection_.size() == 1 ? selection_.front() : -1;
    emit pointChosen(std::clamp(now + (back ? -1 : 1), 0, scheme_.size() - 1));
}

void GuideFace::paintLines(QPainter& painter) const {
    QPainterPath path;
    for (const Polyline& line : scheme_.lines) {
        std::vector<int> order = line.points;
        if (line.closed && !order.empty())
            order.push_back(order.front());
        bool drawing = false;
        for (const int i : order) {
            const auto place = placeOf(i);
            if (place && drawing)
                path.lineTo(*place);
            else if (place)
                path.moveTo(*place);
            drawing = place.has_value();
        }
    }
    painter.strokePath(path, QPen(faintText(palette(), 0.3), 1.2));
}

void GuideFace::paintPoint(QPainter& painter, int point) const {
    const auto place = placeOf(point);
    if (!place)
        return;
    const bool placed = point < face_.size() && face_.is_labelled(point);
    const bool hidden =
        placed && face_.visibility[static_cast<size_t>(point)] == Visibility::Hidden;
    const bool roomy = reference_.size() <= 30 && width() >= 200;
    const double radius = (roomy ? kLargeRadius : kSmallRadius) * std::max(1.0, width() / 300.0);
    // Placed: filled; hidden: a green ring; still to come: a faint ring. Told by shape and colour.
    painter.setPen(
        QPen(placed ? colourOf(Hue::Truth, palette()) : faintText(palette(), 0.55), 1.3));
    painter.setBrush(placed && !hidden ? colourOf(Hue::Truth, palette())
                                       : palette().color(QPalette::Base));
    const double drawn = placed && !hidden ? radius + 0.4 : radius;
    painter.drawEllipse(*place, drawn, drawn);
}

void GuideFace::paintRings(QPainter& painter) const {
    const auto ring = [&](int point, const QColor& colour, double radius, double width) {
        if (const auto place = placeOf(point)) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(palette().color(QPalette::Base), width + 2));
            painter.drawEllipse(*place, radius, radius);
            painter.setPen(QPen(colour, width));
            painter.drawEllipse(*place, radius, radius);
        }
    };
    for (const int point : selection_)
        ring(point, palette().color(QPalette::Text), 5, 1.6);
    if (hovered_)
        ring(*hovered_, faintText(palette(), 0.7), 6, 1.4);
    if (!next_)
        return;
    if (const auto place = placeOf(*next_)) {
        ring(*next_, colourOf(Hue::Chosen, palette()), 9, 2.4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourOf(Hue::Chosen, palette()));
        painter.drawEllipse(*place, 3.2, 3.2);
    }
}

void GuideFace::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid), 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    paintLines(painter);
    for (int i = 0; i < reference_.size(); ++i)
        paintPoint(painter, i);
    paintRings(painter);
}

}  // namespace rudolph
