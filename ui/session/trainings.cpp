#include "ui/session/trainings.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/runs/run_files.h"
#include "core/runs/run_reader.h"
#include "core/train/resume_job.h"
#include "ui/base/error_text.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/field_words.h"
#include "ui/session/experiment_draft.h"
#include "ui/session/search_words.h"
#include "ui/session/session.h"

namespace rudolph {
namespace {

/// By how much a run is proposed to go on.
int moreEpochsOf(const RunRecord& run) {
    if (run.folder.empty() || !Trainings::whyNotFurther(run).isEmpty())
        return 0;
    const int left = run.experiment.epochs - run.summary.epochs_done;
    return left > 0 ? left : std::max(1, run.experiment.epochs / 2);
}

QString outcomeText(const RunSummary& summary) {
    if (summary.epochs_done == 0)
        return {};
    return std::isfinite(summary.nme) ? Trainings::tr("NME %1").arg(percentText(summary.nme))
                                      : pixelText(summary.error_px);
}

}  // namespace

Trainings::Trainings(Session* session, const QString& file, TrainWorker::OpenEngine open)
    : session_(session),
      queue_(file),
      activity_(&session->activities(), StudioPage::Train, nullptr),
      worker_(new TrainWorker(std::move(open))),
      watched_(std::make_shared<WatchList>()) {
    connectWorker();
    connect(&activity_, &Activity::cancelRequested, this, &Trainings::stop);
    connect(&queue_, &TrainingQueue::failed, this, &Trainings::failed);
    connect(&session->watchedFaces(), &WatchedFaces::changed, this, [this](const QString& data) {
        if (data == data_)
            watch();
    });
}

Trainings::~Trainings() {
    control_.cancel.cancel();
    thread_.quit();
    thread_.wait();
    // It lived on that thread, which is no more.
    delete worker_;
}

void Trainings::connectWorker() {
    worker_->moveToThread(&thread_);
    thread_.setObjectName(QStringLiteral("training"));
    connect(worker_, &TrainWorker::engineReady, this, &Trainings::engineReady);
    connect(worker_, &TrainWorker::engineMissing, this, &Trainings::engineMissing);
    connect(worker_, &TrainWorker::preparing, this, [this](int done, int total) {
        if (state_ != State::Preparing)
            return;
        activity_.show(tr("Preparing to train"), done, total);
        emit preparing(done, total);
    });
    connect(worker_, &TrainWorker::started, this, &Trainings::takeStart);
    connect(worker_, &TrainWorker::batchDone, this, &Trainings::takeBatch);
    connect(worker_, &TrainWorker::epochDone, this, [this](const EpochUpdate& update) {
        emit epochDone(update);
        tellRun();
    });
    connect(worker_, &TrainWorker::measuring, this, [this](int done, int total) {
        if (state_ == State::Stopping)
            return;
        setState(State::Measuring);
        activity_.show(tr("Measuring the best network"), done, total);
        emit measuring(done, total);
    });
    connect(worker_, &TrainWorker::noted, this, &Trainings::noted);
    connect(worker_, &TrainWorker::ended, this, &Trainings::takeEnd);
    connect(worker_, &TrainWorker::judged, this, &Trainings::tellRun);
    connect(worker_, &TrainWorker::failed, this, &Trainings::takeFailure);
    thread_.start();
}

QString Trainings::runFolder() const {
    return toQString(run_folder_);
}

QString Trainings::whyNotFurther(const RunRecord& run) {
    const RunSummary& summary = run.summary;
    if (summary.state == RunState::Running)
        return tr("This run still goes on.");
    // Stopping in the middle of the first epoch keeps what was learnt; a training that fails or is
    // killed there has only its start.
    std::error_code ignored;
    const bool is_kept = summary.state == RunState::Stopped &&
                         std::filesystem::exists(run.folder / kCheckpointFile, ignored);
    if (run.epochs.empty() && !is_kept)
        return tr(
            "This run ended before its first epoch was over: there is nothing to go on "
            "from. Train its experiment anew.");
    return {};
}

void Trainings::probeEngine() {
    QMetaObject::invokeMethod(worker_, &TrainWorker::probeEngine);
}

void Trainings::setState(State state) {
    if (state == state_)
        return;
    state_ = state;
    if (state == State::Idle)
        activity_.end();
    else if (state == State::Paused)
        activity_.show(tr("Training is paused"), activity_.done(), activity_.total());
    else if (state == State::Stopping)
        activity_.show(tr("Stopping the training"));
    emit stateChanged(state);
}

bool Trainings::hasFaces() {
    if (session_->document() != nullptr)
        return true;
    session_->navigation().report(tr("Training did not start: open annotated faces first"));
    return false;
}

bool Trainings::isReady() {
    if (session_->draft().problems().empty())
        return hasFaces();
    emit settingsRefused();
    session_->navigation().report(
        tr("Training did not start: change the settings that are marked"));
    return false;
}

void Trainings::start() {
    if (isTraining() || !isReady())
        return;
    queue_.addNext({session_->draft().experiment()});
    trainNext();
}

void Trainings::enqueue() {
    if (!isReady())
        return;
    queue_.add({{session_->draft().experiment()}});
    session_->navigation().report(tr("Added to the queue"));
}

void Trainings::enqueue(const std::vector<Experiment>& experiments) {
    std::vector<QueuedTraining> trainings;
    for (const Experiment& experiment : experiments)
        trainings.push_back({experiment});
    queue_.add(trainings);
    session_->navigation().report(
        tr("Added to the queue: %n experiment(s)", nullptr, static_cast<int>(trainings.size())));
}

void Trainings::enqueue(const HalvingSearch& search) {
    QueuedTraining training{search.trials.front().experiment};
    training.experiment.name = search.name;
    training.search = search;
    queue_.add({training});
    session_->navigation().report(tr("Added to the queue: a search among %n experiment(s)", nullptr,
                                     static_cast<int>(search.trials.size())));
}

void Trainings::startQueue() {
    if (!isTraining())
        trainNext();
}

void Trainings::trainPresets(const QStringList& names) {
    if (!hasFaces())
        return;
    std::vector<QueuedTraining> trainings;
    for (const QString& name : names) {
        trainings.push_back({preset(name.toStdString())});
        const Dataset& faces = session_->document()->dataset();
        trainings.back().experiment.data = faces.source.string();
        trainings.back().experiment.opening = faces.opening;
    }
    queue_.add(trainings);
    startQueue();
}

void Trainings::extendRun(const QString& run_folder, int epochs) {
    try {
        TrainJob job = resume_job(toPath(run_folder), epochs);
        // Where they have moved, the faces that are open are meant; training checks that they are
        // those of the run.
        std::error_code ignored;
        const AnnotationDocument* document = session_->document();
        if (document != nullptr && !std::filesystem::exists(job.experiment.data, ignored)) {
            job.experiment.data = document->dataset().source.string();
            job.experiment.opening = document->dataset().opening;
        }
        queue_.addNext({job.experiment, job.resume});
        startQueue();
    } catch (...) {
        fail();
    }
}

void Trainings::trainFurther(const QString& run_folder) {
    try {
        const RunRecord run = read_run(toPath(run_folder));
        if (const QString why = whyNotFurther(run); !why.isEmpty())
            emit failed(why, {});
        else
            extendRun(run_folder, run.summary.epochs_done + moreEpochsOf(run));
    } catch (...) {
        fail();
    }
}

void Trainings::extendLast(int more_epochs) {
    extendRun(runFolder(), epochs_done_ + more_epochs);
}

void Trainings::fail() {
    const ErrorText text = errorText(std::current_exception());
    emit failed(text.what, text.advice);
}

/// A training takes them over after its next epoch.
void Trainings::watch() {
    std::vector<std::string> ids;
    for (const QString& id : session_->watchedFaces().ids(data_))
        ids.push_back(id.toStdString());
    watched_->set(std::move(ids));
}

void Trainings::trainNext() {
    const std::optional<int> row = queue_.nextWaiting();
    if (!row)
        return;
    if (steps_.isSearch(*row))
        return searchOn(*row);
    const QueuedTraining next = queue_.at(*row);
    most_seconds_.reset();
    step_text_.clear();
    train(*row, next.experiment, next.resume);
}

void Trainings::searchOn(int row) {
    queue_.setRunning(row);
    const std::optional<SearchStep> step = steps_.next(row);
    if (!step)
        return endSearch(row);
    step_text_ = step->text;
    most_seconds_ = step->most_seconds;
    is_out_of_time_ = false;
    train(row, step->experiment, step->resume, step->until);
}

void Trainings::train(int row, const Experiment& experiment, const std::filesystem::path& resume,
                      int stop_after) {
    const AnnotationDocument* document = session_->document();
    const bool is_open = document != nullptr &&
                         document->dataset().source.string() == experiment.data &&
                         document->dataset().opening == experiment.opening;
    control_ = TrainControl();
    run_folder_.clear();
    more_epochs_ = 0;
    data_ = QString::fromStdString(experiment.data);
    watch();
    const TrainRequest request{experiment,
                               is_open ? session_->dataset() : nullptr,
                               toPath(session_->runsFolder()),
                               control_,
                               resume,
                               stop_after,
                               watched_};
    queue_.setRunning(row);
    setState(State::Preparing);
    activity_.show(tr("Preparing to train"));
    emit begun(request.experiment.epochs);
    session_->navigation().report({});
    QMetaObject::invokeMethod(worker_, [worker = worker_, request] { worker->train(request); });
}

void Trainings::stop() {
    if (!isTraining() || state_ == State::Stopping)
        return;
    control_.cancel.cancel();
    setState(State::Stopping);
}

void Trainings::pause(bool paused) {
    if (paused)
        control_.pause.pause();
    else
        control_.pause.resume();
    setState(paused ? State::Paused : State::Training);
}

void Trainings::finishEarly() {
    control_.finish.cancel();
    pause(false);
    emit stateChanged(state_);
    emit noted(tr("This epoch is the last; then the best network is measured."));
}

void Trainings::takeStart(const TrainingPlan& plan) {
    run_folder_ = plan.run_folder;
    batches_ = plan.batches;
    epochs_ = plan.epochs;
    if (const auto row = queue_.runningRow())
        queue_.setRunFolder(*row, plan.run_folder);
    if (const auto row = queue_.runningRow(); steps_.isSearch(row))
        steps_.takeFolder(*row, plan.run_folder);
    emit started(plan);
    QStringList notes;
    if (!step_text_.isEmpty())
        notes << step_text_;
    if (!plan.device_note.empty())
        notes << QString::fromStdString(plan.device_note);
    for (const std::string& note : plan.notes)
        notes << QString::fromStdString(note);
    emit noted(notes.join(QStringLiteral(" · ")));
    if (state_ != State::Stopping)
        setState(State::Training);
    tellRun();
}

void Trainings::takeBatch(const BatchReport& report) {
    // The time that a search may take is over.
    if (most_seconds_ && report.seconds >= *most_seconds_) {
        is_out_of_time_ = true;
        control_.cancel.cancel();
    }
    if (state_ == State::Training)
        activity_.show(tr("Training, %1").arg(timeLeftText(report.seconds_left)),
                       (report.epoch - 1) * report.batches + report.batch,
                       epochs_ * std::max(1, batches_));
    emit batchDone(report);
}

void Trainings::takeEnd(const TrainingEnd& end) {
    if (!end.run.folder.empty())
        run_folder_ = end.run.folder;
    epochs_done_ = end.run.summary.epochs_done;
    more_epochs_ = moreEpochsOf(end.run);
    if (const auto row = queue_.runningRow(); steps_.isSearch(row))
        return takeStep(*row, end);
    const auto state =
        end.stopped ? QueuedTraining::State::Stopped : QueuedTraining::State::Finished;
    close(state, outcomeText(end.run.summary));
    emit ended(end);
    goOn(state);
}

void Trainings::takeStep(int row, const TrainingEnd& end) {
    const bool by_person = state_ == State::Stopping;
    judge(steps_.take(row, end.run, by_person || is_out_of_time_));
    if (by_person)
        queue_.setWaiting(row, {});
    leave(by_person ? QueuedTraining::State::Stopped : QueuedTraining::State::Finished);
    emit ended(end);
    if (by_person)
        goOn(QueuedTraining::State::Stopped);
    else if (is_out_of_time_)
        endSearch(row);
    else
        searchOn(row);
}

void Trainings::failStep(int row, const QString& what, const QString& advice) {
    const bool goes_on = steps_.fail(row);
    if (!goes_on)
        queue_.setWaiting(row, what);
    leave(QueuedTraining::State::Failed);
    emit failed(what, advice);
    if (goes_on)
        searchOn(row);
    else
        goOn(QueuedTraining::State::Stopped);
}

void Trainings::endSearch(int row) {
    judge(steps_.lastVerdicts(row));
    QString outcome;
    const std::filesystem::path best = steps_.best(row);
    queue_.setRunFolder(row, best);
    try {
        if (!best.empty())
            outcome = outcomeText(read_run(best).summary);
    } catch (...) {
        fail();
    }
    const QString how_far = searchTip(*queue_.at(row).search);
    emit noted(best.empty() ? tr("Search finished: %1.").arg(how_far)
                            : tr("Search finished: %1. Best: %2, %3.")
                                  .arg(how_far, toQString(best.filename()), outcome));
    const auto state =
        best.empty() ? QueuedTraining::State::Failed : QueuedTraining::State::Finished;
    close(state, outcome);
    goOn(state);
}

void Trainings::judge(const std::vector<SearchVerdict>& verdicts) {
    if (!verdicts.empty())
        QMetaObject::invokeMethod(worker_,
                                  [worker = worker_, verdicts] { worker->judge(verdicts); });
}

void Trainings::takeFailure(const QString& what, const QString& advice) {
    const bool was_training = isTraining();
    const QString words = settingWords(what.toStdString());
    if (const auto row = queue_.runningRow(); was_training && steps_.isSearch(row))
        return failStep(*row, words, settingWords(advice.toStdString()));
    if (was_training)
        close(QueuedTraining::State::Failed, words);
    emit failed(words, settingWords(advice.toStdString()));
    if (was_training)
        goOn(QueuedTraining::State::Failed);
}

QString Trainings::overText(QueuedTraining::State state) {
    return state == QueuedTraining::State::Finished  ? tr("Training finished")
           : state == QueuedTraining::State::Stopped ? tr("Training stopped")
                                                     : tr("Training failed");
}

void Trainings::close(QueuedTraining::State state, const QString& outcome) {
    if (const auto row = queue_.runningRow())
        queue_.setEnded(*row, state, outcome);
    leave(state);
}

void Trainings::leave(QueuedTraining::State state) {
    setState(State::Idle);
    emit over(state);
    session_->navigation().report(overText(state));
    tellRun();
}

/// The worker is free: trains what waits next, unless the person has stopped.
void Trainings::goOn(QueuedTraining::State state) {
    if (state != QueuedTraining::State::Stopped && queue_.nextWaiting())
        trainNext();
    else
        emit allEnded();
}

void Trainings::tellRun() {
    if (session_->runs().wasRead())
        session_->runs().refresh();
    emit runChanged(runFolder());
}

}  // namespace rudolph
