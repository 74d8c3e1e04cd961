#pragma once

#include <filesystem>
#include <optional>
#include <set>

#include "core/study/study.h"
#include "core/train/trainer.h"

namespace rudolph {

struct StudyTraining {
    int part = 0;
    TrainJob job;  ///< without the data set, which the caller has opened
};

/// What a study is to train next: the first part that has no run, or goes on with one that was
/// broken off, or, if `failed_again`, is trained anew because it has failed. Parts that another
/// program trains are left alone, and those that the caller has `taken`. None: there is nothing to
/// do. Throws Error.
std::optional<StudyTraining> next_training(const std::filesystem::path& folder, const Study& study,
                                           const StudyRuns& runs, const std::set<int>& taken = {},
                                           bool failed_again = false);

/// How many runs of a study to train beside each other on so many processors: one a processor
/// where a run that is finished needs no more, else one. One, too, as long as none is finished:
/// the first shows how such a network is computed.
int trainings_at_once(const StudyRuns& runs, int processors);

/// Makes the folder of a study, see make_study(), once it is sure that the data can be split.
/// Throws Error, and then leaves nothing behind.
std::filesystem::path begin_study(const std::filesystem::path& runs, const Study& study,
                                  const Dataset& dataset);

/// Whether a part has failed by itself, as when it diverged, so that a study goes on without it.
bool has_failed(const StudyRuns& runs, int part);

/// Makes a finished run the first of a study of so many seeds, beside which the folder is made;
/// the run moves into it. Returns the study's folder. Throws Error, also for a run that goes on or
/// belongs to a study.
std::filesystem::path make_study_of_run(const std::filesystem::path& run_folder, int seeds);

}  // namespace rudolph
