#include "ui/canvas/draw_edged.h"

namespace rudolph {

void drawEdged(QPainter& painter, const std::function<void()>& draw, const QPen& bright,
               double edge_width) {
    painter.setPen(QPen(on_photograph::kEdge, edge_width));
    draw();
    painter.setPen(bright);
    draw();
}

}  // namespace rudolph
