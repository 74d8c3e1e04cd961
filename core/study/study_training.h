#pragma once

#include <filesystem>
#include <optional>

#include "core/study/study.h"
#include "core/train/trainer.h"

namespace rudolph {

struct StudyTraining {
    int part = 0;
    TrainJob job;  ///< without the data set, which the caller has opened
};

/// What a study is to train next: the first part that has no run, or goes on with one that was
/// broken off. Parts that failed are left alone, as are those that another program trains. None:
/// there is nothing to do. Throws Error.
std::optional<StudyTraining> next_training(const std::filesystem::path& folder, const Study& study,
                                           const StudyRuns& runs);

}  // namespace rudolph
