#pragma once

#include <QPainter>
#include <functional>

#include "ui/canvas/paint_edited_face.h"

namespace rudolph {

class FaceView;

/// A round glass beside the cursor: the picture four times as large as the view shows it, about one
/// place of the image, with a crosshair there.
struct Lens {
    QPointF centre_in_view;
    QPointF about_in_image;
    double scale = 1;      ///< pixels of the screen for one of the image
    bool is_above = true;  ///< the cursor

    QPointF viewFromImage(const Point& in_image) const;
};

inline constexpr double kLensRadius = 72;  // screen pixels

/// Above and to the right of the cursor, on the other side where the viewport ends.
Lens lensBeside(const FaceView& view, QPointF cursor_in_view, QPointF about_in_image);

/// The picture, then what `paint_over` adds with Lens::viewFromImage, then the crosshair and beside
/// the glass the label, if there is one.
void paintLens(QPainter& painter, const FaceView& view, const Lens& lens,
               const std::function<void(const ToView&)>& paint_over, const QString& label);

}  // namespace rudolph
