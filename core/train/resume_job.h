#pragma once

#include <filesystem>

#include "core/train/trainer.h"

namespace rudolph {

/// The job that goes on with a run: its experiment read from the folder, with this many epochs in
/// all (0: as many as it was meant to have). The data set is for the caller to open. Throws Error.
TrainJob resume_job(const std::filesystem::path& run, int epochs = 0);

}  // namespace rudolph
