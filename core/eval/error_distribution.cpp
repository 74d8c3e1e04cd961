#include "core/eval/error_distribution.h"

#include <algorithm>
#include <cmath>

namespace rudolph {

ErrorDistribution error_distribution(std::vector<double> errors, double limit) {
    std::erase_if(errors, [](double error) { return !std::isfinite(error); });
    std::sort(errors.begin(), errors.end());
    ErrorDistribution steps{{0}, {0}};
    const auto count = static_cast<double>(errors.size());
    for (size_t i = 0; i < errors.size() && errors[i] <= limit; ++i) {
        const double share = static_cast<double>(i + 1) / count;
        if (errors[i] == steps.errors.back()) {
            steps.shares.back() = share;
            continue;
        }
        steps.errors.push_back(errors[i]);
        steps.shares.push_back(share);
    }
    if (steps.errors.back() < limit) {
        steps.errors.push_back(limit);
        steps.shares.push_back(steps.shares.back());
    }
    return steps;
}

}  // namespace rudolph
