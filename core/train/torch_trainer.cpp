#include "core/train/torch_trainer.h"

#include <torch/torch.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <new>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/spread.h"
#include "core/experiment/check_experiment.h"
#include "core/experiment/model_layers.h"
#include "core/model/torch_device.h"
#include "core/model/torch_network.h"
#include "core/model/torch_weights.h"
#include "core/predict/confidence.h"
#include "core/predict/evaluate.h"
#include "core/predict/model_file.h"
#include "core/predict/stress.h"
#include "core/predict/torch_predictor.h"
#include "core/runs/run_files.h"
#include "core/runs/run_reader.h"
#include "core/train/choose_faces.h"
#include "core/train/common_units.h"
#include "core/train/epoch_batches.h"
#include "core/train/face_store.h"
#include "core/train/run_log.h"
#include "core/train/schedule.h"
#include "core/train/torch_checkpoint.h"
#include "core/train/torch_compute_choice.h"
#include "core/train/torch_start.h"
#include "core/train/torch_train_step.h"
#include "core/train/torch_validation.h"

namespace rudolph {
namespace {

using Clock = std::chrono::steady_clock;

/// A loss that is so many times the lowest there was will not come back.
constexpr double kRunawayLoss = 1000;

/// So many tell enough of hard faces; each is looked at in more than a dozen ways.
constexpr size_t kMostStressFaces = 500;

std::vector<int> spread(const std::vector<int>& samples, size_t most) {
    std::vector<int> some;
    for (const size_t place : spread_places(samples.size(), most))
        some.push_back(samples[place]);
    return some;
}

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Whether it says that memory has run out.
bool is_out_of_memory(const c10::Error& error) {
    const std::string text = error.what_without_backtrace();
    return text.find("not enough memory") != std::string::npos ||
           text.find("out of memory") != std::string::npos;
}

class Training {
public:
    Training(const TrainJob& job, const TrainObserver& observer, const TrainControl& control,
             const TrainSettings& settings)
        : job_(job),
          experiment_(job.experiment),
          observer_(observer),
          control_(control),
          settings_(settings) {}

    TrainResult run();

private:
    bool is_resumed() const { return !job_.resume.empty(); }
    Experiment beginning() const;
    const Dataset& dataset() const { return *job_.dataset; }
    void prepare_faces();
    void build_network();
    std::string model_bytes(int epoch);
    bool work(RunLog& log);
    bool train_epochs(RunLog& log);
    void train_epoch(RunLog& log);
    bool train_batches(RunLog& log, const std::vector<int>& order);
    bool step_fits(RunLog& log, const Batch& batch, StepResult& result);
    void halve_batch(RunLog& log);
    void finish_epoch(RunLog& log, Clock::time_point start);
    void save(RunLog& log);
    void measure_best(RunLog& log);
    double rate() const;
    double seconds_to_crop() const;

