#include "core/study/study_trainer.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "core/base/error.h"

namespace rudolph {
namespace {

/// What the threads that train a study share.
class StudyTrainer {
public:
    StudyTrainer(const TrainFunction& train, std::filesystem::path folder, Study study,
                 std::shared_ptr<const Dataset> dataset, const StudyTrainingOptions& options,
                 const StudyObserver& observer, CancelToken cancel, PauseToken pause)
        : train_(train),
          folder_(std::move(folder)),
          study_(std::move(study)),
          dataset_(std::move(dataset)),
          options_(options),
          observer_(observer),
          cancel_(std::move(cancel)),
          pause_(std::move(pause)) {}

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
        const int over = runs.done() + (options_.failed_again ? 0 : runs.failed());
        return std::clamp(trainings_at_once(runs, processors), 1, std::max(1, study_.parts - over));
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
            StudyRunStart start;
            TrainObserver watcher;
            {
                const std::lock_guard lock(mutex_);
                next = next_training(folder_, study_, runs_of_study(folder_, study_), taken_,
                                     options_.failed_again);
                if (!next) {
                    is_over_ = true;
                    return;
                }
                taken_.insert(next->part);
                start.part = next->part;
                start.at_once = at_once;
                watcher = observer_.on_start(start);
            }
            next->job.at_once = at_once;
            train_part(*next, watcher, start.finish);
        } catch (...) {
            const std::lock_guard lock(mutex_);
            is_over_ = true;
            if (!failure_)
                failure_ = std::current_exception();
        }
    }

    void train_part(const StudyTraining& next, const TrainObserver& watcher,
                    const CancelToken& finish) {
        TrainJob job = next.job;
        job.experiment.data = study_.experiment.data;
        job.experiment.opening = study_.experiment.opening;
        job.dataset = dataset_;
        TrainControl control(cancel_, pause_);
        control.finish = finish;
        try {
            const TrainResult result = train_(job, locked(watcher), control);
            const std::lock_guard lock(mutex_);
            observer_.on_end(next.part, result);
            if (result.stopped)
                is_over_ = is_stopped_ = true;
        } catch (const Error& error) {
            // One seed that diverges is part of the answer.
            if (!has_failed(runs_of_study(folder_, study_), next.part))
                throw;
            const std::lock_guard lock(mutex_);
            observer_.on_failure(next.part, error);
        }
    }

    template <class... Values>
    std::function<void(Values...)> locked(const std::function<void(Values...)>& callback) {
        if (!callback)
            return {};
        return [this, callback](Values... values) {
            const std::lock_guard lock(mutex_);
            callback(values...);
        };
    }

    TrainObserver locked(const TrainObserver& watcher) {
        return {locked(watcher.on_prepare), locked(watcher.on_start),   locked(watcher.on_batch),
                locked(watcher.on_epoch),   locked(watcher.on_measure), locked(watcher.on_note)};
    }

    const TrainFunction& train_;
    const std::filesystem::path folder_;
    const Study study_;
    const std::shared_ptr<const Dataset> dataset_;
    const StudyTrainingOptions options_;
    const StudyObserver& observer_;
    const CancelToken cancel_;
    const PauseToken pause_;
    mutable std::mutex mutex_;
    std::set<int> taken_;
    bool is_over_ = false;
    bool is_stopped_ = false;
    std::exception_ptr failure_;
};

}  // namespace

bool train_study(const TrainFunction& train, const std::filesystem::path& folder,
                 const Study& study, const std::shared_ptr<const Dataset>& dataset,
                 const StudyTrainingOptions& options, const StudyObserver& observer,
                 const CancelToken& cancel, const PauseToken& pause) {
    return StudyTrainer(train, folder, study, dataset, options, observer, cancel, pause).train();
}

}  // namespace rudolph
