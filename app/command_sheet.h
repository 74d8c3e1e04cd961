#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/dataset/dataset.h"
#include "core/eval/metrics.h"

namespace rudolph {

/// A picture of faces from all over a data set with their truth in green. Faces of the pictures
/// `not_drawn` are left out.
void write_truth_sheet(const std::filesystem::path& file, const Dataset& dataset, int faces,
                       const std::vector<std::filesystem::path>& not_drawn = {});

/// A picture of the worst results and then the best, `faces` together (of no more than that, all of
/// them, the worst first): truth in green circles, prediction in red crosses, below each the error.
/// `predicted` is the scheme of the results' points; the title names the `experiment` and what was
/// `measured` ("48 validation faces"). Faces of the pictures `not_drawn` are left out.
void write_case_sheet(const std::filesystem::path& file, const Dataset& dataset,
                      const EvaluationReport& report, const LandmarkScheme& predicted, int faces,
                      const std::string& experiment, const std::string& measured,
                      const std::vector<std::filesystem::path>& not_drawn = {});

}  // namespace rudolph
