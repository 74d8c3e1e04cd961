#include "core/geometry/landmarks.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace rudolph {

Landmarks::Landmarks(std::vector<Point> all_visible)
    : points(std::move(all_visible)), visibility(points.size(), Visibility::Visible) {}

Landmarks transformed(const Affine& to_from, const Landmarks& points_in_from) {
    Landmarks result = points_in_from;
    for (Point& point : result.points)
        point = to_from(point);
    return result;
}

Landmarks subset(const Landmarks& landmarks, const std::vector<int>& indices) {
    Landmarks result;
    for (const int i : indices) {
        result.points.push_back(landmarks.points.at(static_cast<size_t>(i)));
        result.visibility.push_back(landmarks.visibility.at(static_cast<size_t>(i)));
    }
    return result;
}

Box bounding_box(const Landmarks& landmarks) {
    constexpr double far = std::numeric_limits<double>::infinity();
    Point low(far, far);
    Point high(-far, -far);
    for (int i = 0; i < landmarks.size(); ++i) {
        if (!landmarks.is_labelled(i))
            continue;
        const Point& point = landmarks.points[static_cast<size_t>(i)];
        low = {std::min(low.x, point.x), std::min(low.y, point.y)};
        high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
    if (low.x > high.x)
        return {};
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

}  // namespace rudolph
