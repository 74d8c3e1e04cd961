#pragma once

#include <filesystem>
#include <vector>

#include "core/base/cancel_token.h"

namespace rudolph {

/// What is in files and folders.
struct FoundPhotos {
    std::vector<std::filesystem::path> files;  ///< photographs and videos, by name in each folder
    int others = 0;                            ///< named files that are neither
};

/// Looks through folders and all that is in them, hidden ones left out and linked
/// folders followed once. Throws Cancelled.
FoundPhotos findPhotos(const std::vector<std::filesystem::path>& paths, const CancelToken& cancel);

}  // namespace rudolph
