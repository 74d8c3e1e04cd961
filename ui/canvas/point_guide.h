#pragma once

#include <optional>
#include <vector>

#include "core/geometry/landmarks.h"

namespace rudolph {

/// Leads through the points of a scheme: which one is due, from what happened to the places of all
/// since it last looked.
class PointGuide {
public:
    /// Looks at a face for the first time.
    void restart();
    /// While it is off, it only looks.
    void setOn(bool on) { on_ = on; }
    /// After `due` the next one without a place once it got its own; back to the first that lost
    /// its place.
    std::optional<int> follow(const Landmarks& points, int scheme_size, std::optional<int> due);

private:
    bool on_ = true;
    std::vector<bool> had_place_;  ///< of each point, when it last looked
};

}  // namespace rudolph
