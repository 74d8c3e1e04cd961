#pragma once

#include "core/train/speed.h"

namespace rudolph {

/// See Engine::measure_training.
SpeedReport measure_training(const TrainJob& job, int repeats, const ProgressCallback& progress,
                             const CancelToken& cancel);

}  // namespace rudolph
