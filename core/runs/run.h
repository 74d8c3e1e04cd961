#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/dataset/dataset.h"
#include "core/eval/metrics.h"
#include "core/eval/stress.h"
#include "core/experiment/experiment.h"

namespace rudolph {

/// The figures of one epoch; a row of metrics.csv.
struct EpochMetrics {
    int epoch = 0;               ///< 1-based
    double train_loss = 0;       ///< MSE on normalised labels, mean over the epoch's batches
    double validation_loss = 0;  ///< the same on the validation faces, without augmentation
    double error_px = 0;         ///< mean error of the validation faces, pixels of the image
    double nme = 0;              ///< of the validation faces, a fraction; NaN when unknown
    double learning_rate = 0;
    double seconds = 0;  ///< training and validation of this epoch
    /// The loss of the experiment, mean over the epoch's batches; NaN in runs of version 0.1.0.
    double objective = 0;

    bool operator==(const EpochMetrics&) const = default;
};

/// What epochs are compared by, smaller is better: the NME, or where that is unknown the validation
/// loss.
double ranking_error(const EpochMetrics& epoch);

enum class RunState {
    Running,
    Finished,
    Stopped,       ///< by the person, and kept
    StoppedEarly,  ///< by a search, for others were better or its budget was used up; kept
    Failed,        ///< with RunSummary::message
    Interrupted    ///< says it is running, but its process is gone
};
std::string to_string(RunState state);

/// The time now as RunSummary::started has it: "2024-05-31T18:20:42+02:00".
std::string time_text_now();

/// summary.json.
struct RunSummary {
    RunState state = RunState::Running;
    std::string message;       ///< why it failed or was stopped, and what happened on the way
    std::string started;       ///< ISO 8601 with zone
    std::string device;        ///< "cpu", "cuda"
    std::string precision;     ///< "float32", "bfloat16"; "exact": on every machine so
    int threads = 0;           ///< that computed
    bool split_batch = false;  ///< each of them a share of every batch; see ComputeChoice
    double seconds = 0;        ///< training time so far
    int epochs_done = 0;
    int best_epoch = 0;  ///< 1-based, of the lowest ranking_error; 0 before the first
    int train_faces = 0;
    int validation_faces = 0;
    long long parameters = 0;
    std::vector<std::string> weights = {};  ///< sentences on those it started from; empty: random
    std::string scheme;                     ///< name of the data set's landmark scheme
    std::string normaliser;
    /// Of best.safetensors on the validation faces; NaN before the first epoch. While the training
    /// goes on they are those of its epoch (of one look, in the training's precision), at its end
    /// they are measured again as evaluate() does.
    double mse = 0;
    double error_px = 0;
    double nme = 0;
    double auc_08 = 0;
    double fr_08 = 0;
    double shape_variance_ratio = 0;  ///< see CollapseGauge; NaN when unknown
    double turn_right_share = 0;      ///< likewise
    /// Mean error in pixels of always predicting the training mean (in the crop) on the same faces:
    /// what a network has to beat.
    double constant_error_px = 0;
    /// On hard faces made of (at most 500 of) the validation faces, measured at the end; else
    /// empty.
    std::vector<StressRow> stress = {};
    /// Of a run that was stopped early: how many of so many others were better when they had come
    /// as far; both 0: it was the budget of the search that did not suffice for more.
    int others_better = 0;
    int others_compared = 0;

    bool operator==(const RunSummary&) const = default;
};

/// A run folder, read.
struct RunRecord {
    std::filesystem::path folder;
    std::string name;  ///< the folder's
    Experiment experiment;
    std::vector<EpochMetrics> epochs;
    RunSummary summary;
};

/// One row of predictions.csv; points are those that the network predicts.
struct CasePrediction {
    FaceResult result;
    std::filesystem::path image;  ///< absolute
    std::string person;
    std::optional<int> view;
};

}  // namespace rudolph
