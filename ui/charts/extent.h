#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace rudolph {

/// The values that were seen, as far as the axis can show them.
struct Extent {
    double lowest = std::numeric_limits<double>::infinity();
    double lowest_positive = std::numeric_limits<double>::infinity();
    double highest = -std::numeric_limits<double>::infinity();

    bool empty() const { return highest < lowest; }
    void include(double value) {
        if (!std::isfinite(value))
            return;
        lowest = std::min(lowest, value);
        highest = std::max(highest, value);
        if (value > 0)
            lowest_positive = std::min(lowest_positive, value);
    }
    void include(const Extent& other) {
        include(other.lowest);
        include(other.highest);
        include(other.lowest_positive);
    }
};

}  // namespace rudolph
