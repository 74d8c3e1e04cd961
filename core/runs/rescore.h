#pragma once

#include "core/runs/run.h"

namespace rudolph {

/// A run's cases measured against the truth as a data set has it now, which someone may have mended
/// since the training.
struct Rescored {
    std::vector<CasePrediction> cases;  ///< in the order they were given
    RunSummary summary;                 ///< the run's; with other figures where a truth has changed
    std::vector<int> changed;           ///< places of the cases whose truth is another one now
    std::vector<int> missing;  ///< those that have no truth in the set (any more): as they were
};

/// Moves below a hundredth of a pixel are rounding of a file format. Cases are found by their id.
/// Throws Error when the data set's points are not those that the run was measured on. Decodes the
/// pictures of changed faces whose size the data set does not say yet.
Rescored rescore(const RunRecord& run, const std::vector<CasePrediction>& cases,
                 const Dataset& dataset);

/// Writes cases and figures into the run folder, both or neither. Throws Error; also when the run
/// is still being trained, which would write them over.
void keep_rescored(const std::filesystem::path& run_folder, const Rescored& rescored);

}  // namespace rudolph
