#include "ui/canvas/point_guide.h"

#include <utility>

#include "ui/canvas/face_edit.h"

namespace rudolph {

void PointGuide::restart() {
    had_place_.clear();
}

std::optional<int> PointGuide::follow(const Landmarks& points, int scheme_size,
                                      std::optional<int> due) {
    const std::vector<bool> had =
        std::exchange(had_place_, std::vector<bool>(static_cast<size_t>(scheme_size), false));
    for (const int i : labelledPoints(points))
        if (i < scheme_size)
            had_place_[static_cast<size_t>(i)] = true;
    if (!on_)
        return due;
    if (had.size() != had_place_.size())
        return nextUnlabelled(points, scheme_size, 0);
    for (size_t i = 0; i < had.size(); ++i)
        if (had[i] && !had_place_[i])
            return static_cast<int>(i);
    if (!due)
        return nextUnlabelled(points, scheme_size, 0);
    const auto at = static_cast<size_t>(*due);
    return had_place_[at] && !had[at] ? nextUnlabelled(points, scheme_size, *due + 1) : due;
}

}  // namespace rudolph
