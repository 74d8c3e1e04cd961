#pragma once

#include "core/base/cancel_token.h"
#include "core/train/speed.h"

namespace rudolph {

/// See Engine::estimate_training().
TrainingEstimate estimate_training(const Experiment& experiment, int outputs, int train_faces,
                                   int validation_faces, const CancelToken& cancel);

}  // namespace rudolph
