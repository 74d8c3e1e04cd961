#include "core/train/run_log.h"

#include <ctime>

#include "core/base/file.h"
#include "core/base/nan.h"
#include "core/runs/run_reader.h"
#include "core/runs/run_writer.h"

namespace rudolph {
namespace {

/// What a batch's weight in the speed falls to with each later batch.
constexpr double kFading = 0.95;

std::vector<CasePrediction> cases_of(const Dataset& dataset,
                                     const std::vector<FaceResult>& results) {
    std::vector<CasePrediction> cases;
    for (const FaceResult& result : results) {
        const std::optional<int> index = dataset.find(result.sample_id);
        if (!index)
            continue;
        const Sample& sample = dataset.samples[static_cast<size_t>(*index)];
        cases.push_back(
            {result, std::filesystem::absolute(sample.image), sample.person, sample.view});
    }
    return cases;
}

}  // namespace

RunLog::RunLog(const TrainJob& job, const Split& split, std::vector<EpochMetrics> epochs,
               double seconds)
    : job_(job),
      writer_(job.resume.empty() ? RunWriter(job.runs, job.experiment, *job.dataset, split)
                                 : RunWriter(job.resume, job.experiment)),
      epochs_(std::move(epochs)),
      seconds_before_(seconds) {
    if (!job.resume.empty())
        summary_ = read_run(job.resume).summary;
    if (epochs_.empty()) {
        summary_.started = time_text_now();
        summary_.scheme = job.dataset->scheme.name;
        summary_.normaliser = job.dataset->scheme.normaliser_name();
        for (double* figure : {&summary_.mse, &summary_.error_px, &summary_.nme, &summary_.auc_08,
                               &summary_.fr_08, &summary_.constant_error_px,
                               &summary_.shape_variance_ratio, &summary_.turn_right_share})
            *figure = kNaN;
    }
    summary_.train_faces = static_cast<int>(split.train.size());
    summary_.validation_faces = static_cast<int>(split.validation.size());
    summary_.state = RunState::Running;
    summary_.message.clear();
    summary_.others_better = summary_.others_compared = 0;
    summary_.epochs_done = static_cast<int>(epochs_.size());
    summary_.best_epoch = 0;
    for (const EpochMetrics& epoch : epochs_) {
        if (best_error_ && ranking_error(epoch) >= *best_error_)
            continue;
        best_error_ = ranking_error(epoch);
        summary_.best_epoch = epoch.epoch;
    }
    writer_.write_metrics(epochs_);
    write_summary();
}

void RunLog::begin(const TrainingPlan& plan, double constant_error_px, const std::string& weights) {
    summary_.device = plan.device;
    summary_.precision = plan.precision;
    summary_.threads = plan.threads;
    summary_.split_batch = plan.split_batch;
    summary_.train_faces = plan.train_faces;
    summary_.validation_faces = plan.validation_faces;
    summary_.parameters = plan.parameters;
    if (epochs_.empty() && !plan.weights.empty())
        summary_.weights = plan.weights;
    summary_.constant_error_px = constant_error_px;
    if (epochs_.empty())
        write_file(writer_.last_weights(), weights);
    write_summary();
    start_ = std::chrono::steady_clock::now();
}

EpochReport RunLog::epoch(const EpochMetrics& metrics, const EvaluationReport& validation,
                          std::string weights) {
    EpochReport report;
    report.metrics = metrics;
    report.best = !best_error_ || ranking_error(metrics) < *best_error_;
    unsaved_.last_weights = std::make_shared<const std::string>(std::move(weights));
    if (report.best) {
        best_error_ = ranking_error(metrics);
        unsaved_.best_weights = unsaved_.last_weights;
        summary_.best_epoch = metrics.epoch;
        set_figures(validation);
    }
    epochs_.push_back(metrics);
    summary_.epochs_done = metrics.epoch;
    report.seconds = seconds();
    return report;
}

void RunLog::save() {
    if (unsaved_.last_weights)
        write_file(writer_.last_weights(), *unsaved_.last_weights);
    if (unsaved_.best_weights)
        write_file(writer_.best_weights(), *unsaved_.best_weights);
    if (unsaved_.results)
        writer_.write_predictions(cases_of(*job_.dataset, *unsaved_.results));
    if (unsaved_.last_weights)
        writer_.write_metrics(epochs_);
    write_summary();
    unsaved_ = {};
}

void RunLog::set_figures(const EvaluationReport& report) {
    unsaved_.results = report.results;
    summary_.mse = report.mse;
    summary_.error_px = report.error_px;
    summary_.nme = report.nme;
    summary_.auc_08 = report.auc_08;
    summary_.fr_08 = report.fr_08;
    summary_.shape_variance_ratio = report.collapse.shape_variance_ratio;
    summary_.turn_right_share = report.collapse.turn_right_share;
    summary_.stress.clear();
}

void RunLog::measured(const EvaluationReport& report, std::vector<StressRow> stress) {
    set_figures(report);
    summary_.stress = std::move(stress);
    save();
}

void RunLog::end(RunState state) {
    summary_.state = state;
    save();
}

void RunLog::fail(const std::string& message) noexcept {
    // The disk that refuses the run may be what failed: the first error is the one to report.
    try {
        try {
            save();
        } catch (const std::exception&) {
            summary_ = written_;  // tells of the weights that are there
        }
        summary_.message = message;
        summary_.state = RunState::Failed;
        write_summary();
    } catch (const std::exception&) {
    }
}

void RunLog::note(const std::string& message) {
    summary_.message += (summary_.message.empty() ? "" : "; ") + message;
    save();
}

double RunLog::seconds() const {
    return seconds_before_ +
           std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void RunLog::write_summary() {
    summary_.seconds = seconds();
    writer_.write_summary(summary_);
    written_ = summary_;
}

void TrainingClock::batch_done(int images, double seconds) {
    recent_images_ = kFading * recent_images_ + images;
    recent_seconds_ = kFading * recent_seconds_ + seconds;
}

double TrainingClock::images_per_second() const {
    return recent_seconds_ > 0 ? recent_images_ / recent_seconds_ : 0;
}

double TrainingClock::seconds_left(int epoch, int done, bool validated) const {
    const double speed = images_per_second();
    if (speed <= 0)
        return 0;
    const double epochs_after = epochs_ - epoch;
    const double images = images_ - done + epochs_after * images_;
    return images / speed + (epochs_after + (validated ? 0 : 1)) * validation_seconds_;
}

}  // namespace rudolph
