#pragma once

#include <QPainter>
#include <QPointF>
#include <functional>
#include <optional>

#include "core/geometry/landmark_scheme.h"

namespace rudolph {

/// Points of one face with the scheme that says how to draw them.
struct PointLayer {
    Landmarks points_in_image;
    LandmarkScheme scheme;  ///< as many points
};

/// What a view draws over its photograph, all in pixels of the image.
struct FaceLayers {
    std::optional<PointLayer> truth;
    std::optional<PointLayer> prediction;
    std::optional<Box> box;
    std::optional<QPointF> marked;  ///< gets a ring
    bool numbers = false;
    bool lines = true;
    bool errors = false;  ///< thin lines from each true point to its prediction
};

/// Where something else draws the face, its truth and its box are left out.
enum class FacePainted { Here, Elsewhere };
void paintFaceLayers(QPainter& painter, const FaceLayers& layers,
                     const std::function<QPointF(const Point&)>& to_view, FacePainted face);

/// A thin bright line with a dark edge from each true point to its prediction.
void paintErrorLines(QPainter& painter, const Landmarks& truth, const Landmarks& prediction,
                     const std::function<QPointF(const Point&)>& to_view);

}  // namespace rudolph
