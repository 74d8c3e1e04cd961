#pragma once

#include "core/eval/stress.h"
#include "core/predict/predictor.h"

namespace rudolph {

/// Measures a model on hard faces made from the samples (see stress_degradations): one row for each
/// way that applies to the model, the plain faces first. Each picture is decoded once. Errors,
/// problems and threads are those of evaluate(); progress counts faces.
std::vector<StressRow> evaluate_stress(Predictor& predictor, const Dataset& dataset,
                                       const std::vector<int>& samples,
                                       std::vector<Problem>& problems,
                                       const CancelToken& cancel = {},
                                       const ProgressCallback& progress = {});

}  // namespace rudolph
