#include "ui/session/study_show.h"

#include <utility>

#include "ui/parts/study_name.h"

namespace rudolph {

StudyShow::StudyShow(TrainWorker* worker, std::filesystem::path folder, Study study,
                     std::function<TrainObserver()> watch)
    : worker_(worker),
      folder_(std::move(folder)),
      study_(std::move(study)),
      watch_(std::move(watch)) {}

StudyObserver StudyShow::observer() {
    return {[this](const StudyRunStart& start) { return begin(start); },
            [this](int part, const TrainResult& result) {
                takeOver(part, TrainingEnd{result.run, result.stopped});
            },
            [this](int part, const Error& error) {
                takeOver(part, errorText(std::make_exception_ptr(error)));
            }};
}

/// Passes on what the run says while it is shown, and keeps what is needed to show it later.
TrainObserver StudyShow::begin(const StudyRunStart& start) {
    const int part = start.part;
    going_[part] = {start.finish, watch_(), {}};
    if (shown_)
        tellProgress();
    else
        show(part);
    const auto if_shown = [this, part](auto TrainObserver::*told) {
        return [this, part, told](const auto&... what) {
            if (shown_ == part)
                (going_[part].watcher.*told)(what...);
        };
    };
    TrainObserver observer;
    observer.on_prepare = if_shown(&TrainObserver::on_prepare);
    observer.on_batch = if_shown(&TrainObserver::on_batch);
    observer.on_measure = if_shown(&TrainObserver::on_measure);
    observer.on_note = if_shown(&TrainObserver::on_note);
    observer.on_start = [this, part](const TrainingPlan& plan) {
        Going& run = going_[part];
        run.plan = plan;
        if (shown_ == part)
            run.watcher.on_start(plan);
    };
    observer.on_epoch = [this, part](const EpochReport& report,
                                     const std::vector<FaceResult>& faces) {
        Going& run = going_[part];
        if (run.last)
            run.plan->epochs_before.push_back(run.last->metrics);
        run.last = report;
        run.faces = faces;
        if (shown_ == part)
            run.watcher.on_epoch(report, faces);
    };
    return observer;
}

void StudyShow::show(int part) {
    tellOver();
    shown_ = part;
    tellProgress();
    const Going& run = going_[part];
    if (run.plan)
        run.watcher.on_start(*run.plan);
    if (run.last)
        run.watcher.on_epoch(*run.last, run.faces);
}

void StudyShow::takeOver(int part, Over over) {
    going_.erase(part);
    if (shown_ != part) {
        if (const auto* error = std::get_if<ErrorText>(&over))
            emit worker_->noted(partName(study_, part) + QStringLiteral(": ") + error->what);
        return tellProgress();
    }
    const auto* end = std::get_if<TrainingEnd>(&over);
    const bool is_stopped = end != nullptr && end->stopped;
    over_ = std::move(over);
    shown_.reset();
    if (is_stopped || going_.empty())
        tellProgress();
    else
        show(going_.begin()->first);
}

void StudyShow::tellOver() {
    if (!over_)
        return;
    if (const auto* end = std::get_if<TrainingEnd>(&*over_))
        emit worker_->runEnded(*end);
    else
        emit worker_->runFailed(std::get<ErrorText>(*over_).what,
                                std::get<ErrorText>(*over_).advice);
    over_.reset();
}

void StudyShow::end(bool stopped) {
    const auto* error = over_ ? std::get_if<ErrorText>(&*over_) : nullptr;
    if (error != nullptr && !stopped) {
        emit worker_->failed(error->what, error->advice);
        return;
    }
    if (error != nullptr)
        tellOver();
    TrainingEnd last = over_ ? std::get<TrainingEnd>(*over_) : TrainingEnd();
    last.stopped = stopped;
    emit worker_->ended(last);
}

void StudyShow::tellProgress() {
    const StudyRuns runs = runs_of_study(folder_, study_);
    StudyProgress progress{folder_, study_.parts};
    if (shown_) {
        progress.running.push_back(*shown_);
        progress.finish = going_[*shown_].finish;
    }
    for (const auto& [part, going] : going_)
        if (part != shown_)
            progress.running.push_back(part);
    progress.failed = runs.failed();
    progress.figures = study_figures(study_, runs);
    emit worker_->studyProgressed(progress);
}

}  // namespace rudolph
