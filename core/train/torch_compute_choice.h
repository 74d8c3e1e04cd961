#pragma once

#include <vector>

#include "core/base/cancel_token.h"
#include "core/train/torch_train_step.h"

namespace rudolph {

struct ComputeTrial {
    ComputeChoice choice;
    double seconds_per_face = 0;  ///< of a training step; 0 when there was nothing to try
};

/// Tries a few steps of copies of the network on made-up faces with one thread and with all, in 32
/// and 16 bits as far as the experiment leaves that open, and takes the fastest. bfloat16 and more
/// threads must win by a clear margin, so that a little noise does not change a run's last digits.
/// Takes about as long as a dozen steps. Throws Cancelled.
ComputeTrial choose_compute(const Experiment& experiment, int outputs, const torch::Device& device,
                            const CancelToken& cancel = {});

/// Grey faces with their points in the middle, to time steps with.
Batch blank_batch(const Experiment& experiment, int faces, int outputs);

/// What choose_compute() tries for a network whose forward pass takes so many multiplications.
std::vector<ComputeChoice> compute_choices(const Experiment& experiment, double multiplications);

/// As many loader threads as keep up with the steps, when one face takes so long to crop.
Loader::Options loader_options(const ComputeTrial& trial, double seconds_to_crop);

/// Makes OpenCV use one thread while it lives: its own threads gain nothing on pictures this small
/// and would compete with LibTorch's.
class SingleThreadedOpenCv {
public:
    SingleThreadedOpenCv();
    ~SingleThreadedOpenCv();
    SingleThreadedOpenCv(const SingleThreadedOpenCv&) = delete;
    SingleThreadedOpenCv& operator=(const SingleThreadedOpenCv&) = delete;

private:
    int before_;
};

}  // namespace rudolph
