#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace rudolph {

void parallel_for(int count, const std::function<void(int)>& work, const CancelToken& cancel,
                  const ProgressCallback& progress, int threads) {
    if (threads <= 0)
        threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    threads = std::min(threads, count);
    std::atomic<int> next = 0;
    std::mutex mutex;
    std::exception_ptr failure;
    std::int64_t done = 0;

    const auto run = [&] {
        for (int i; (i = next++) < count;) {
            try {
                cancel.throw_if_cancelled();
                work(i);
                const std::lock_guard lock(mutex);
                ++done;
                if (progress)
                    progress({done, count});
            } catch (...) {
                const std::lock_guard lock(mutex);
                if (!failure)
                    failure = std::current_exception();
                next = count;
            }
        }
    };
    std::vector<std::jthread> pool;
    for (int t = 1; t < threads; ++t)
        pool.emplace_back(run);
    run();
    pool.clear();
    if (failure)
        std::rethrow_exception(failure);
    cancel.throw_if_cancelled();
}

}  // namespace rudolph
