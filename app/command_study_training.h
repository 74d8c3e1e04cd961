#pragma once

#include <filesystem>
#include <memory>

#include "core/dataset/dataset.h"
#include "core/study/study.h"

namespace rudolph {

struct StudyTrainingOptions {
    int at_once = 0;  ///< at most so many beside each other; 0: as many as there are processors
    bool json = false;
};

/// Trains the runs that a study lacks and shows how they get on; several beside each other where
/// that is faster. Runs that fail by themselves are told and left. False where it was stopped.
/// Throws Error, once the runs that go on are over or stopped.
bool train_study(const std::filesystem::path& folder, const Study& study,
                 const std::shared_ptr<const Dataset>& dataset,
                 const StudyTrainingOptions& options);

}  // namespace rudolph
