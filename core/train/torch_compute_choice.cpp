#include "core/train/torch_compute_choice.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <exception>
#include <limits>
#include <mutex>
#include <opencv2/core/utility.hpp>
#include <vector>

#include "core/base/error.h"
#include "core/base/processor.h"
#include "core/experiment/model_layers.h"
#include "core/model/torch_device.h"

namespace rudolph {
namespace {

constexpr int kLeastTries = 2;
constexpr double kTrialSeconds = 0.15;  ///< short steps are tried more often
/// What a choice must take of the time of the one before it to be worth it.
constexpr double kClearly = 0.9;
/// Where a step takes so many multiplications, more threads are always faster and the trial would
/// be long.
constexpr double kSurelyWorthThreads = 5e9;
constexpr int kTrialBatch = 8;
/// Where that takes more multiplications forward, a few do: a training starts sooner.
constexpr double kTrialWork = 1e9;
constexpr int kFewFaces = 4;
/// A step that takes so many times the fastest is not tried again.
constexpr double kHopeless = 1.5;
constexpr double kHopelessFirst = 10;
/// Of "exact" where the experiment does not say: the same on every machine.
constexpr int kExactThreads = 2;
/// Loader threads do not always get a processor when they want one.
constexpr double kReserve = 1.2;
constexpr double kNever = std::numeric_limits<double>::infinity();

/// What several trainings at once ask of OpenCV, whose number of threads is one for all.
struct {
    std::mutex mutex;
    int users = 0;
    int threads_before = 0;
} open_cv;

double wall_seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Seconds that a step takes, the best of a few; of one that is clearly slower than `rival`, the
/// best so far, after a step or two. Where threads meet once a step, what other programs take of
/// the processor does not count: the calling thread has as much to do as each of the others.
double seconds_of_step(TrainStep& step, const Batch& batch, double rival,
                       const CancelToken& cancel) {
    const bool meets_once = step.choice().threads == 1 || step.choice().split_batch;
    const auto now = meets_once ? thread_seconds : wall_seconds;
    const auto timed = [&] {
        cancel.throw_if_cancelled();
        const double start = now();
        step(batch, 0);
        return now() - start;
    };
    // The first prepares much that the others find ready.
    const double first = timed();
    if (first > kHopelessFirst * rival)
        return first;
    double best = kNever;
    double total = 0;
    for (int i = 0; i < kLeastTries || total < kTrialSeconds; ++i) {
        const double seconds = timed();
        best = std::min(best, seconds);
        total += seconds;
        if (best > kHopeless * rival)
            break;
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

bool has_bfloat16(const torch::Device& device) {
    return device.is_cuda() || this_processor().bfloat16;
}

std::string compute_question(const Experiment& experiment, int outputs) {
    return compute_question(experiment, outputs, processor_count(), TORCH_VERSION);
}

std::vector<ComputeChoice> compute_choices(const Experiment& experiment, double multiplications,
                                           bool bfloat16) {
    const int all = processor_count();
    std::vector<int> threads = {experiment.threads};
    if (experiment.threads == 0) {
        threads = {all};
        if (all > 1 && 3 * multiplications * experiment.batch_size < kSurelyWorthThreads)
            threads = {1, all};
    }
    const bool can_split = most_shares(experiment.model, experiment.batch_size) > 1;
    if (experiment.precision == Precision::Exact) {
        const int shares = experiment.threads == 0 ? kExactThreads : experiment.threads;
        return {{false, shares, can_split && shares > 1}};
    }
    const bool bits16 = experiment.precision == Precision::Bfloat16 ||
                        (experiment.precision == Precision::Auto && bfloat16);
    std::vector<ComputeChoice> choices;
    const auto add = [&](int count, bool split) {
        if (experiment.precision != Precision::Bfloat16)
            choices.push_back({false, count, split});
        if (bits16)
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

std::vector<double> time_choices(
    const std::vector<ComputeChoice>& choices,
    const std::function<double(const ComputeChoice&, double)>& seconds_of) {
    std::vector<double> seconds;
    double least = kNever;
    std::exception_ptr failure;
    for (const ComputeChoice& choice : choices) {
        double taken = kNever;
        try {
            taken = seconds_of(choice, least);
        } catch (const Cancelled&) {
            throw;
        } catch (const std::exception&) {
            failure = std::current_exception();
        }
        seconds.push_back(taken);
        least = std::min(least, taken);
    }
    if (least == kNever && failure)
        std::rethrow_exception(failure);
    return seconds;
}

size_t fastest_choice(const std::vector<double>& seconds) {
    size_t best = 0;
    for (size_t i = 1; i < seconds.size(); ++i)
        if (seconds[i] < kClearly * seconds[best])
            best = i;
    return best;
}

ComputeTrial choose_compute(const Experiment& experiment, int outputs, const torch::Device& device,
                            const CancelToken& cancel, const KeptChoices& kept) {
    const std::shared_ptr<Network> network =
        make_network(experiment.model, experiment.input, outputs);
    network->train();
    const double multiplications = network->multiplications();
    const auto choices = compute_choices(experiment, multiplications, has_bfloat16(device));
    if (choices.size() == 1 || device.is_cuda())
        return {choices.back()};
    const std::string question = compute_question(experiment, outputs);
    if (const auto known = kept.find(question))
        return *known;
    const int few = multiplications * kTrialBatch <= kTrialWork ? kTrialBatch : kFewFaces;
    const int faces = std::min(experiment.batch_size,
                               std::max(few, least_share(experiment.model) * processor_count()));
    const Batch batch = blank_batch(experiment, faces, outputs);
    const auto seconds = time_choices(choices, [&](const ComputeChoice& choice, double least) {
        TrainStep step(experiment, network, outputs, device, choice);
        return seconds_of_step(step, batch, least, cancel);
    });
    const size_t best = fastest_choice(seconds);
    return kept.keep(question, {choices[best], seconds[best] / faces});
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

SingleThreadedOpenCv::SingleThreadedOpenCv() {
    const std::lock_guard lock(open_cv.mutex);
    if (open_cv.users++ > 0)
        return;
    open_cv.threads_before = cv::getNumThreads();
    cv::setNumThreads(1);
}

SingleThreadedOpenCv::~SingleThreadedOpenCv() {
    const std::lock_guard lock(open_cv.mutex);
    if (--open_cv.users == 0)
        cv::setNumThreads(open_cv.threads_before);
}

}  // namespace rudolph
