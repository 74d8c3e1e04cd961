#include "ui/canvas/paint_landmarks.h"

#include <QFontMetricsF>
#include <QPen>
#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/base/palette.h"

namespace rudolph {
namespace {

/// Where the labelled points are on the painter; the others have no value.
using Places = std::vector<std::optional<QPointF>>;

QPainterPath linesOf(const LandmarkScheme& scheme, const Places& places) {
    QPainterPath path;
    for (const Polyline& line : scheme.lines) {
        std::vector<int> order = line.points;
        if (line.closed && !order.empty())
            order.push_back(order.front());
        bool drawing = false;
        for (const int i : order) {
            const auto& place = places[static_cast<size_t>(i)];
            if (place && drawing)
                path.lineTo(*place);
            else if (place)
                path.moveTo(*place);
            drawing = place.has_value();
        }
    }
    return path;
}

void paintLines(QPainter& painter, const LandmarkScheme& scheme, const Places& places,
                const QColor& colour, double radius) {
    const QPainterPath path = linesOf(scheme, places);
    const double width = std::max(1.0, radius * 0.45);
    const QColor dark = faint(on_photograph::kOutline, 0.35);
    const QColor bright = faint(colour, on_photograph::kLineOpacity);
    painter.setBrush(Qt::NoBrush);
    painter.strokePath(path, QPen(dark, width + 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(path, QPen(bright, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void paintCircles(QPainter& painter, const Places& places, const QColor& colour, double radius) {
    painter.setPen(QPen(on_photograph::kOutline, std::max(1.0, radius * 0.35)));
    painter.setBrush(colour);
    for (const auto& place : places)
        if (place)
            painter.drawEllipse(*place, radius, radius);
}

void paintCrosses(QPainter& painter, const Places& places, const QColor& colour, double radius) {
    QPainterPath path;
    // On thumbnails a cross needs arms longer than a circle's radius, or its outline fills it.
    const double arm = std::max(radius * 1.1, 2.5);
    for (const auto& place : places) {
        if (!place)
            continue;
        path.moveTo(*place + QPointF(-arm, -arm));
        path.lineTo(*place + QPointF(arm, arm));
        path.moveTo(*place + QPointF(-arm, arm));
        path.lineTo(*place + QPointF(arm, -arm));
    }
    const double width = std::max(1.2, radius * 0.6);
    painter.setBrush(Qt::NoBrush);
    const double outline = width + std::min(1.8, radius * 0.5);
    painter.strokePath(path, QPen(on_photograph::kOutline, outline, Qt::SolidLine, Qt::RoundCap));
    painter.strokePath(path, QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
}

/// Each number stands outwards of its point, seen from the middle of the face: there it hides
/// least.
void paintNumbers(QPainter& painter, const Places& places, double radius) {
    QPointF sum;
    int count = 0;
    for (const auto& place : places)
        if (place) {
            sum += *place;
            ++count;
        }
    if (count == 0)
        return;
    const QPointF middle = sum / count;
    const QFontMetricsF metrics(painter.font());
    QPainterPath text;
    for (size_t i = 0; i < places.size(); ++i) {
        if (!places[i])
            continue;
        const QString number = QString::number(i);
        QPointF away = *places[i] - middle;
        const double length = std::hypot(away.x(), away.y());
        away = length > 0 ? away / length : QPointF(0, -1);
        const double width = metrics.horizontalAdvance(number);
        const double height = metrics.capHeight();
        const QPointF centre(places[i]->x() + away.x() * (radius + 3 + width / 2),
                             places[i]->y() + away.y() * (radius + 3 + height / 2));
        text.addText(centre + QPointF(-width / 2, height / 2), painter.font(), number);
    }
    painter.strokePath(
        text, QPen(on_photograph::kOutline, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(text, on_photograph::kBright);
}

Places placesOf(const Landmarks& points, const std::function<QPointF(const Point&)>& to_view) {
    Places places(points.points.size());
    for (int i = 0; i < points.size(); ++i)
        if (points.is_labelled(i))
            places[static_cast<size_t>(i)] = to_view(points.points[static_cast<size_t>(i)]);
    return places;
}

}  // namespace

QPainterPath schemeLines(const Landmarks& points_in_image, const LandmarkScheme& scheme,
                         const std::function<QPointF(const Point&)>& to_view) {
    return linesOf(scheme, placesOf(points_in_image, to_view));
}

double pointRadius(const Landmarks& points_in_image,
                   const std::function<QPointF(const Point&)>& to_view, double usual) {
    constexpr int kMany = 12;
    constexpr double kRadiiInFace = 60;
    constexpr double kSmallest = 1.3;
    const auto missing = std::count(points_in_image.visibility.begin(),
                                    points_in_image.visibility.end(), Visibility::NotLabelled);
    if (points_in_image.size() - missing < kMany)
        return usual;
    const Box box = bounding_box(points_in_image);
    const QPointF extent = to_view({box.right(), box.bottom()}) - to_view({box.left, box.top});
    const double side = std::max(std::abs(extent.x()), std::abs(extent.y()));
    return std::min(usual, std::max(side / kRadiiInFace, kSmallest));
}

QColor colourOf(PointRole role) {
    return role == PointRole::Truth ? on_photograph::kTruth : on_photograph::kPrediction;
}

void paintLandmarks(QPainter& painter, const Landmarks& points_in_image,
                    const LandmarkScheme& scheme, PointRole role,
                    const std::function<QPointF(const Point&)>& to_view, double radius, bool lines,
                    bool numbers) {
    const Places places = placesOf(points_in_image, to_view);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = colourOf(role);
    if (lines && scheme.size() == points_in_image.size())
        paintLines(painter, scheme, places, colour, radius);
    if (role == PointRole::Truth)
        paintCircles(painter, places, colour, radius);
    else
        paintCrosses(painter, places, colour, radius);
    if (numbers)
        paintNumbers(painter, places, radius);
    painter.restore();
}

void paintSchemeLines(QPainter& painter, const Landmarks& points_in_image,
                      const LandmarkScheme& scheme, PointRole role,
                      const std::function<QPointF(const Point&)>& to_view, double radius) {
    if (scheme.size() != points_in_image.size())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintLines(painter, scheme, placesOf(points_in_image, to_view), colourOf(role), radius);
    painter.restore();
}

void paintPointNumbers(QPainter& painter, const Landmarks& points_in_image,
                       const std::function<QPointF(const Point&)>& to_view, double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintNumbers(painter, placesOf(points_in_image, to_view), radius);
    painter.restore();
}

}  // namespace rudolph
