#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/formats/open_dataset.h"

namespace CLI {
class App;
}

namespace rudolph {

/// What commands that train are given: an experiment, its data, and where runs go.
struct ExperimentOptions {
    OpenOptions open;
    std::string experiment;
    std::vector<std::string> data;
    std::vector<std::string> settings;
    std::string runs = "runs";
    std::string device;
};

/// EXPERIMENT, --data with its options, --set, --runs and --device.
void add_experiment_options(CLI::App& command, ExperimentOptions& options);

/// The data set that was named, absolute; several are joined first.
std::string data_of(const ExperimentOptions& options);
/// Throws UsageError where the experiment or its data are missing, Error where a setting is wrong.
Experiment experiment_of(ExperimentOptions options);

/// Opens the experiment's data, notes in it how that was done, and tells how many problems they
/// have. `goes_on`: the experiment is that of a run, whose way to open them it keeps.
std::shared_ptr<const Dataset> open_data_of(Experiment& experiment,
                                            const ExperimentOptions& options, bool goes_on);

}  // namespace rudolph
