#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "core/base/cancel_token.h"

namespace rudolph {

/// Some faces as the network takes them.
struct Batch {
    std::vector<int> samples;   ///< indices into the data set
    std::vector<float> inputs;  ///< samples × channels × height × width
    std::vector<float> labels;  ///< samples × outputs, normalised; NaN: the point is not labelled

    int size() const { return static_cast<int>(samples.size()); }
    bool operator==(const Batch&) const = default;
};

/// Prepares batches ahead on its own threads and hands them out in order. `make(i)` makes batch i;
/// it is called from several threads at once and must give the same for the same i, so that the
/// number of threads changes nothing. At most `ahead` batches wait to be fetched.
class Loader {
public:
    struct Options {
        int threads = 2;
        int ahead = 4;
    };

    Loader(int batches, std::function<Batch(int)> make, const CancelToken& cancel,
           const Options& options);
    Loader(int batches, std::function<Batch(int)> make, const CancelToken& cancel = {})
        : Loader(batches, std::move(make), cancel, Options{}) {}
    /// Waits for the batches being made, and makes no others.
    ~Loader();
    Loader(const Loader&) = delete;
    Loader& operator=(const Loader&) = delete;

    /// The next batch, empty after the last. Throws what make() threw for this batch, and Cancelled
    /// once the token is cancelled. Called from one thread.
    std::optional<Batch> next();

private:
    struct Made {
        Batch batch;
        std::exception_ptr failure;
    };

    void run();

    const int batches_;
    const std::function<Batch(int)> make_;
    const CancelToken cancel_;
    const int ahead_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<int, Made> ready_;
    int next_to_make_ = 0;
    int next_to_give_ = 0;
    bool stopping_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace rudolph
