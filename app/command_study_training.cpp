#include "app/command_study_training.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "app/command_interrupt.h"
#include "app/command_model.h"
#include "app/command_output.h"
#include "app/command_train_display.h"
#include "core/base/error.h"
#include "core/study/study_training.h"

namespace rudolph {
namespace {

/// What the threads that train a study share. Everything printed is printed under its lock.
class StudyTrainer {
public:
    StudyTrainer(const Engine& engine, const std::filesystem::path& folder, const Study& study,
                 const std::shared_ptr<const Dataset>& dataset, const StudyTrainingOptions& options)
        : engine_(engine), folder_(folder), study_(study), dataset_(dataset), options_(options) {}

    bool train() {
        // The first shows how such a network is computed, and so whether others fit beside it.
        while (!is_over_ && at_once() == 1)
            train_next(1);
        const int threads = is_over_ ? 0 : at_once();
        std::vector<std::thread> others;
        for (int i = 1; i < threads; ++i)
            others.emplace_back([this, threads] { train_all(threads); });
        if (threads > 0)
            train_all(threads);
        for (std::thread& other : others)
            other.join();
        line_.clear();
        if (failure_)
            std::rethrow_exception(failure_);
        return !is_stopped_;
    }

private:
    int at_once() const {
        const int processors = options_.at_once > 0
                                   ? options_.at_once
                                   : static_cast<int>(std::thread::hardware_concurrency());
        const StudyRuns runs = runs_of_study(folder_, study_);
        return std::clamp(trainings_at_once(runs, processors), 1,
                          std::max(1, study_.parts - runs.done() - runs.failed()));
    }

    void train_all(int at_once) {
        while (!is_over())
            train_next(at_once);
    }

    bool is_over() const {
        const std::lock_guard lock(mutex_);
        return is_over_;
    }

    /// Sets is_over_ where nothing is left to train.
    void train_next(int at_once) {
        try {
            std::optional<StudyTraining> next;
            {
                const std::lock_guard lock(mutex_);
                next = next_training(folder_, study_, runs_of_study(folder_, study_), taken_);
                if (!next) {
                    is_over_ = true;
                    return;
                }
                taken_.insert(next->part);
                if (at_once == 1 && !options_.json)
                    print(fmt::format("\n{} ({} of {})\n", part_name(study_, next->part),
                                      next->part + 1, study_.parts));
            }
            next->job.at_once = at_once;
            train_part(*next);
        } catch (...) {
            const std::lock_guard lock(mutex_);
            is_over_ = true;
            if (!failure_)
                failure_ = std::current_exception();
        }
    }

    void train_part(const StudyTraining& next) {
        TrainJob job = next.job;
        job.experiment.data = study_.experiment.data;
        job.experiment.opening = study_.experiment.opening;
        job.dataset = dataset_;
        const std::string name = part_name(study_, next.part);
        TrainDisplay display(options_.json ? TrainOutput::JsonLines : TrainOutput::Text,
                             options_.json ? name : "");
        try {
            const bool is_alone = job.at_once == 1;
            const TrainResult result = engine_.train(job,
                                                     is_alone        ? display.observer()
                                                     : options_.json ? locked(display.observer())
                                                                     : short_observer(name),
                                                     interrupt_token());
            const std::lock_guard lock(mutex_);
            line_.clear();
            progress_.erase(name);
            if (is_alone || options_.json)
                display.finish(result, job.experiment.data);
            else
                print_end(name, result);
            if (result.stopped)
                is_over_ = is_stopped_ = true;
        } catch (const Error& error) {
            // One seed that diverges is part of the answer.
            if (!has_failed(runs_of_study(folder_, study_), next.part))
                throw;
            const std::lock_guard lock(mutex_);
            line_.clear();
            progress_.erase(name);
            print_to_person(name + ": " + error.what());
        }
    }

    TrainObserver locked(const TrainObserver& observer) {
        TrainObserver safe;
        safe.on_start = [this, observer](const TrainingPlan& plan) {
            const std::lock_guard lock(mutex_);
            observer.on_start(plan);
        };
        safe.on_epoch = [this, observer](const EpochReport& report,
                                         const std::vector<FaceResult>& faces) {
            const std::lock_guard lock(mutex_);
            observer.on_epoch(report, faces);
        };
        safe.on_note = [this, observer](const std::string& text) {
            const std::lock_guard lock(mutex_);
            observer.on_note(text);
        };
        return safe;
    }

    /// Of one beside others: its notes, and a part of the line that shows all.
    TrainObserver short_observer(const std::string& name) {
        TrainObserver observer;
        observer.on_start = [this, name](const TrainingPlan& plan) {
            const std::lock_guard lock(mutex_);
            epochs_ = plan.epochs;
            show(name, "begins");
            for (const std::string& note : plan.notes)
                print_note(name, note);
        };
        observer.on_epoch = [this, name](const EpochReport& report,
                                         const std::vector<FaceResult>&) {
            const std::lock_guard lock(mutex_);
            show(name, fmt::format("epoch {}/{}, {} left", report.metrics.epoch, epochs_,
                                   duration_text(report.seconds_left)));
        };
        observer.on_measure = [this, name](const Progress&) {
            const std::lock_guard lock(mutex_);
            show(name, "is measured");
        };
        observer.on_note = [this, name](const std::string& text) {
            const std::lock_guard lock(mutex_);
            print_note(name, text);
        };
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

    void print_end(const std::string& name, const TrainResult& result) {
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

    const Engine& engine_;
    const std::filesystem::path folder_;
    const Study study_;
    const std::shared_ptr<const Dataset> dataset_;
    const StudyTrainingOptions options_;
    mutable std::mutex mutex_;
    std::set<int> taken_;
    std::set<std::string> notes_;
    std::map<std::string, std::string> progress_;  ///< of the runs that go on
    StatusLine line_;
    int epochs_ = 0;
    bool is_over_ = false;
    bool is_stopped_ = false;
    std::exception_ptr failure_;
};

}  // namespace

bool train_study(const std::filesystem::path& folder, const Study& study,
                 const std::shared_ptr<const Dataset>& dataset,
                 const StudyTrainingOptions& options) {
    const auto engine = open_engine_for_person();
    return StudyTrainer(*engine, folder, study, dataset, options).train();
}

}  // namespace rudolph
