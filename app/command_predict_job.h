#pragma once

#include "app/command_predict_options.h"

namespace rudolph {

/// Predicts everything that is asked for. Returns the exit status: kSuccess, kJobFailed when
/// something could not be read or written, kFaceMissed when a photo or video that could be read
/// shows no face that was found for sure. Throws Error and Cancelled.
int predict(const PredictOptions& options);

}  // namespace rudolph
