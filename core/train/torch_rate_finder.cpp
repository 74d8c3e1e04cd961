#include "core/train/torch_rate_finder.h"

#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/experiment/check_experiment.h"
#include "core/model/torch_device.h"
#include "core/train/choose_faces.h"
#include "core/train/epoch_batches.h"
#include "core/train/torch_compute_choice.h"
#include "core/train/torch_start.h"
#include "core/train/torch_validation.h"

namespace rudolph {
namespace {

constexpr int kSteps = 100;
constexpr double kLowest = 1e-6;
constexpr double kHighest = 3;
constexpr double kSmoothing = 0.9;
constexpr double kBlownUp = 4;  ///< times the lowest smoothed loss: no need to go on

}  // namespace

RateCurve find_learning_rate(const TrainJob& job, const ProgressCallback& progress,
                             const CancelToken& cancel) {
    const Experiment& experiment = job.experiment;
    require_valid(experiment);
    std::vector<std::string> notes;
    const ChosenFaces chosen = choose_faces(experiment, *job.dataset, notes);
    FaceStore store(*job.dataset, experiment.input, chosen.target_indices);
    std::vector<int> order = store.prepare(chosen.split.train, notes, cancel, {});
    if (order.empty())
        throw Error("no picture of a training face can be read", {job.dataset->source});
    const TargetFrame frame = target_frame(store, order);
    order = epoch_order(order, {}, experiment.seed, 1);

    const torch::Device device = choose_device(experiment.device);
    const ComputeChoice compute = choose_compute(experiment, store.outputs(), device).choice;
    auto network = starting_network(experiment, store.outputs(), frame, notes);
    network->train();
    TrainStep step(experiment, std::move(network), store.outputs(), device, compute);
    step.freeze_body(experiment.optimiser.freeze_epochs > 0);

    RateCurve curve;
    double mean = 0;
    double lowest = std::numeric_limits<double>::infinity();
    int epoch = 1;
    EpochBatches batches(store, experiment, epoch, order, 0, experiment.batch_size);
    int next = 0;
    for (int i = 0; i < kSteps; ++i) {
        cancel.throw_if_cancelled();
        if (next == batches.count()) {
            batches = EpochBatches(store, experiment, ++epoch, order, 0, experiment.batch_size);
            next = 0;
        }
        const Batch batch = batches(next++);
        const double rate = kLowest * std::pow(kHighest / kLowest, i / (kSteps - 1.0));
        double loss = 0;
        try {
            loss = step(batch, rate).loss;
        } catch (const Error&) {
            break;  // no number any more: this rate is far too high
        }
        mean = kSmoothing * mean + (1 - kSmoothing) * loss;
        const double smoothed = mean / (1 - std::pow(kSmoothing, i + 1));
        curve.steps.push_back({rate, loss, smoothed});
        lowest = std::min(lowest, smoothed);
        if (progress)
            progress({i + 1, kSteps});
        if (smoothed > kBlownUp * lowest)
            break;
    }
    curve.suggested = suggested_rate(curve.steps);
    curve.fall = loss_fall(curve.steps);
    return curve;
}

}  // namespace rudolph
