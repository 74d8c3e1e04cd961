#include "core/study/study_training.h"

#include <algorithm>
#include <system_error>

#include "core/base/error.h"
#include "core/dataset/split.h"
#include "core/runs/run_files.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_reader.h"
#include "core/train/resume_job.h"

namespace rudolph {

std::optional<StudyTraining> next_training(const std::filesystem::path& folder, const Study& study,
                                           const StudyRuns& runs, const std::set<int>& taken,
                                           bool failed_again) {
    for (int part = 0; part < study.parts; ++part) {
        if (taken.contains(part))
            continue;
        const auto& run = runs.parts[static_cast<size_t>(part)];
        const RunState state = run ? run->summary.state : RunState::Stopped;
        const bool is_broken_off = state == RunState::Stopped || state == RunState::Interrupted;
        if (run && is_broken_off && is_there(run->folder / kCheckpointFile))
            return StudyTraining{part, resume_job(run->folder)};
        if (is_broken_off || (failed_again && state == RunState::Failed))
            return StudyTraining{part, {experiment_of_part(study, part), nullptr, folder}};
    }
    return {};
}

int trainings_at_once(const StudyRuns& runs, int processors) {
    for (const auto& run : runs.parts) {
        if (!run || run->summary.state != RunState::Finished)
            continue;
        const RunSummary& summary = run->summary;
        // Threads that meet in every layer sum in another order than one, so they are kept.
        const bool needs_one =
            summary.device == "cpu" && (summary.threads == 1 || summary.split_batch);
        return needs_one ? std::max(1, processors) : 1;
    }
    return 1;
}

std::filesystem::path begin_study(const std::filesystem::path& runs, const Study& study,
                                  const Dataset& dataset) {
    make_split(dataset, experiment_of_part(study, 0).split);
    return make_study(runs, study);
}

bool has_failed(const StudyRuns& runs, int part) {
    const auto& run = runs.parts[static_cast<size_t>(part)];
    return run && run->summary.state == RunState::Failed;
}

std::filesystem::path make_study_of_run(const std::filesystem::path& run_folder, int seeds) {
    const RunRecord run = read_run(run_folder);
    const std::filesystem::path runs = run_folder.parent_path();
    if (run.summary.state != RunState::Finished)
        throw Error("only a finished run becomes the first of a study", {run_folder},
                    "let its training end first");
    if (is_study(runs))
        throw Error("the run belongs to a study already", {run_folder}, "go on with that study");
    std::filesystem::path study = make_study(runs, {StudyKind::Seeds, seeds, run.experiment});
    std::error_code failed;
    std::filesystem::rename(run_folder, study / run_folder.filename(), failed);
    if (failed) {
        std::error_code ignored;
        std::filesystem::remove_all(study, ignored);
        throw Error("the run cannot be moved into a study: " + failed.message(), {run_folder},
                    "see whether its folder may be written to");
    }
    return study;
}

}  // namespace rudolph
