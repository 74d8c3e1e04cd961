#include "core/train/rate_finder.h"

#include <algorithm>

namespace rudolph {
namespace {

constexpr size_t kIgnored = 5;     ///< first steps, when the mean is not smooth yet
constexpr size_t kSlopeReach = 3;  ///< steps to either side that a slope is measured over

}  // namespace

double suggested_rate(const std::vector<RateCurve::Step>& steps) {
    // What comes after the lowest loss is on its way up.
    const auto lowest =
        std::min_element(steps.begin(), steps.end(),
                         [](const auto& a, const auto& b) { return a.smoothed < b.smoothed; });
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
