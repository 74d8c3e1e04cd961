#include "core/train/torch_compute_choice.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <opencv2/core/utility.hpp>
#include <vector>

#include "core/experiment/model_layers.h"
#include "core/model/torch_device.h"

namespace rudolph {
namespace {

constexpr int kLeastTries = 3;
constexpr double kTrialSeconds = 0.15;  ///< short steps are tried more often
/// What a choice must take of the time of the one before it to be worth it.
constexpr double kClearly = 0.9;
/// Where a step takes so many multiplications, more threads are always faster and the trial would
/// be long.
constexpr double kSurelyWorthThreads = 5e9;
constexpr int kTrialBatch = 8;
/// Loader threads do not always get a processor when they want one.
constexpr double kReserve = 1.2;

/// Seconds that a step takes, the best of a few.
double seconds_of_step(TrainStep& step, const Batch& batch, const CancelToken& cancel) {
    double best = std::numeric_limits<double>::infinity();
    double total = 0;
    step(batch, 0);
    for (int i = 0; i < kLeastTries || total < kTrialSeconds; ++i) {
        cancel.throw_if_cancelled();
        const auto start = std::chrono::steady_clock::now();
        step(batch, 0);
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        best = std::min(best, seconds);
        total += seconds;
    }
    return best;
}

}  // namespace

Batch blank_batch(const Experiment& experiment, int faces, int outputs) {
    Batch batch;
    const InputSpec& input = experiment.input;
    const auto count = static_cast<size_t>(faces);
    batch.samples.resize(count);
    batch.inputs.assign(
        count * static_cast<size_t>(input.channels) * static_cast<size_t>(input.size().area()),
        0.5F);
    batch.labels.assign(count * static_cast<size_t>(outputs), 0.5F);
    return batch;
}

std::vector<ComputeChoice> compute_choices(const Experiment& experiment, double multiplications) {
    const int all = processor_count();
    std::vector<int> threads = {experiment.threads};
    if (experiment.threads == 0) {
        threads = {all};
        if (all > 1 && 3 * multiplications * experiment.batch_size < kSurelyWorthThreads)
            threads = {1, all};
    }
    const bool can_split = can_split_batch(experiment.model);
    std::vector<ComputeChoice> choices;
    const auto add = [&](int count, bool split) {
        if (experiment.precision != Precision::Bfloat16)
            choices.push_back({false, count, split});
        if (experiment.precision != Precision::Float32)
            choices.push_back({true, count, split});
    };
    for (const int count : threads) {
        // Before its rival, which must then win clearly: threads that meet after every layer suffer
        // most from the loader's and other programs.
        if (can_split && count > 1)
            add(count, true);
        add(count, false);
    }
    return choices;
}

ComputeTrial choose_compute(const Experiment& experiment, int outputs, const torch::Device& device,
                            const CancelToken& cancel) {
    const auto network = [&] {
        auto made = make_network(experiment.model, experiment.input, outputs);
        made->train();
        return made;
    };
    const auto choices = compute_choices(experiment, network()->multiplications());
    if (choices.size() == 1 || device.is_cuda())
        return {choices.back()};
    const int faces = std::min(experiment.batch_size, kTrialBatch);
    const Batch batch = blank_batch(experiment, faces, outputs);
    ComputeChoice best = choices.front();
    double best_seconds = std::numeric_limits<double>::infinity();
    for (const ComputeChoice& choice : choices) {
        TrainStep step(experiment, network(), outputs, device, choice);
        const double seconds = seconds_of_step(step, batch, cancel);
        if (seconds < kClearly * best_seconds) {
            best = choice;
            best_seconds = seconds;
        }
    }
    return {best, best_seconds / faces};
}

Loader::Options loader_options(const ComputeTrial& trial, double seconds_to_crop) {
    Loader::Options options;
    options.threads = processor_count();
    if (trial.seconds_per_face > 0)
        options.threads = std::clamp(
            static_cast<int>(std::ceil(kReserve * seconds_to_crop / trial.seconds_per_face)), 1,
            processor_count());
    options.ahead = 2 * options.threads + 2;
    return options;
}

SingleThreadedOpenCv::SingleThreadedOpenCv() : before_(cv::getNumThreads()) {
    cv::setNumThreads(1);
}

SingleThreadedOpenCv::~SingleThreadedOpenCv() {
    cv::setNumThreads(before_);
}

}  // namespace rudolph
