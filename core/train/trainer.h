#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/dataset/dataset.h"
#include "core/experiment/experiment.h"
#include "core/runs/run.h"

namespace rudolph {

/// What is known when training starts.
struct TrainingPlan {
    std::filesystem::path run_folder;
    std::string device;       ///< "cpu" or "cuda"
    std::string device_note;  ///< why it is not the one asked for, else empty
    int train_faces = 0;
    int validation_faces = 0;
    int batches = 0;  ///< an epoch
    int epochs = 0;
    long long parameters = 0;
    std::vector<int> target_indices;  ///< into the data set's scheme
    std::vector<std::string> notes;   ///< e.g. which weights were taken, pictures left out
};

struct BatchReport {
    int epoch = 0;  ///< 1-based
    int batch = 0;  ///< 1-based
    int batches = 0;
    double loss = 0;  ///< MSE on normalised labels of this batch
    double images_per_second = 0;
    double seconds = 0;       ///< since training began
    double seconds_left = 0;  ///< estimated, of the whole run
};

struct EpochReport {
    EpochMetrics metrics;
    bool best = false;  ///< the lowest validation loss so far
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
};

struct TrainJob {
    Experiment experiment;
    Dataset dataset;
    std::filesystem::path runs;  ///< folder that the run folder is made in
};

struct TrainResult {
    RunRecord run;
    bool stopped = false;  ///< cancelled; the run is kept
};

/// Trains, synchronously. Cancelling is looked at before every batch and keeps the run: the weights
/// of the last whole epoch (or the start, when there is none) and the predictions of the best.
/// Throws Error when the experiment does not fit the data or the run cannot be written, and marks a
/// run that had begun as failed. Cancelling before the first batch is also a stopped run.
TrainResult train(const TrainJob& job, const TrainObserver& observer = {},
                  const CancelToken& cancel = {});

}  // namespace rudolph
