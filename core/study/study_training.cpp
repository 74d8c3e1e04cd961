#include "core/study/study_training.h"

#include "core/runs/run_files.h"
#include "core/train/resume_job.h"

namespace rudolph {

std::optional<StudyTraining> next_training(const std::filesystem::path& folder, const Study& study,
                                           const StudyRuns& runs) {
    for (int part = 0; part < study.parts; ++part) {
        const auto& run = runs.parts[static_cast<size_t>(part)];
        if (!run)
            return StudyTraining{part, {experiment_of_part(study, part), nullptr, folder}};
        const RunState state = run->summary.state;
        if (state != RunState::Stopped && state != RunState::Interrupted)
            continue;
        if (is_there(run->folder / kCheckpointFile))
            return StudyTraining{part, resume_job(run->folder)};
        return StudyTraining{part, {experiment_of_part(study, part), nullptr, folder}};
    }
    return {};
}

}  // namespace rudolph
