#include "core/runs/predicted_scheme.h"

#include "core/base/error.h"

namespace rudolph {

LandmarkScheme predicted_scheme(const RunRecord& run, int points) {
    try {
        const LandmarkScheme whole = builtin_scheme(run.summary.scheme);
        LandmarkScheme predicted = subset(whole, target_indices(run.experiment.target, whole));
        if (predicted.size() == points)
            return predicted;
    } catch (const Error&) {
        // Not a scheme that comes with the program.
    }
    return numbered_points(points);
}

}  // namespace rudolph
