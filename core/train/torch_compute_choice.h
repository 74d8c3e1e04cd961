#pragma once

#include "core/train/torch_train_step.h"

namespace rudolph {

/// Tries a few steps of copies of the network on made-up faces with one thread and with all, in 32
/// and 16 bits as far as the experiment leaves that open, and takes the fastest. bfloat16 and more
/// threads must win by a clear margin, so that a little noise does not change a run's last digits.
/// Takes about as long as a dozen steps.
ComputeChoice choose_compute(const Experiment& experiment, int outputs,
                             const torch::Device& device);

}  // namespace rudolph
