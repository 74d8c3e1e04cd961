#pragma once

#include "core/eval/stress.h"
#include "core/predict/confidence.h"
#include "core/predict/predictor.h"

namespace rudolph {

/// Measures a model on hard faces made from the samples (see stress_degradations): one row for each
/// way that applies to the model, the plain faces first. Each picture is decoded once. Calibrated
/// models look at faces as at photographs', and the rows tell how sure they are. Errors, problems
/// and threads are those of evaluate(); progress counts faces.
std::vector<StressRow> evaluate_stress(Predictor& predictor, const Dataset& dataset,
                                       const std::vector<int>& samples,
                                       std::vector<Problem>& problems,
                                       const CancelToken& cancel = {},
                                       const ProgressCallback& progress = {});

/// The same, and what a model's confidence is calibrated on: all these faces, plain and hard, and
/// for models that cut faces out, boxes beside the faces, where no face is. Takes longer for models
/// that do not average over mirror images.
std::vector<StressRow> evaluate_stress(Predictor& predictor, const Dataset& dataset,
                                       const std::vector<int>& samples,
                                       std::vector<JudgedFace>& judged,
                                       std::vector<Problem>& problems,
                                       const CancelToken& cancel = {},
                                       const ProgressCallback& progress = {});

}  // namespace rudolph
