#pragma once

#include <QPainter>
#include <QRectF>
#include <array>
#include <optional>

#include "core/geometry/box.h"

namespace rudolph {

/// The places of a frame that one can drag. Turn stands off the frame.
enum class Handle {
    None,
    TopLeft,
    Top,
    TopRight,
    Right,
    BottomRight,
    Bottom,
    BottomLeft,
    Left,
    Turn
};

/// A rectangle in the viewport with handles of a fixed size on the screen. Handles that would
/// crowd each other are left out: those in the middle of short sides.
class HandleFrame {
public:
    enum class Turning { No, Yes };
    /// The handle that turns stands above the frame, or below where there is no room above.
    HandleFrame(const QRectF& frame_in_view, const QRectF& viewport, Turning turning);

    const QRectF& rect() const { return frame_; }
    /// Empty: the frame has no such handle.
    std::optional<QPointF> placeOf(Handle handle) const;
    /// The handle at a place, within 7 pixels.
    Handle handleAt(QPointF in_view) const;
    void paint(QPainter& painter) const;

private:
    QRectF frame_;
    Turning turning_;
    bool turns_below_ = false;
};

Qt::CursorShape cursorFor(Handle handle);

/// The box after one of its handles was dragged by `by`; sides stop at `smallest` before they pass
/// each other, and a side without length keeps none. With `keep_aspect`, both sides grow alike.
Box resized(const Box& box, Handle handle, const Point& by, bool keep_aspect, double smallest);
/// Takes the places in one box to those in another. A side without length is only shifted.
Affine boxFromBox(const Box& to, const Box& from);

/// A rectangle that shows on any picture: bright with a dark edge.
void paintBand(QPainter& painter, const QRectF& in_view, Qt::PenStyle style);

}  // namespace rudolph
