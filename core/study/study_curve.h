#pragma once

#include <vector>

#include "core/runs/run_index.h"

namespace rudolph {

/// A figure of the epochs of several runs as one line with a band.
struct StudyCurve {
    std::vector<int> epochs;
    std::vector<double> mean;
    std::vector<double> low;   ///< the lowest of the runs
    std::vector<double> high;  ///< the highest
};

/// As far as all of the runs have come: beyond, the mean would be of others.
StudyCurve study_curve(const std::vector<RunEntryPtr>& runs, double EpochMetrics::*value);

}  // namespace rudolph
