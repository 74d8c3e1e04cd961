#include "core/train/torch_estimate.h"

#include <torch/torch.h>

#include <algorithm>
#include <chrono>
#include <limits>

#include "core/model/torch_device.h"
#include "core/train/epoch_batches.h"
#include "core/train/torch_compute_choice.h"
#include "core/train/torch_memory_peak.h"

namespace rudolph {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kTimedSteps = 3;
/// Of a training step's time, what a forward pass alone takes: the backward pass computes twice as
/// much.
constexpr double kForwardShare = 1.0 / 3;

}  // namespace

TrainingEstimate estimate_training(const Experiment& experiment, int outputs, int train_faces,
                                   int validation_faces, const CancelToken& cancel) {
    const torch::Device device = choose_device(experiment.device);
    const ComputeChoice choice = choose_compute(experiment, outputs, device, cancel).choice;
    const int faces = std::clamp(experiment.batch_size, 1, std::max(1, train_faces));
    const Batch batch = blank_batch(experiment, faces, outputs);
    double seconds = std::numeric_limits<double>::infinity();
    TrainingEstimate estimate;
    estimate.bytes = peak_tensor_bytes([&] {
        auto network = make_network(experiment.model, experiment.input, outputs);
        network->train();
        TrainStep step(experiment, std::move(network), outputs, device, choice);
        step(batch, 0);
        for (int i = 0; i < kTimedSteps; ++i) {
            cancel.throw_if_cancelled();
            const auto start = Clock::now();
            step(batch, 0);
            seconds =
                std::min(seconds, std::chrono::duration<double>(Clock::now() - start).count());
        }
    });
    const int steps = batch_count(experiment.model, train_faces, experiment.batch_size);
    estimate.epoch_seconds =
        seconds * (steps + kForwardShare * validation_faces / static_cast<double>(faces));
    estimate.precision = precision_name(choice);
    estimate.threads = choice.threads;
    return estimate;
}

}  // namespace rudolph
