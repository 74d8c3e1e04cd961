#include "core/study/study_curve.h"

#include <algorithm>

namespace rudolph {

StudyCurve study_curve(const std::vector<RunEntryPtr>& runs, double EpochMetrics::*value) {
    StudyCurve curve;
    if (runs.empty())
        return curve;
    size_t length = runs.front()->run.epochs.size();
    for (const RunEntryPtr& run : runs)
        length = std::min(length, run->run.epochs.size());
    for (size_t i = 0; i < length; ++i) {
        const double first = runs.front()->run.epochs[i].*value;
        double sum = 0;
        double low = first;
        double high = first;
        for (const RunEntryPtr& run : runs) {
            const double figure = run->run.epochs[i].*value;
            sum += figure;
            low = std::min(low, figure);
            high = std::max(high, figure);
        }
        curve.epochs.push_back(runs.front()->run.epochs[i].epoch);
        curve.mean.push_back(sum / static_cast<double>(runs.size()));
        curve.low.push_back(low);
        curve.high.push_back(high);
    }
    return curve;
}

}  // namespace rudolph
