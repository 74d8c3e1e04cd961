#pragma once

#include <filesystem>
#include <vector>

#include "core/runs/run.h"

namespace rudolph {

/// Writes a run folder as the training goes; every file atomically. Used by one thread.
class RunWriter {
public:
    /// Makes a new folder `runs`/NAME-YYYYMMDD-HHMMSS (with "-2" when that exists) and writes
    /// experiment.json and split.json. Throws Error when that cannot be done.
    RunWriter(const std::filesystem::path& runs, const Experiment& experiment,
              const Dataset& dataset, const Split& split);

    /// Goes on in the folder of a run, with its experiment as it is now (more epochs).
    RunWriter(const std::filesystem::path& folder, const Experiment& experiment);

    const std::filesystem::path& folder() const { return folder_; }
    std::filesystem::path best_weights() const { return folder_ / "best.safetensors"; }
    std::filesystem::path last_weights() const { return folder_ / "last.safetensors"; }
    void write_metrics(const std::vector<EpochMetrics>& epochs) const;       ///< metrics.csv
    void write_predictions(const std::vector<CasePrediction>& cases) const;  ///< predictions.csv
    void write_summary(const RunSummary& summary) const;  ///< summary.json, with this process's id

private:
    std::filesystem::path folder_;
    std::filesystem::path pictures_;  ///< the folder that predictions.csv is relative to
};

}  // namespace rudolph
