#pragma once

#include "core/eval/metrics.h"
#include "core/predict/predictor.h"

namespace rudolph {

/// Runs a model over samples of a data set with points and measures it. Decodes on all processors.
/// Faces of another scheme are measured in the points that both have (see Yardstick); throws Error
/// when there are none. Pictures that do not decode are left
/// out and named in `problems`.
EvaluationReport evaluate(Predictor& predictor, const Dataset& dataset,
                          const std::vector<int>& samples, std::vector<Problem>& problems,
                          const CancelToken& cancel = {}, const ProgressCallback& progress = {});

}  // namespace rudolph
