#pragma once

#include <cstdint>
#include <functional>

namespace rudolph {

/// How far a long job has come: `done` of `total` steps; total 0 means "not known yet".
struct Progress {
    std::int64_t done = 0;
    std::int64_t total = 0;

    bool operator==(const Progress&) const = default;
};

/// Called on the thread that runs the job, or, where a function says so, on one of its loader
/// threads, but never on two at once. May be empty.
using ProgressCallback = std::function<void(const Progress&)>;

}  // namespace rudolph
