#include "app/command_train_display.h"

#include <fmt/format.h>

#include <cmath>

#include "app/command_run_json.h"
#include "app/command_stress.h"
#include "core/base/json.h"

namespace rudolph {
namespace {

Json plan_json(const TrainingPlan& plan) {
    return {{"event", "start"},
            {"run", plan.run_folder.string()},
            {"device", plan.device},
            {"device_note", plan.device_note},
            {"precision", plan.precision},
            {"threads", plan.threads},
            {"split_batch", plan.split_batch},
            {"epochs_done", plan.epochs_before.size()},
            {"train_faces", plan.train_faces},
            {"validation_faces", plan.validation_faces},
            {"batches", plan.batches},
            {"epochs", plan.epochs},
            {"parameters", plan.parameters},
            {"points", plan.target_indices},
            {"notes", plan.notes}};
}

}  // namespace

void TrainDisplay::print_event(Json event) const {
    if (!part_.empty())
        event["part"] = part_;
    print(json_text(event, -1));
}

TrainObserver TrainDisplay::observer() {
    TrainObserver observer;
    observer.on_prepare = preparing_.callback();
    observer.on_start = [this](const TrainingPlan& plan) { start(plan); };
    observer.on_batch = [this](const BatchReport& report) { batch(report); };
    observer.on_epoch = [this](const EpochReport& report, const std::vector<FaceResult>&) {
        epoch(report);
    };
    observer.on_measure = measuring_.callback();
    observer.on_note = [this](const std::string& text) { note(text); };
    return observer;
}

void TrainDisplay::note(const std::string& text) {
    line_.clear();
    if (output_ == TrainOutput::JsonLines)
        print_event({{"event", "note"}, {"note", text}});
    else
        print(row_text("note", text));
}

void TrainDisplay::start(const TrainingPlan& plan) {
    preparing_.clear();
    epochs_ = plan.epochs;
    if (output_ == TrainOutput::JsonLines)
        print_event(plan_json(plan));
    else
        print_plan(plan);
}

void TrainDisplay::print_plan(const TrainingPlan& plan) {
    print(row_text(
        "faces", fmt::format("{} train, {} validation", plan.train_faces, plan.validation_faces)));
    print(row_text(
        "training",
        fmt::format("{} of {}", count_text(plan.epochs, "epoch"),
                    plan.batches == 1 ? "1 batch" : fmt::format("{} batches", plan.batches))));
    print(row_text("network", fmt::format("{} parameters, {}", grouped_text(plan.parameters),
                                          count_text(plan.target_indices.size(), "point"))));
    print(row_text("device", fmt::format("{}, {}, {}{}", plan.device, plan.precision,
                                         count_text(plan.threads, "thread"),
                                         plan.split_batch ? " that share each batch" : "")));
    if (!plan.device_note.empty())
        print(row_text("note", plan.device_note));
    for (const std::string& note : plan.notes)
        print(row_text("note", note));
    print(row_text("run", path_text(plan.run_folder)));
    if (!plan.epochs_before.empty())
        print(row_text("resumed", "after " + count_text(plan.epochs_before.size(), "epoch")));
}

void TrainDisplay::batch(const BatchReport& report) {
    if (!line_.due())
        return;
    const double share =
        report.batches > 0 ? static_cast<double>(report.batch) / report.batches : 0;
    line_.show(fmt::format("epoch {}/{} {} batch {}/{}  loss {}  {:.0f} images/s  {} left",
                           report.epoch, epochs_, bar_text(share, 24), report.batch, report.batches,
                           figure_text(report.loss), report.images_per_second,
                           duration_text(report.seconds_left)));
}

void TrainDisplay::epoch(const EpochReport& report) {
    line_.clear();
    const EpochMetrics& metrics = report.metrics;
    if (output_ == TrainOutput::JsonLines) {
        Json event = {{"event", "epoch"}};
        event.update(epoch_json(metrics));
        event["epochs"] = epochs_;
        event["best"] = report.best;
        event["seconds_left"] = json_number(report.seconds_left);
        print_event(event);
        return;
    }
    const int width = static_cast<int>(std::to_string(epochs_).size());
    print(fmt::format(
        "epoch {:>{}}/{}  train {:<8}  validation {:<8}  error {:>8}  NME {:>7}  {}{}\n",
        metrics.epoch, width, epochs_, figure_text(metrics.train_loss),
        figure_text(metrics.validation_loss), pixels_text(metrics.error_px),
        percent_text(metrics.nme),
        metrics.epoch < epochs_ ? duration_text(report.seconds_left) + " left"
                                : duration_text(report.seconds),
        report.best ? "  best so far" : ""));
}

void TrainDisplay::finish(const TrainResult& result, const std::string& data) {
    preparing_.clear();
    measuring_.clear();
    line_.clear();
    if (output_ == TrainOutput::JsonLines) {
        Json event = {{"event", "end"}, {"stopped", result.stopped}};
        event.update(run_json(result.run));
        print_event(event);
        return;
    }
    const RunSummary& summary = result.run.summary;
    const std::string folder = path_text(result.run.folder);
    if (result.stopped)
        print(fmt::format("stopped after {} of {}; the run is kept in {}\n", summary.epochs_done,
                          count_text(result.run.experiment.epochs, "epoch"), folder));
    else
        print(fmt::format("finished in {}: {}\n", duration_text(summary.seconds), folder));
    if (summary.best_epoch == 0)
        return;
    print(row_text("best",
                   fmt::format("epoch {}, MSE {}", summary.best_epoch, figure_text(summary.mse))));
    print(row_text("error", better_than_constant_text(summary)));
    print(row_text("NME", percent_text(summary.nme) + " of " + summary.normaliser));
    print(row_text("AUC, FR", fmt::format("{} and {} at 0.08", figure_text(summary.auc_08),
                                          percent_text(summary.fr_08))));
    print_shapes(summary.shape_variance_ratio, summary.turn_right_share);
    if (!summary.stress.empty())
        print_stress(summary.stress);
    print(fmt::format("next: rudolph evaluate {} --data {} --sheet cases.png\n",
                      shell_quoted(folder), shell_quoted(data)));
}

}  // namespace rudolph