    const TrainJob& job_;
    const Experiment& experiment_;
    const TrainObserver& observer_;
    const TrainControl control_;
    const TrainSettings settings_;
    TrainingPlan plan_;
    Split split_;
    std::optional<FaceStore> store_;
    TargetFrame frame_;
    std::optional<TrainStep> step_;
    std::optional<Validation> validation_;
    std::vector<double> weights_;  ///< how often to show each training face; empty: all alike
    TrainingPosition position_;
    Loader::Options loader_;
    double lowest_loss_ = std::numeric_limits<double>::infinity();
    std::optional<TrainingClock> clock_;
    Clock::time_point saved_;
};

/// What it starts from: a run that goes on has its weights, wherever the first ones are now.
Experiment Training::beginning() const {
    Experiment experiment = experiment_;
    if (is_resumed())
        experiment.model.weights.clear();
    return experiment;
}

/// Decodes the pictures and fills in the plan.
void Training::prepare_faces() {
    std::vector<int> samples = split_.train;
    samples.insert(samples.end(), split_.validation.begin(), split_.validation.end());
    store_.emplace(dataset(), experiment_.input, plan_.target_indices,
                   settings_.max_picture_bytes / static_cast<std::uint64_t>(job_.at_once));
    keep_only(split_, store_->prepare(samples, plan_.notes, control_.cancel, observer_.on_prepare));
    if (!is_resumed())
        position_.batch_size = experiment_.batch_size;
    if (experiment_.balance_poses == Switch::On)
        weights_ = balanced_weights(*store_, split_.train);
    plan_.train_faces = static_cast<int>(split_.train.size());
    plan_.validation_faces = static_cast<int>(split_.validation.size());
    plan_.batches = batch_count(experiment_.model, plan_.train_faces, position_.batch_size);
    plan_.epochs = experiment_.epochs;
    plan_.epochs_before = position_.epochs;
    plan_.scheme = dataset().scheme;
}

void Training::build_network() {
    const torch::Device device = choose_device(experiment_.device, &plan_.device_note);
    plan_.device = to_string(device);
    auto network = starting_network(beginning(), store_->outputs(), frame_, plan_.weights);
    plan_.notes.insert(plan_.notes.end(), plan_.weights.begin(), plan_.weights.end());
    const ComputeTrial trial = choose_compute(experiment_, store_->outputs(), device);
    if (!is_resumed())
        position_.compute = trial.choice;
    if (!trial.note.empty())
        plan_.notes.push_back(trial.note);
    if (settings_.loader)
        loader_ = *settings_.loader;
    else
        loader_ = loader_options(trial, seconds_to_crop());
    plan_.parameters = parameter_count(*network);
    plan_.precision = precision_name(position_.compute);
    if (experiment_.precision == Precision::Exact && device.is_cpu()) {
        if (uses_common_units())
            plan_.precision = "exact";
        else
            plan_.notes.push_back(why_other_units());
    }
    plan_.threads = position_.compute.threads;
    plan_.split_batch = position_.compute.split_batch;
    step_.emplace(experiment_, std::move(network), store_->outputs(), device, position_.compute,
                  job_.at_once > 1);
    if (is_resumed())
        load_checkpoint(job_.resume, *step_);
    validation_.emplace(*store_, split_.validation, plan_.target_indices, experiment_);
}

std::string Training::model_bytes(int epoch) {
    ModelInfo info;
    info.scheme = dataset().scheme;
    info.indices = plan_.target_indices;
    info.input = experiment_.input;
    info.model = experiment_.model;
    info.experiment = experiment_.name;
    info.epoch = epoch;
    info.mean_shape = frame_.mean_shape;
    return safetensors_bytes({stored_state(step_->averaged()), model_metadata(info)});
}

double Training::rate() const {
    const double done =
        position_.epoch - 1 +
        static_cast<double>(position_.faces_done) / static_cast<double>(split_.train.size());
    return scheduled_rate(experiment_.schedule, experiment_.optimiser.learning_rate, done,
                          experiment_.epochs);
}

/// Of a few faces, the first of which may find cold caches.
double Training::seconds_to_crop() const {
    constexpr int kFaces = 8;
    const EpochBatches batches(*store_, experiment_, 0, split_.train, 0, kFaces);
    const auto start = Clock::now();
    const Batch batch = batches(0);
    return seconds_since(start) / batch.size();
}

/// False when memory was not enough for this batch.
bool Training::step_fits(RunLog& log, const Batch& batch, StepResult& result) {
    try {
        if (settings_.before_step)
            settings_.before_step(batch.size());
        result = (*step_)(batch, rate());
        return true;
    } catch (const std::bad_alloc&) {
        if (batch.size() == 1)
            throw;
    } catch (const c10::Error& error) {
        if (batch.size() == 1 || !is_out_of_memory(error))
            throw;
    }
    halve_batch(log);
    return false;
}

void Training::halve_batch(RunLog& log) {
    const int smaller = std::max(1, position_.batch_size / 2);
    if (smaller == position_.batch_size || (smaller == 1 && has_batch_norm(experiment_.model)))
        throw std::bad_alloc();
    const std::string note = "memory ran out at batches of " +
                             std::to_string(position_.batch_size) + " faces, so they are halved";
    position_.batch_size = smaller;
    log.note(note);
    if (observer_.on_note)
        observer_.on_note(note);
}

/// Trains the rest of the epoch's order. False when the batch was halved on the way.
bool Training::train_batches(RunLog& log, const std::vector<int>& order) {
    const EpochBatches batches(*store_, experiment_, position_.epoch, order, position_.faces_done,
                               position_.batch_size);
    BatchReport report;
    report.epoch = position_.epoch;
    report.batches = position_.batches_done + batches.count();
    Loader loader(batches.count(), batches, control_.cancel, loader_);
    for (auto before = Clock::now();; before = Clock::now()) {
        control_.pause.wait(control_.cancel);
        const auto batch = loader.next();
        if (!batch)
            return true;
        StepResult result;
        report.learning_rate = rate();
        if (!step_fits(log, *batch, result))
            return false;
        report.loss = result.mse;
        position_.loss_sum += result.loss;
        position_.mse_sum += result.mse;
        position_.faces_done += batch->size();
        report.batch = ++position_.batches_done;
        clock_->batch_done(batch->size(), seconds_since(before));
        report.images_per_second = clock_->images_per_second();
        report.seconds = log.seconds();
        report.seconds_left = clock_->seconds_left(position_.epoch, position_.faces_done, false);
        if (observer_.on_batch)
            observer_.on_batch(report);
    }
}

void Training::train_epoch(RunLog& log) {
    step_->network().train();
    step_->freeze_body(position_.epoch <= experiment_.optimiser.freeze_epochs);
    const std::vector<int> order =
        epoch_order(split_.train, weights_, experiment_.seed, position_.epoch);
    while (!train_batches(log, order)) {
    }
    const double loss = position_.loss_sum / position_.batches_done;
    lowest_loss_ = std::min(lowest_loss_, loss);
    if (loss > kRunawayLoss * lowest_loss_ && lowest_loss_ > 0)
        throw Error("the loss grew to a thousand times its lowest: the training has diverged", {},
                    "the learning rate is probably too high");
}

void Training::finish_epoch(RunLog& log, Clock::time_point start) {
    const auto validation_start = Clock::now();
    const EvaluationReport validation = validation_->report(
        step_->averaged(), step_->device(), position_.compute.bfloat16, loader_, control_.cancel);
    if (!std::isfinite(validation.mse))
        throw Error("the network predicts no numbers any more: the training has diverged", {},
                    "the learning rate is probably too high");
    EpochMetrics metrics;
    metrics.epoch = position_.epoch;
    metrics.learning_rate = rate();
    metrics.train_loss = position_.mse_sum / position_.batches_done;
    metrics.objective = position_.loss_sum / position_.batches_done;
    metrics.validation_loss = validation.mse;
    metrics.error_px = validation.error_px;
    metrics.nme = validation.nme;
    metrics.seconds = seconds_since(start);
    EpochReport report = log.epoch(metrics, validation, model_bytes(position_.epoch));
    clock_->validation_done(seconds_since(validation_start));
    report.seconds_left = clock_->seconds_left(position_.epoch, plan_.train_faces, true);
    ++position_.epoch;
    position_.faces_done = position_.batches_done = 0;
    position_.loss_sum = position_.mse_sum = 0;
    if (seconds_since(saved_) >= settings_.save_every)
        save(log);
    if (observer_.on_epoch)
        observer_.on_epoch(report, validation.results);
}

void Training::save(RunLog& log) {
    log.save();
    position_.epochs = log.epochs();
    position_.seconds = log.seconds();
    write_checkpoint(log.folder(), *step_, position_);
    saved_ = Clock::now();
}

/// False when it was broken off to be compared with others.
bool Training::train_epochs(RunLog& log) {
    while (position_.epoch <= experiment_.epochs) {
        const auto start = Clock::now();
        train_epoch(log);
        finish_epoch(log, start);
        std::string note;
        if (experiment_.patience > 0 && log.epochs_since_best() >= experiment_.patience)
            note = "stopped early: no better result in " + std::to_string(experiment_.patience) +
                   " epochs";
        else if (control_.finish.is_cancelled() && position_.epoch <= experiment_.epochs)
            note = "finished early, as asked";
        if (!note.empty()) {
            log.note(note);
            if (observer_.on_note)
                observer_.on_note(note);
            return true;
        }
        if (job_.stop_after > 0 && position_.epoch > job_.stop_after &&
            position_.epoch <= experiment_.epochs) {
            log.note("stopped at epoch " + std::to_string(position_.epoch - 1) + " of " +
                     std::to_string(experiment_.epochs) + " to be compared with others");
            return false;
        }
    }
    return true;
}

/// As a person would measure it later, and on hard faces, which come first: how sure the network is
/// of itself is part of how it is asked.
void Training::measure_best(RunLog& log) {
    if (split_.validation.empty())
        return;
    std::vector<Problem> problems;
    const ProgressCallback& progress = observer_.on_measure;
    std::vector<JudgedFace> judged;
    const std::vector<StressRow> stress = evaluate_stress(
        *load_predictor(log.folder(), experiment_.device), dataset(),
        spread(split_.validation, kMostStressFaces), judged, problems, control_.cancel, progress);
    if (can_calibrate(judged))
        write_calibration(find_model_file(log.folder()), calibrate(judged));
    const EvaluationReport report =
        evaluate(*load_predictor(log.folder(), experiment_.device), dataset(), split_.validation,
                 problems, control_.cancel, progress);
    log.measured(report, stress);
}

/// False when it was broken off.
bool Training::work(RunLog& log) {
    const SingleThreadedOpenCv single_threaded;
    prepare_faces();
    frame_ = target_frame(*store_, split_.train);
    build_network();
    log.begin(plan_, validation_->constant_error_px(frame_.mean_shape), model_bytes(0));
    clock_.emplace(plan_.train_faces,
                   job_.stop_after > 0 ? std::min(job_.stop_after, plan_.epochs) : plan_.epochs);
    saved_ = Clock::now();
    if (!is_resumed())
        save(log);
    if (observer_.on_start)
        observer_.on_start(plan_);
    try {
        const bool is_whole = train_epochs(log);
        save(log);
        if (!is_whole)
            return false;
        measure_best(log);
    } catch (const Cancelled&) {
        save(log);
        throw;
    }
    return true;
}

TrainResult Training::run() {
    require_valid(beginning());
    std::optional<Split> split;
    if (is_resumed()) {
        position_ = read_position(job_.resume);
        split = split_from_json(read_json(job_.resume / kSplitFile), dataset());
    }
    TwinPictures twins;
    if (!split && draws_share(dataset(), experiment_.split)) {
        try {
            twins = find_twin_pictures(dataset(), control_.cancel, observer_.on_prepare);
        } catch (const Cancelled&) {
            // The run is there nevertheless, as one that was stopped at once.
        }
    }
    ChosenFaces chosen = choose_faces(experiment_, dataset(), plan_.notes, split, twins);
    plan_.target_indices = std::move(chosen.target_indices);
    split_ = std::move(chosen.split);
    RunLog log(job_, split_, position_.epochs, position_.seconds);
    plan_.run_folder = log.folder();
    RunState state = RunState::Finished;
    try {
        with_torch([&] {
            if (!work(log))
                state = RunState::Stopped;
        });
    } catch (const Cancelled&) {
        state = RunState::Stopped;
    } catch (const std::bad_alloc&) {
        const Error error("there is not enough memory", {}, "choose a smaller batch or input");
        log.fail(error.what());
        throw error;
    } catch (const std::exception& error) {
        log.fail(error.what());
        throw;
    }
    log.end(state);
    return {read_run(log.folder()), state == RunState::Stopped};
}

}  // namespace

TrainResult train_with(const TrainJob& job, const TrainObserver& observer,
                       const TrainControl& control, const TrainSettings& settings) {
    return Training(job, observer, control, settings).run();
}

TrainResult train(const TrainJob& job, const TrainObserver& observer, const TrainControl& control) {
    return train_with(job, observer, control, {});
}

}  // namespace rudolph
