#include "core/train/resume_job.h"

#include "core/base/error.h"
#include "core/runs/run_reader.h"

namespace rudolph {

TrainJob resume_job(const std::filesystem::path& run, int epochs) {
    const RunRecord record = read_run(run);
    TrainJob job;
    job.experiment = record.experiment;
    job.resume = record.folder;
    job.runs = record.folder.parent_path();
    if (record.summary.state == RunState::Running)
        throw Error("this run is still going on", {record.folder}, "stop it first");
    if (epochs > 0)
        job.experiment.epochs = epochs;
    const auto done = static_cast<int>(record.epochs.size());
    // What was cut short after the last epoch has its best network still to measure.
    const bool measures =
        job.experiment.epochs == done && record.summary.state != RunState::Finished;
    if (job.experiment.epochs <= done && !measures)
        throw Error("all " + std::to_string(done) + " epochs of this run are done", {record.folder},
                    "give a larger number of epochs to go on");
    return job;
}

}  // namespace rudolph
