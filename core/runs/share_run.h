#pragma once

#include <filesystem>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"

namespace rudolph {

/// Copies a run so that it can be given to others: all its files but the one that tells where
/// things lie on this machine (private.json), and what it needs to go on with its training. All or
/// nothing. Returns the folder of the copy: `destination`, or one of the run's name in it when it
/// is there already. Throws Error, also when the run is being trained, the copy is there, or a
/// file of the run is a link, which may lead anywhere.
std::filesystem::path share_run(const std::filesystem::path& run_folder,
                                const std::filesystem::path& destination,
                                const CancelToken& cancel = {},
                                const ProgressCallback& progress = {});

}  // namespace rudolph
