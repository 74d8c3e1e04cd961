#include "app/command_study_training.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "app/command_interrupt.h"
#include "app/command_model.h"
#include "app/command_output.h"
#include "app/command_train_display.h"
#include "core/base/error.h"

namespace rudolph {
namespace {

/// Shows the runs of a study: one that is alone as any training, several in a line together.
class StudyDisplay {
public:
    StudyDisplay(Study study, bool json) : study_(std::move(study)), is_json_(json) {}

    StudyObserver observer() {
        return {[this](const StudyRunStart& start) { return begin(start); },
                [this](int part, const TrainResult& result) { end(part, result); },
                [this](int part, const Error& error) { fail(part, error); }};
    }
    void clear() { line_.clear(); }

private:
    TrainObserver begin(const StudyRunStart& start) {
        const std::string name = part_name(study_, start.part);
        const bool is_alone = start.at_once == 1;
        if (is_alone && !is_json_)
            print(fmt::format("\n{} ({} of {})\n", name, start.part + 1, study_.parts));
        if (!is_alone && !is_json_)
            return short_observer(name);
        const auto [display, is_new] =
            displays_.try_emplace(start.part, is_json_ ? TrainOutput::JsonLines : TrainOutput::Text,
                                  is_json_ ? name : "");
        TrainObserver watcher = display->second.observer();
        // Their bars would be drawn over each other.
        if (!is_alone) {
            watcher.on_prepare = watcher.on_measure = {};
            watcher.on_batch = {};
        }
        return watcher;
    }

    void end(int part, const TrainResult& result) {
        if (const auto display = displays_.find(part); display != displays_.end())
            return display->second.finish(result, study_.experiment.data);
        const std::string name = part_name(study_, part);
        line_.clear();
        progress_.erase(name);
        const RunSummary& summary = result.run.summary;
        const std::string folder = path_text(result.run.folder);
        if (result.stopped)
            print(row_text(
                name,
                fmt::format("stopped after {} of {}; the run is kept in {}", summary.epochs_done,
                            count_text(result.run.experiment.epochs, "epoch"), folder)));
        else
            print(row_text(name, fmt::format("{} in {}: {}",
                                             std::isfinite(summary.nme)
                                                 ? "NME " + percent_text(summary.nme)
                                                 : "error " + pixels_text(summary.error_px),
                                             duration_text(summary.seconds), folder)));
    }

    void fail(int part, const Error& error) {
        const std::string name = part_name(study_, part);
        line_.clear();
        progress_.erase(name);
        print_to_person(name + ": " + error.what());
    }

    /// Of one beside others: its notes, and a part of the line that shows all.
    TrainObserver short_observer(const std::string& name) {
        TrainObserver observer;
        observer.on_start = [this, name](const TrainingPlan& plan) {
            epochs_ = plan.epochs;
            show(name, "begins");
            for (const std::string& note : plan.notes)
                print_note(name, note);
        };
        observer.on_epoch = [this, name](const EpochReport& report,
                                         const std::vector<FaceResult>&) {
            show(name, fmt::format("epoch {}/{}, {} left", report.metrics.epoch, epochs_,
                                   duration_text(report.seconds_left)));
        };
        observer.on_measure = [this, name](const Progress&) { show(name, "is measured"); };
        observer.on_note = [this, name](const std::string& text) { print_note(name, text); };
        return observer;
    }

    void show(const std::string& name, const std::string& text) {
        progress_[name] = text;
        std::string all;
        for (const auto& [run, state] : progress_)
            all += (all.empty() ? "" : "   ") + fmt::format("{}: {}", run, state);
        line_.show(all);
    }

    void print_note(const std::string& name, const std::string& text) {
        line_.clear();
        // Of the data set, and so the same for all.
        if (notes_.insert(text).second)
            print(row_text(name, text));
    }

    const Study study_;
    const bool is_json_;
    std::map<int, TrainDisplay> displays_;  ///< of runs that are shown as any training
    std::set<std::string> notes_;
    std::map<std::string, std::string> progress_;  ///< of the others that go on
    StatusLine line_;
    int epochs_ = 0;
};

}  // namespace

bool train_study_for_person(const std::filesystem::path& folder, const Study& study,
                            const std::shared_ptr<const Dataset>& dataset,
                            const StudyTrainingOptions& options, bool json) {
    const auto engine = open_engine_for_person();
    StudyDisplay display(study, json);
    const bool is_whole = train_study(
        [&engine](const TrainJob& job, const TrainObserver& observer, const TrainControl& control) {
            return engine->train(job, observer, control);
        },
        folder, study, dataset, options, display.observer(), interrupt_token());
    display.clear();
    return is_whole;
}

}  // namespace rudolph
