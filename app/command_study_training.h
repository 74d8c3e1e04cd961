#pragma once

#include <filesystem>
#include <memory>

#include "core/study/study_trainer.h"

namespace rudolph {

/// train_study() on the command line: shows how its runs get on and ends with Ctrl+C. Runs that
/// fail by themselves are told and left. False where it was stopped. Throws Error.
bool train_study_for_person(const std::filesystem::path& folder, const Study& study,
                            const std::shared_ptr<const Dataset>& dataset,
                            const StudyTrainingOptions& options, bool json);

}  // namespace rudolph
