#pragma once

#include "core/eval/stress.h"
#include "core/predict/predictor.h"

namespace rudolph {

/// How a model does on faces that were made hard in one way. NaN where there is no face.
struct StressRow {
    Degradation degradation;
    int faces = 0;
    double nme = 0;         ///< a fraction, mean over faces
    double error_px = 0;    ///< pixels of the image
    double fr_08 = 0;       ///< share of faces with NME above 0.08
    double over_plain = 0;  ///< NME (else error) over that of the same faces left as they are
    CollapseGauge collapse;
};

/// Measures a model on hard faces made from the samples (see stress_degradations): one row for each
/// way that applies to the model, the plain faces first. Each picture is decoded once. Errors,
/// problems and threads are those of evaluate(); progress counts faces.
std::vector<StressRow> evaluate_stress(Predictor& predictor, const Dataset& dataset,
                                       const std::vector<int>& samples,
                                       std::vector<Problem>& problems,
                                       const CancelToken& cancel = {},
                                       const ProgressCallback& progress = {});

}  // namespace rudolph
