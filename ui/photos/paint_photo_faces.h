#pragma once

#include <QColor>
#include <QPainter>
#include <functional>

#include "core/geometry/landmark_scheme.h"
#include "core/predict/photo.h"

namespace rudolph {

/// How the faces that a model found are drawn on a photograph.
struct PhotoFaceLook {
    enum class Marker { Cross, Diamond };

    QColor colour;  ///< of points and lines
    Marker marker = Marker::Cross;
    double radius = 3.5;  ///< in the painter's pixels
    bool lines = true;
    bool numbers = false;
    bool quiet = false;  ///< another face is the chosen one
};

/// The colour of the model's points, that of predictions everywhere.
QColor photoFaceColour();

/// Draws the points of a face with its lines. What the model is not sure of looks so: a doubtful
/// face is paler and its lines are dashed; a doubtful point is smaller, and its marker hollow.
void paintPhotoFace(QPainter& painter, const PhotoFace& face, const LandmarkScheme& scheme,
                    const std::function<QPointF(const Point&)>& to_view, const PhotoFaceLook& look);

/// The frame of a face that is not the chosen one; dashed for a doubtful one.
void paintPhotoBox(QPainter& painter, const QRectF& in_view, bool doubtful);

/// A small label above a frame (inside it, where there is no room above) that shows on any picture.
void paintPhotoLabel(QPainter& painter, const QRectF& frame_in_view, const QRectF& viewport,
                     const QString& text, bool chosen);

}  // namespace rudolph
