#pragma once

#include <functional>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"

namespace rudolph {

/// Calls work(i) for i in 0 … count − 1 on `threads` threads (0: one per processor) and waits.
/// Which thread gets which i is not defined. Reports progress under a lock. The first exception
/// stops the rest and is thrown again here; a cancelled token throws Cancelled.
void parallel_for(int count, const std::function<void(int)>& work, const CancelToken& cancel = {},
                  const ProgressCallback& progress = {}, int threads = 0);

}  // namespace rudolph
