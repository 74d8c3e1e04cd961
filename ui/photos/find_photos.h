#pragma once

#include <filesystem>
#include <vector>

#include "core/base/cancel_token.h"

namespace rudolph {

/// What is in files and folders.
struct FoundPhotos {
    std::vector<std::filesystem::path> files;  ///< photographs and videos, by name in each folder
    /// Named files that are neither, and pipes or broken links that are called like one.
    int others = 0;
};

/// Looks through folders and all that is in them, hidden ones left out and linked
/// folders followed once. Throws Cancelled.
FoundPhotos findPhotos(const std::vector<std::filesystem::path>& paths, const CancelToken& cancel);

}  // namespace rudolph
