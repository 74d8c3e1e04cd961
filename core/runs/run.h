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
    Stopped,     ///< by the person, and kept
    Failed,      ///< with RunSummary::message
    Interrupted  ///< says it is running, but its process is gone
};
std::string to_string(RunState state);

/// The time now as RunSummary::started has it: "2024-05-31T18:20:42+02:00".
std::string time_text_now();

/// summary.json.
struct RunSummary {
    RunState state = RunState::Running;
    std::string message;    ///< why it failed
    std::string started;    ///< ISO 8601 with zone
    std::string device;     ///< "cpu", "cuda"
    std::string precision;  ///< "float32", "bfloat16"
    int threads = 0;        ///< that computed
    double seconds = 0;     ///< training time so far
    int epochs_done = 0;
    int best_epoch = 0;  ///< 1-based, of the lowest ranking_error; 0 before the first
    int train_faces = 0;
    int validation_faces = 0;
    long long parameters = 0;
    std::string scheme;  ///< name of the data set's landmark scheme
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

/// Writes a run folder as the training goes; every file atomically. Used by one thread.
class RunWriter {
public:
    /// Makes a new folder `runs`/NAME-YYYYMMDD-HHMMSS (with "-2" when that exists) and writes
    /// experiment.json and split.json. Throws Error when that cannot be done.
    RunWriter(const std::filesystem::path& runs, const Experiment& experiment,
              const Dataset& dataset, const Split& split);

    /// Goes on in the folder of a run, with its experiment as it is now (more epochs).
    RunWriter(const std::filesystem::path& folder, const Experiment& experiment);

    const std::filesystem::path& folder() const { return folder_; }
    std::filesystem::path best_weights() const { return folder_ / "best.safetensors"; }
    std::filesystem::path last_weights() const { return folder_ / "last.safetensors"; }
    void write_metrics(const std::vector<EpochMetrics>& epochs) const;       ///< metrics.csv
    void write_predictions(const std::vector<CasePrediction>& cases) const;  ///< predictions.csv
    void write_summary(const RunSummary& summary) const;  ///< summary.json, with this process's id

private:
    std::filesystem::path folder_;
};

/// Throws Error when the folder holds no run or a broken one.
RunRecord read_run(const std::filesystem::path& folder);
/// Best first or any order: as the file has them. Throws Error with the line that is broken.
std::vector<CasePrediction> read_predictions(const std::filesystem::path& folder);

/// All runs in a folder, newest first; broken ones become problems.
struct RunList {
    std::vector<RunRecord> runs;
    std::vector<Problem> problems;
};
RunList list_runs(const std::filesystem::path& folder);

}  // namespace rudolph
