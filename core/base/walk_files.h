#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "core/base/cancel_token.h"

namespace rudolph {

/// What systems and programs leave beside a person's files: names that begin with a dot (macOS's
/// "._face.jpg", Jupyter's ".ipynb_checkpoints"), "__MACOSX", a disk station's "@eaDir", Windows'
/// "$RECYCLE.BIN" and "System Volume Information".
bool is_hidden(const std::filesystem::path& path);

/// Calls `visit` with every file of a folder and its subfolders, in no steady order. Hidden ones
/// are passed over. Linked folders are followed, each real folder once, so that no loop is
/// endless. Returns the subfolders that cannot be read. Throws Error when the folder itself cannot.
std::vector<std::filesystem::path> walk_files(
    const std::filesystem::path& folder,
    const std::function<void(const std::filesystem::path& file)>& visit,
    const CancelToken& cancel = {});

}  // namespace rudolph
