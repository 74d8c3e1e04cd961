#pragma once

#include <QColor>
#include <QPainter>
#include <QPainterPath>
#include <functional>

#include "core/geometry/landmark_scheme.h"

namespace rudolph {

enum class PointRole { Truth, Prediction };

/// The colours of LOOK: the brighter ones, as points lie on photographs.
QColor colourOf(PointRole role);

/// Draws points on whatever `painter` paints on, in its pixels: circles for truth, crosses for
/// predictions, each with a dark outline; lines at 60 % opacity. `to_view` takes a point of the
/// image to the painter's pixels; `radius` in the painter's pixels. One function for the large
/// view, the strip and the galleries, so that they look alike.
void paintLandmarks(QPainter& painter, const Landmarks& points_in_image,
                    const LandmarkScheme& scheme, PointRole role,
                    const std::function<QPointF(const Point&)>& to_view, double radius,
                    bool lines = true, bool numbers = false);

/// The radius of a face's points on the painter: `usual`, or less where the face is so small there
/// that its many points would hide each other and the face.
double pointRadius(const Landmarks& points_in_image,
                   const std::function<QPointF(const Point&)>& to_view, double usual);

/// A scheme's lines through the points that are labelled.
QPainterPath schemeLines(const Landmarks& points_in_image, const LandmarkScheme& scheme,
                         const std::function<QPointF(const Point&)>& to_view);

/// Its lines alone, and its numbers alone, for whoever draws the points in another way.
void paintSchemeLines(QPainter& painter, const Landmarks& points_in_image,
                      const LandmarkScheme& scheme, PointRole role,
                      const std::function<QPointF(const Point&)>& to_view, double radius);
void paintPointNumbers(QPainter& painter, const Landmarks& points_in_image,
                       const std::function<QPointF(const Point&)>& to_view, double radius);

}  // namespace rudolph
