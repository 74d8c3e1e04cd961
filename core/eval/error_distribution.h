#pragma once

#include <vector>

namespace rudolph {

/// The cumulative error distribution (CED), as the steps of a line that begins at (0, 0) and ends
/// at the limit. C. Sagonas et al., 300 Faces In-the-Wild Challenge, ICCVW 2013, compare methods by
/// it.
struct ErrorDistribution {
    std::vector<double> errors;  ///< rising
    std::vector<double> shares;  ///< of the faces whose error is at most that
};

/// Errors that are no numbers count neither as good nor as bad, as in auc() and failure_rate().
ErrorDistribution error_distribution(std::vector<double> errors, double limit);

}  // namespace rudolph
