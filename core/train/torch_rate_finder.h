#pragma once

#include "core/train/rate_finder.h"

namespace rudolph {

/// See Engine::find_learning_rate.
RateCurve find_learning_rate(const TrainJob& job, const ProgressCallback& progress,
                             const CancelToken& cancel);

}  // namespace rudolph
