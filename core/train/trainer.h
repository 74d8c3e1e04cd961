#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/pause_token.h"
#include "core/base/progress.h"
#include "core/dataset/dataset.h"
#include "core/experiment/experiment.h"
#include "core/runs/run.h"

namespace rudolph {

/// What is known when training starts.
struct TrainingPlan {
    std::filesystem::path run_folder;
    std::string device;        ///< "cpu" or "cuda"
    std::string device_note;   ///< why it is not the one asked for, else empty
    std::string precision;     ///< "float32" or "bfloat16"
    int threads = 0;           ///< that compute
    bool split_batch = false;  ///< each of them a share of every batch
    int train_faces = 0;
    int validation_faces = 0;
    int batches = 0;  ///< an epoch
    int epochs = 0;
    long long parameters = 0;
    LandmarkScheme scheme = {};               ///< of the data set
    std::vector<int> target_indices;          ///< into the scheme
    std::vector<std::string> notes;           ///< e.g. which weights were taken, pictures left out
    std::vector<std::string> weights;         ///< those of the notes on what it starts from
    std::vector<EpochMetrics> epochs_before;  ///< of the run that is resumed
};

struct BatchReport {
    int epoch = 0;  ///< 1-based
    int batch = 0;  ///< 1-based
    int batches = 0;
    double loss = 0;  ///< MSE on normalised labels of this batch
    double learning_rate = 0;
    double images_per_second = 0;
    double seconds = 0;       ///< since training began
    double seconds_left = 0;  ///< estimated, of the whole run
};

struct EpochReport {
    EpochMetrics metrics;
    bool best = false;  ///< the lowest ranking_error() so far
    double seconds = 0;
    double seconds_left = 0;
};

/// All are called on the thread that called train(), and may be empty.
struct TrainObserver {
    ProgressCallback on_prepare;  ///< pictures decoded (called on loader threads, one at a time)
    std::function<void(const TrainingPlan&)> on_start;
    std::function<void(const BatchReport&)> on_batch;
    /// With the predictions for all validation faces after this epoch, in the split's order.
    std::function<void(const EpochReport&, const std::vector<FaceResult>&)> on_epoch;
    /// At the end the best network is measured on the validation faces, plain and made hard: faces
    /// done, twice over.
    ProgressCallback on_measure;
    /// Something that the person should know while training goes on: the batch was halved.
    std::function<void(const std::string&)> on_note;
};

/// How a training is steered from other threads.
struct TrainControl {
    TrainControl(CancelToken cancel_token = {}, PauseToken pause_token = {})
        : cancel(std::move(cancel_token)), pause(std::move(pause_token)) {}

    CancelToken cancel;
    PauseToken pause;  ///< looked at before every batch
    /// The epoch that goes on is to be the last: the run is then measured and finished, as if it
    /// had been meant to end there.
    CancelToken finish = {};
};

struct TrainJob {
    Experiment experiment;
    /// Shared with who has it open, and never changed by a training.
    std::shared_ptr<const Dataset> dataset;
    std::filesystem::path runs;  ///< folder that the run folder is made in
    /// The folder of a run to go on with, else empty. `experiment` is then its own, perhaps with
    /// more epochs; its split and the rest of its state come from the folder.
    std::filesystem::path resume = {};
    /// Once so many epochs are done, the training is broken off as by a cancel, to be compared with
    /// others and perhaps gone on with; its learning rate follows the schedule of all its epochs.
    /// 0: it goes on to its end.
    int stop_after = 0;
    /// How many trainings go on beside each other, this one among them. Each then computes on the
    /// thread that called train() alone, to the same numbers (shares of a batch one after the
    /// other), and keeps its part of the pictures in memory, so that all together take no more than
    /// one. Only for trainings whose shares or whose one thread the numbers rest on: see
    /// trainings_at_once().
    int at_once = 1;
};

struct TrainResult {
    RunRecord run;
    bool stopped = false;  ///< cancelled, or broken off at TrainJob::stop_after; the run is kept
};

/// Trains, synchronously. Cancelling is looked at before every batch and keeps the run: the weights
/// of the last whole epoch (or the start, when there is none), the predictions of the best, and a
/// checkpoint to go on from. Running out of memory halves the batch and goes on. Throws Error when
/// the experiment does not fit the data, the loss is no number or runs away, or the run cannot be
/// written, and marks a run that had begun as failed; what was saved before stays. Cancelling
/// before the first batch is also a stopped run.
TrainResult train(const TrainJob& job, const TrainObserver& observer = {},
                  const TrainControl& control = {});

}  // namespace rudolph
