#pragma once

#include <filesystem>
#include <vector>

#include "core/runs/run.h"

namespace rudolph {

/// Throws Error when the folder holds no run or a broken one.
RunRecord read_run(const std::filesystem::path& folder);
/// Best first or any order: as the file has them. Throws Error with the line that is broken.
std::vector<CasePrediction> read_predictions(const std::filesystem::path& folder);

/// All runs in a folder, newest first; broken ones become problems.
struct RunList {
    std::vector<RunRecord> runs;
    std::vector<Problem> problems;
};
RunList list_runs(const std::filesystem::path& folder);

}  // namespace rudolph
