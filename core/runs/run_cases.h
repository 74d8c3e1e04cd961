#pragma once

#include "core/runs/run.h"

namespace rudolph {

/// The cases of a run as its files have them; none where it has measured no face yet. Pictures that
/// have moved are looked for in `open`, see find_moved_pictures(). Throws Error.
std::vector<CasePrediction> read_cases(const RunRecord& run, const Dataset* open = nullptr);

/// Finds the pictures of cases that are not where they were during the training: the run comes from
/// another machine, or a folder has another name now. Such a case gets the picture of the set's
/// face with its id, where that has the same file name; everything else of it stays. Returns the
/// places of the cases whose picture is still missing. `open` may be null.
std::vector<int> find_moved_pictures(std::vector<CasePrediction>& cases, const Dataset* open);

}  // namespace rudolph
