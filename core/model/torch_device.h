#pragma once

#include <torch/torch.h>

#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/experiment/experiment.h"

namespace rudolph {

/// Where to compute. `note`, when given, says why it is not the one asked for, else becomes empty.
torch::Device choose_device(DeviceChoice choice, std::string* note = nullptr);

std::string to_string(const torch::Device& device);  ///< "cpu" or "cuda"

/// Lets LibTorch use as many threads as pay for passes of this many multiplications that the
/// calling thread starts: all processors, or one for small passes. OpenMP keeps the number for each
/// thread and LibTorch may begin with one, so whoever computes calls this first.
void use_processors(double multiplications);
/// The same with a number that is already known.
void use_threads(int threads);
int processor_count();

/// Lets OpenMP's threads sleep soon when they wait for each other after a layer, as long as the
/// program lives. They spin for milliseconds otherwise, and while another program is on one of the
/// processors, the one that all wait for may not get that. To be called once.
void wait_without_spinning();

/// LibTorch's exception as one of ours, without its backtrace.
[[noreturn]] void throw_translated(const c10::Error& error);

/// Runs `work` and translates LibTorch's exceptions.
template <class Work>
auto with_torch(Work&& work) -> decltype(work()) {
    try {
        return std::forward<Work>(work)();
    } catch (const c10::Error& error) {
        throw_translated(error);
    }
}

}  // namespace rudolph
