#pragma once

#include <vector>

#include "core/train/trainer.h"

namespace rudolph {

/// What a learning-rate range test has seen: L. N. Smith, Cyclical Learning Rates for Training
/// Neural Networks, WACV 2017, section 3.3.
struct RateCurve {
    struct Step {
        double rate = 0;
        double loss = 0;      ///< of the experiment, of this batch
        double smoothed = 0;  ///< running mean of the losses, corrected for its start
    };
    std::vector<Step> steps;  ///< rates rising by the same factor
    double suggested = 0;     ///< 0 when no rate makes the loss fall
    /// By what share the smoothed loss fell on the way: where that is little, the valley may be
    /// chance.
    double fall = 0;
};

/// Where the smoothed loss falls fastest for a step, without the first and last few: a good highest
/// rate for one-cycle, and safe for the others.
double suggested_rate(const std::vector<RateCurve::Step>& steps);
/// From what the smoothed loss was once it had settled to its lowest, as a share of the former; 0
/// where it never fell.
double loss_fall(const std::vector<RateCurve::Step>& steps);
/// A fall of less than this share says little.
inline constexpr double kClearFall = 0.05;

}  // namespace rudolph
