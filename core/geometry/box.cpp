#include "core/geometry/box.h"

#include <algorithm>

namespace rudolph {

Box squared(const Box& box, double scale) {
    const double side = std::max(box.width, box.height) * scale;
    const Point centre = box.centre();
    return {centre.x - side / 2, centre.y - side / 2, side, side};
}

}  // namespace rudolph
