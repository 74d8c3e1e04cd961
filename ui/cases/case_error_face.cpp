#include "ui/cases/case_error_face.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/base/nearest_place.h"
#include "ui/base/number_text.h"
#include "ui/base/palette.h"
#include "ui/settings/translation.h"

namespace rudolph {

namespace {

constexpr int kCircleMargin = 24;  // px, for circles at the edge
constexpr int kSideMargin = 64;    // and figures beside it
constexpr int kTextMargin = 4;
constexpr double kSmallestCircle = 1.5;
constexpr double kLargestShare = 0.05;  // radius of the worst point, of the shorter side
constexpr int kFigures = 5;
constexpr int kOrange = 1;  // of seriesColour

}  // namespace

CaseErrorFace::CaseErrorFace(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Error of each landmark"));
}

void CaseErrorFace::setErrors(const Landmarks& mean, const LandmarkScheme& scheme,
                              const std::vector<MeanError>& errors) {
    mean_ = mean;
    scheme_ = scheme;
    errors_ = errors;
    if (mean.size() != scheme.size() || mean.points.size() != errors.size())
        return clear();
    parts_ = face_parts(scheme);
    in_pixels_ = std::none_of(errors.begin(), errors.end(),
                              [](const MeanError& error) { return std::isfinite(error.nme); });
    largest_ = 0;
    worst_.clear();
    for (int i = 0; i < mean.size(); ++i)
        if (std::isfinite(errorOf(i))) {
            largest_ = std::max(largest_, errorOf(i));
            worst_.push_back(i);
        }
    std::sort(worst_.begin(), worst_.end(),
              [this](int a, int b) { return errorOf(a) > errorOf(b); });
    if (!worst_.empty())
        setAccessibleDescription(tr("The worst: %1").arg(textOf(worst_.front())));
    worst_.resize(std::min<size_t>(worst_.size(), kFigures));
    read_ = -1;
    update();
}

void CaseErrorFace::setCaption(const QString& caption) {
    caption_ = caption;
    update();
}

void CaseErrorFace::setPart(std::optional<FacePart> part) {
    part_ = part;
    update();
}

void CaseErrorFace::clear() {
    mean_ = {};
    errors_.clear();
    worst_.clear();
    part_.reset();
    read_ = -1;
    update();
}

QString CaseErrorFace::readout() const {
    return read_ < 0 ? QString() : textOf(read_);
}

double CaseErrorFace::errorOf(int point) const {
    const MeanError& error = errors_[static_cast<size_t>(point)];
    return in_pixels_ ? error.error_px : error.nme;
}

QString CaseErrorFace::textOf(int point) const {
    const double error = errorOf(point);
    return QStringLiteral("%1: %2").arg(
        landmarkText(scheme_.point_names[static_cast<size_t>(point)]),
        in_pixels_ ? pixelText(error) : percentText(error));
}

QPointF CaseErrorFace::placeOf(int point) const {
    const Box box = bounding_box(mean_);
    // Above and below the circles is a line of text each.
    const double largest = kSmallestCircle + kLargestShare * std::min(width(), height());
    const double margin =
        std::max<double>(kCircleMargin, largest + 2) + fontMetrics().height() + kTextMargin;
    const QRectF room = QRectF(rect()).adjusted(kSideMargin, margin, -kSideMargin, -margin);
    const double scale =
        box.empty() ? 1 : std::min(room.width() / box.width, room.height() / box.height);
    const Point& at = mean_.points[static_cast<size_t>(point)];
    return room.center() +
           QPointF((at.x - box.centre().x) * scale, (at.y - box.centre().y) * scale);
}

double CaseErrorFace::radiusOf(int point) const {
    const double error = errorOf(point);
    if (!std::isfinite(error) || largest_ <= 0)
        return kSmallestCircle;
    return kSmallestCircle + error / largest_ * kLargestShare * std::min(width(), height());
}

void CaseErrorFace::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setRenderHint(QPainter::Antialiasing);
    if (mean_.empty()) {
        QColor faint = palette().color(QPalette::Text);
        faint.setAlphaF(0.65F);
        painter.setPen(faint);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("The error of each landmark will be drawn here."));
        return;
    }
    paintLines(painter);
    paintPoints(painter);
    paintFigures(painter);
}

