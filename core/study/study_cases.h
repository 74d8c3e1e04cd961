#pragma once

#include <vector>

#include "core/study/study.h"

namespace rudolph {

/// The faces of a study, each once.
struct StudyCases {
    /// Errors are the means over the runs that have the face; the points are the mean of their
    /// predictions, whose own error may be smaller.
    std::vector<CasePrediction> cases;
    /// How much the error of each differs from run to run: the sample standard deviation of its
    /// NME, or of its error in pixels where that is unknown; NaN where one run has it.
    std::vector<double> deviations;
    std::vector<int> runs;  ///< how many have it
};

/// `runs`: the cases of each finished run. In the order in which faces come first. Of a face that
/// runs measured with different points the first run's alone count.
StudyCases study_cases(const std::vector<std::vector<CasePrediction>>& runs);

}  // namespace rudolph
