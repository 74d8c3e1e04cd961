#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/runs/run.h"
#include "core/runs/run_writer.h"
#include "core/train/trainer.h"

namespace rudolph {

/// Keeps a run folder while a training goes on. Epochs are kept in memory until save(), as flushing
/// files can take longer than a short epoch; what the folder holds is whole after each call.
class RunLog {
public:
    /// Makes the run folder, or goes on in that of job.resume, where `epochs` are done in
    /// `seconds`. The job must outlive this.
    RunLog(const TrainJob& job, const Split& split, std::vector<EpochMetrics> epochs = {},
           double seconds = 0);

    const std::filesystem::path& folder() const { return writer_.folder(); }

    /// What is known once training starts, with the weights it starts from.
    void begin(const TrainingPlan& plan, double constant_error_px, const std::string& weights);
    /// Of training, in all.
    double seconds() const;
    const std::vector<EpochMetrics>& epochs() const { return epochs_; }
    /// How many epochs went by since the best.
    int epochs_since_best() const { return summary_.epochs_done - summary_.best_epoch; }
    /// A sentence on what happened on the way, which the summary keeps.
    void note(const std::string& message);
    /// After an epoch; fills in whether it is the best so far. `weights` are a model file's bytes.
    EpochReport epoch(const EpochMetrics& metrics, const EvaluationReport& validation,
                      std::string weights);
    /// Writes what the epochs since the last time have left. Throws Error.
    void save();
    /// What the best network of the finished training is worth.
    void measured(const EvaluationReport& report, std::vector<StressRow> stress);
    /// Closes the run.
    void end(RunState state);
    /// Closes the run saying why it failed; does not throw, for there is an error under way.
    void fail(const std::string& message) noexcept;

private:
    /// What save() is to write.
    struct Unsaved {
        std::shared_ptr<const std::string> last_weights;
        std::shared_ptr<const std::string> best_weights;
        std::optional<std::vector<FaceResult>> results;  ///< of the best
    };

    void set_figures(const EvaluationReport& report);
    void write_summary();

    const TrainJob& job_;
    RunWriter writer_;
    RunSummary summary_;
    RunSummary written_;  ///< as it is in the folder
    Unsaved unsaved_;
    std::vector<EpochMetrics> epochs_;
    std::optional<double> best_error_;
    double seconds_before_ = 0;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// How fast batches are trained, lately, and how long the rest will take.
class TrainingClock {
public:
    /// `images` is what an epoch trains on.
    TrainingClock(int images, int epochs) : images_(images), epochs_(epochs) {}

    void batch_done(int images, double seconds);
    void validation_done(double seconds) { validation_seconds_ = seconds; }

    double images_per_second() const;
    /// With `done` images trained in `epoch` (1-based); `validated` when that is over too.
    double seconds_left(int epoch, int done, bool validated) const;

private:
    int images_;
    int epochs_;
    double recent_images_ = 0;
    double recent_seconds_ = 0;
    double validation_seconds_ = 0;
};

}  // namespace rudolph
