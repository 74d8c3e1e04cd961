#pragma once

#include <functional>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/train/kept_choices.h"
#include "core/train/torch_train_step.h"

namespace rudolph {

/// What was kept of an earlier trial of this network (see KeptChoices), else tries a few steps of
/// copies of it on made-up faces with one thread and with all, in 32 and 16 bits as far as the
/// experiment and the processor leave that open, takes the fastest and keeps it. bfloat16 and more
/// threads must win by a clear margin. A trial takes about as long as a dozen steps. Throws
/// Cancelled.
ComputeTrial choose_compute(const Experiment& experiment, int outputs, const torch::Device& device,
                            const CancelToken& cancel = {}, const KeptChoices& kept = {});
/// The seconds that each of them takes by `seconds_of`, which is told the least so far, too. One
/// that fails never ends: whether a processor has a unit and whether oneDNN may use it are two
/// things. Throws what the last one threw where all fail, and Cancelled.
std::vector<double> time_choices(
    const std::vector<ComputeChoice>& choices,
    const std::function<double(const ComputeChoice&, double)>& seconds_of);
/// Of choices in the order of compute_choices() that take so many seconds each, the one to take.
size_t fastest_choice(const std::vector<double>& seconds);
/// compute_question() for this LibTorch.
std::string compute_question(const Experiment& experiment, int outputs);

/// Grey faces with their points in the middle, to time steps with.
Batch blank_batch(const Experiment& experiment, int faces, int outputs);

/// What choose_compute() tries for a network whose forward pass takes so many multiplications;
/// `bfloat16`: whether these can be fast on the device.
std::vector<ComputeChoice> compute_choices(const Experiment& experiment, double multiplications,
                                           bool bfloat16);
/// Whether bfloat16 can be fast there.
bool has_bfloat16(const torch::Device& device);

/// As many loader threads as keep up with the steps, when one face takes so long to crop.
Loader::Options loader_options(const ComputeTrial& trial, double seconds_to_crop);

/// Makes OpenCV use one thread while one of them lives: its own threads gain nothing on pictures
/// this small and would compete with LibTorch's.
class SingleThreadedOpenCv {
public:
    SingleThreadedOpenCv();
    ~SingleThreadedOpenCv();
    SingleThreadedOpenCv(const SingleThreadedOpenCv&) = delete;
    SingleThreadedOpenCv& operator=(const SingleThreadedOpenCv&) = delete;
};

}  // namespace rudolph
