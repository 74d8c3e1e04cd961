#include "core/train/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rudolph {
namespace {

constexpr double kOneCycleStart = 25;
constexpr double kOneCycleEnd = 1e4;
constexpr double kOneCycleRise = 0.3;

/// From `a` to `b` along half a cosine, `share` of the way.
double along_cosine(double a, double b, double share) {
    return b + (a - b) * (1 + std::cos(std::numbers::pi * std::clamp(share, 0.0, 1.0))) / 2;
}

double one_cycle(double rise, double highest, double done) {
    const double start = highest / kOneCycleStart;
    return done < rise ? along_cosine(start, highest, done / rise)
                       : along_cosine(highest, start / kOneCycleEnd, (done - rise) / (1 - rise));
}

}  // namespace

double scheduled_rate(const ScheduleSpec& schedule, double highest, double epochs_done,
                      int epochs) {
    const double done = std::clamp(epochs_done / std::max(1, epochs), 0.0, 1.0);
    if (schedule.kind == ScheduleKind::OneCycle)
        return one_cycle(schedule.warm_up > 0 ? schedule.warm_up : kOneCycleRise, highest, done);
    if (done < schedule.warm_up)
        // Not quite 0 at the very start, where a step would do nothing.
        return highest * std::max(done / schedule.warm_up, 1e-3);
    switch (schedule.kind) {
        case ScheduleKind::Step:
            return highest *
                   std::pow(schedule.step_factor, std::floor(epochs_done / schedule.step_epochs));
        case ScheduleKind::Cosine:
            return along_cosine(highest, 0, (done - schedule.warm_up) / (1 - schedule.warm_up));
        default:
            return highest;
    }
}

}  // namespace rudolph
