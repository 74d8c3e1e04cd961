#pragma once

#include <QRectF>
#include <algorithm>
#include <vector>

namespace rudolph {

/// Moves boxes up and down, as little as keeps their order, until those that share a piece of x do
/// not lie over one another and none is below `bottom`. They come sorted by y and may be pushed out
/// at the top, where there are too many for the room. Boxes side by side leave each other alone.
inline void spreadLabels(std::vector<QRectF>& boxes, double bottom) {
    const auto meet = [](const QRectF& a, const QRectF& b) {
        return a.left() < b.right() && b.left() < a.right();
    };
    for (size_t i = 1; i < boxes.size(); ++i)
        for (size_t above = 0; above < i; ++above)
            if (meet(boxes[above], boxes[i]))
                boxes[i].moveTop(std::max(boxes[i].top(), boxes[above].bottom()));
    // Then up again where they have left the plot.
    for (size_t i = boxes.size(); i-- > 0;) {
        boxes[i].moveBottom(std::min(boxes[i].bottom(), bottom));
        for (size_t below = i + 1; below < boxes.size(); ++below)
            if (meet(boxes[below], boxes[i]))
                boxes[i].moveBottom(std::min(boxes[i].bottom(), boxes[below].top()));
    }
}

}  // namespace rudolph
