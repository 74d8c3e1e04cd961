#pragma once

#include "core/geometry/affine.h"

namespace rudolph {

/// An upright rectangle in pixels of an image: from (left, top) to (left + width, top + height),
/// sub-pixel, in the convention of Landmarks.
struct Box {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;

    bool empty() const { return !(width > 0 && height > 0); }
    double right() const { return left + width; }
    double bottom() const { return top + height; }
    Point centre() const { return {left + width / 2, top + height / 2}; }

    bool operator==(const Box&) const = default;
};

/// A square box about the same centre whose side is `scale` times the longer side.
Box squared(const Box& box, double scale = 1.0);

}  // namespace rudolph
