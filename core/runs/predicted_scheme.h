#pragma once

#include "core/runs/run.h"

namespace rudolph {

/// The scheme of a run's predictions: the part of its data set's scheme that is its target, or
/// numbered points where that scheme is not one that comes with the program.
LandmarkScheme predicted_scheme(const RunRecord& run, int points);

}  // namespace rudolph
