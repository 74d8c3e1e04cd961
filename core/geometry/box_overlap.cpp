#include "core/geometry/box_overlap.h"

#include <algorithm>

namespace rudolph {

double common_area(const Box& a, const Box& b) {
    const double width = std::min(a.right(), b.right()) - std::max(a.left, b.left);
    const double height = std::min(a.bottom(), b.bottom()) - std::max(a.top, b.top);
    return width > 0 && height > 0 ? width * height : 0;
}

double intersection_over_union(const Box& a, const Box& b) {
    const double common = common_area(a, b);
    return common > 0 ? common / (a.width * a.height + b.width * b.height - common) : 0;
}

}  // namespace rudolph
