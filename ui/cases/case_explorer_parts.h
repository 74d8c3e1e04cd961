#pragma once

namespace rudolph {

/// What stands on top of the explorer: the verdict, how far measuring is, or why there is none yet.
enum ExplorerTop { kExplorerVerdict, kExplorerBusy, kExplorerIdle };

}  // namespace rudolph
