#include "core/train/rate_finder.h"

#include <algorithm>

namespace rudolph {
namespace {

constexpr size_t kIgnored = 5;     ///< first steps, when the mean is not smooth yet
constexpr size_t kSlopeReach = 3;  ///< steps to either side that a slope is measured over

/// The first few may be low by chance: nothing is smoothed yet.
auto lowest_of(const std::vector<RateCurve::Step>& steps) {
    const auto settled = static_cast<long>(std::min(kIgnored, steps.size()));
    return std::min_element(steps.begin() + settled, steps.end(),
                            [](const auto& a, const auto& b) { return a.smoothed < b.smoothed; });
}

}  // namespace

double loss_fall(const std::vector<RateCurve::Step>& steps) {
    if (steps.size() <= kIgnored || !(steps[kIgnored].smoothed > 0))
        return 0;
    const double fall = 1 - lowest_of(steps)->smoothed / steps[kIgnored].smoothed;
    return std::max(0.0, fall);
}

double suggested_rate(const std::vector<RateCurve::Step>& steps) {
    // What comes after the lowest loss is on its way up.
    const auto lowest = lowest_of(steps);
    const auto end = static_cast<size_t>(lowest - steps.begin());
    double steepest = 0;
    double rate = 0;
    for (size_t i = kIgnored + kSlopeReach; i + kSlopeReach <= end; ++i) {
        const double slope = steps[i + kSlopeReach].smoothed - steps[i - kSlopeReach].smoothed;
        if (slope < steepest) {
            steepest = slope;
            rate = steps[i].rate;
        }
    }
    return rate;
}

}  // namespace rudolph
