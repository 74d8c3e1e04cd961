#include "core/train/loader.h"

#include <algorithm>
#include <chrono>

namespace rudolph {
namespace {

/// A token cannot wake who waits, so waiting looks at it this often.
constexpr std::chrono::milliseconds kLookAtToken{20};

}  // namespace

Loader::Loader(int batches, std::function<Batch(int)> make, const CancelToken& cancel,
               const Options& options)
    : batches_(batches),
      make_(std::move(make)),
      cancel_(cancel),
      ahead_(std::max(1, options.ahead)) {
    const int threads = std::clamp(options.threads, 1, std::max(1, batches));
    for (int i = 0; i < threads; ++i)
        threads_.emplace_back([this] { run(); });
}

Loader::~Loader() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    threads_.clear();
}

void Loader::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] {
            return stopping_ || next_to_make_ >= batches_ || next_to_make_ < next_to_give_ + ahead_;
        });
        if (stopping_ || next_to_make_ >= batches_)
            return;
        const int index = next_to_make_++;
        lock.unlock();
        Made made;
        try {
            cancel_.throw_if_cancelled();
            made.batch = make_(index);
        } catch (...) {
            made.failure = std::current_exception();
        }
        lock.lock();
        ready_.emplace(index, std::move(made));
        changed_.notify_all();
    }
}

std::optional<Batch> Loader::next() {
    std::unique_lock lock(mutex_);
    if (next_to_give_ >= batches_)
        return std::nullopt;
    while (
        !changed_.wait_for(lock, kLookAtToken, [this] { return ready_.contains(next_to_give_); }))
        cancel_.throw_if_cancelled();
    cancel_.throw_if_cancelled();
    Made made = std::move(ready_.extract(next_to_give_).mapped());
    ++next_to_give_;
    lock.unlock();
    changed_.notify_all();
    if (made.failure)
        std::rethrow_exception(made.failure);
    return std::move(made.batch);
}

}  // namespace rudolph
