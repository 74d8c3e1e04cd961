#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/dataset/dataset.h"
#include "core/eval/metrics.h"

namespace rudolph {

/// A picture of faces from all over a data set with their truth in green.
void write_truth_sheet(const std::filesystem::path& file, const Dataset& dataset, int faces);

/// A picture of the worst and, below, the best results: truth in green circles, prediction in red
/// crosses. `faces` of them, half each; `predicted` is the scheme of the results' points, `what`
/// says what was measured ("nose-tip on 48 validation faces").
void write_case_sheet(const std::filesystem::path& file, const Dataset& dataset,
                      const EvaluationReport& report, const LandmarkScheme& predicted, int faces,
                      const std::string& what);

}  // namespace rudolph