void CaseErrorFace::paintLines(QPainter& painter) const {
    QColor faint = palette().color(QPalette::Text);
    faint.setAlphaF(0.25F);
    painter.setPen(QPen(faint, 1.2));
    for (const Polyline& line : scheme_.lines) {
        QPolygonF places;
        for (const int point : line.points)
            if (mean_.is_labelled(point))
                places << placeOf(point);
        if (line.closed && !places.isEmpty())
            places << places.front();
        painter.drawPolyline(places);
    }
}

void CaseErrorFace::paintPoints(QPainter& painter) const {
    const QColor colour = seriesColour(kOrange, palette());
    for (int i = 0; i < mean_.size(); ++i) {
        if (!mean_.is_labelled(i))
            continue;
        QColor fill = colour;
        const bool of_part = part_ && parts_[static_cast<size_t>(i)] == *part_;
        fill.setAlphaF(of_part ? 0.85F : 0.28F);
        painter.setBrush(fill);
        painter.setPen(QPen(colour, 1.2));
        painter.drawEllipse(placeOf(i), radiusOf(i), radiusOf(i));
        if (i != read_)
            continue;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Text), 2));
        painter.drawEllipse(placeOf(i), radiusOf(i) + 3, radiusOf(i) + 3);
    }
}

void CaseErrorFace::paintFigures(QPainter& painter) const {
    painter.setPen(palette().color(QPalette::Text));
    const QString read = readout();
    if (!read.isEmpty())
        painter.drawText(rect().adjusted(6, kTextMargin, -6, -kTextMargin),
                         Qt::AlignTop | Qt::AlignHCenter, read);
    painter.drawText(rect().adjusted(6, kTextMargin, -6, -kTextMargin),
                     Qt::AlignBottom | Qt::AlignHCenter, caption_);
    // Outwards of the face, and not over one another: neighbours are often bad together.
    std::vector<QRectF> taken;
    for (const int point : worst_) {
        const QString text = in_pixels_ ? pixelText(errorOf(point)) : percentText(errorOf(point));
        const QPointF at = placeOf(point);
        const bool left = at.x() < width() / 2.0;
        const double gap = radiusOf(point) + 3;
        const QSizeF size(fontMetrics().horizontalAdvance(text) + 2, fontMetrics().height());
        QRectF place(
            {left ? at.x() - gap - size.width() : at.x() + gap, at.y() - size.height() / 2}, size);
        place.moveLeft(std::clamp(place.left(), 2.0, std::max(2.0, width() - size.width() - 2)));
        if (std::any_of(taken.begin(), taken.end(),
                        [&](const QRectF& other) { return other.intersects(place); }))
            continue;
        taken.push_back(place);
        // Neighbours' circles may lie behind it.
        QPainterPath letters;
        letters.addText(place.left() + 1, place.top() + fontMetrics().ascent(), painter.font(),
                        text);
        painter.strokePath(letters, QPen(palette().color(QPalette::Base), 3, Qt::SolidLine,
                                         Qt::RoundCap, Qt::RoundJoin));
        painter.fillPath(letters, palette().color(QPalette::Text));
    }
}

void CaseErrorFace::readOut(int point) {
    if (point == read_)
        return;
    read_ = point;
    update();
}

void CaseErrorFace::mouseMoveEvent(QMouseEvent* event) {
    const auto place_of = [this](int point) {
        return mean_.is_labelled(point) ? std::optional(placeOf(point)) : std::nullopt;
    };
    readOut(nearestPlace(mean_.size(), event->position(), 14, place_of).value_or(-1));
}

void CaseErrorFace::leaveEvent(QEvent*) {
    readOut(-1);
}

void CaseErrorFace::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    readOut(-1);
}

void CaseErrorFace::keyPressEvent(QKeyEvent* event) {
    const bool right = event->key() == Qt::Key_Right;
    if ((!right && event->key() != Qt::Key_Left) || mean_.empty())
        return QWidget::keyPressEvent(event);
    const int count = mean_.size();
    readOut(read_ < 0 ? (right ? 0 : count - 1) : (read_ + (right ? 1 : count - 1)) % count);
}

}  // namespace rudolph
