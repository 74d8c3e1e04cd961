#include "ui/session/trainings.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/runs/run_files.h"
#include "core/runs/run_reader.h"
#include "core/study/study_training.h"
#include "core/train/resume_job.h"
#include "ui/base/error_text.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/field_words.h"
#include "ui/parts/study_name.h"
#include "ui/session/experiment_draft.h"
#include "ui/session/search_words.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr int kMostRepeats = 100;
/// Fewer say nothing about other seeds; see study_difference().
constexpr int kSeedsThatTell = 3;

/// By how much a run is proposed to go on.
int moreEpochsOf(const RunRecord& run) {
    if (run.folder.empty() || !Trainings::whyNotFurther(run).isEmpty())
        return 0;
    const int left = run.experiment.epochs - run.summary.epochs_done;
    return left > 0 ? left : std::max(1, run.experiment.epochs / 2);
}

/// Of all its finished runs.
QString outcomeText(const StudyProgress& study) {
    if (study.figures.runs.empty())
        return {};
    const QString mean = meanText(study.figures);
    return study.figures.by_nme ? Trainings::tr("NME %1").arg(mean) : mean;
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
    repeats_.count = std::clamp(Settings().get(settings::kRepeats), 1, kMostRepeats);
    repeats_.kind =
        Settings().get(settings::kRepeatsAreFolds) ? StudyKind::Folds : StudyKind::Seeds;
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
    connect(worker_, &TrainWorker::studyProgressed, this, &Trainings::takeStudy);
    connect(worker_, &TrainWorker::runEnded, this, [this](const TrainingEnd& end) {
        run_folder_ = end.run.folder;
        takeRun(QueuedTraining::State::Finished, [&] { emit ended(end); });
    });
    connect(
        worker_, &TrainWorker::runFailed, this, [this](const QString& what, const QString& advice) {
            takeRun(QueuedTraining::State::Failed, [&] {
                emit failed(settingWords(what.toStdString()), settingWords(advice.toStdString()));
            });
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

QueuedTraining Trainings::ofDraft() const {
    QueuedTraining training{session_->draft().experiment()};
    training.repeats = repeats_;
    return training;
}

void Trainings::setRepeats(const Repeats& repeats) {
    if (repeats == repeats_)
        return;
    repeats_ = repeats;
    Settings().set(settings::kRepeats, repeats.count);
    Settings().set(settings::kRepeatsAreFolds, repeats.kind == StudyKind::Folds);
    emit repeatsChanged();
}

void Trainings::start() {
    if (isTraining() || !isReady())
        return;
    queue_.addNext(ofDraft());
    trainNext();
}

void Trainings::enqueue() {
    if (!isReady())
        return;
    queue_.add({ofDraft()});
    session_->navigation().report(tr("Added to the queue"));
}

void Trainings::enqueue(const std::vector<Experiment>& experiments) {
    std::vector<QueuedTraining> trainings;
    for (const Experiment& experiment : experiments) {
        trainings.push_back({experiment});
        trainings.back().repeats = repeats_;
    }
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

void Trainings::trainPresets(const QStringList& names, const Repeats& repeats) {
    if (!hasFaces())
        return;
    std::vector<QueuedTraining> trainings;
    for (const QString& name : names) {
        trainings.push_back({preset(name.toStdString())});
        const Dataset& faces = session_->document()->dataset();
        trainings.back().experiment.data = faces.source.string();
        trainings.back().experiment.opening = faces.opening;
        trainings.back().repeats = repeats;
    }
    queue_.add(trainings);
    startQueue();
}

/// Where the faces of a run have moved, those that are open are meant; training checks that they
/// are those of the run.
void Trainings::takeOpenFacesIfLost(Experiment& experiment) const {
    std::error_code ignored;
    const AnnotationDocument* document = session_->document();
    if (document == nullptr || std::filesystem::exists(experiment.data, ignored))
        return;
    experiment.data = document->dataset().source.string();
    experiment.opening = document->dataset().opening;
}

void Trainings::extendRun(const QString& run_folder, int epochs) {
    try {
        TrainJob job = resume_job(toPath(run_folder), epochs);
        takeOpenFacesIfLost(job.experiment);
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

void Trainings::trainStudy(const QString& study_folder, bool failed_again) {
    queueStudy(toPath(study_folder), failed_again);
    startQueue();
}

/// Before all that waits, unless it waits or is trained already.
void Trainings::queueStudy(const std::filesystem::path& folder, bool failed_again) {
    const auto& queued = queue_.trainings();
    const bool is_queued =
        std::any_of(queued.begin(), queued.end(), [&folder](const QueuedTraining& training) {
            return training.study == folder && (training.state == QueuedTraining::State::Waiting ||
                                                training.state == QueuedTraining::State::Running);
        });
    if (is_queued)
        return;
    try {
        const Study study = read_study(folder);
        QueuedTraining training{study.experiment};
        training.repeats = {study.kind, study.parts};
        training.study = folder;
        training.failed_again = failed_again;
        takeOpenFacesIfLost(training.experiment);
        queue_.addNext(training);
    } catch (...) {
        fail();
    }
}

void Trainings::repeatRuns(const QStringList& run_folders) {
    std::vector<std::filesystem::path> studies;
    try {
        for (const QString& run : run_folders)
            studies.push_back(make_study_of_run(toPath(run), kSeedsThatTell));
    } catch (...) {
        fail();
    }
    session_->runs().refresh();
    // Each comes before all that waits, so that the first is the last to be put there.
    std::for_each(studies.rbegin(), studies.rend(),
                  [this](const std::filesystem::path& study) { queueStudy(study); });
    startQueue();
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
    study_.reset();
    data_ = QString::fromStdString(experiment.data);
    watch();
    TrainRequest request{experiment,
                         is_open ? session_->dataset() : nullptr,
                         toPath(session_->runsFolder()),
                         control_,
                         resume,
                         stop_after,
                         watched_};
    if (const QueuedTraining& queued = queue_.at(row); queued.repeats.isStudy()) {
        request.study = queued.asStudy();
        request.study_folder = queued.study;
        request.failed_again = queued.failed_again;
    }
    queue_.setRunning(row);
    begin(experiment.epochs);
    QMetaObject::invokeMethod(worker_, [worker = worker_, request] { worker->train(request); });
}

void Trainings::begin(int epochs) {
    run_folder_.clear();
    epochs_ = epochs;
    more_epochs_ = 0;
    setState(State::Preparing);
    activity_.show(tr("Preparing to train"));
    emit begun(epochs);
    session_->navigation().report({});
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

QString Trainings::studyText() const {
    if (!study_ || study_->running.empty())
        return {};
    return (study_->running.size() == 1 ? tr("Run %1 of %2") : tr("Runs %1 of %2"))
        .arg(partNumbers(study_->running))
        .arg(study_->parts);
}

void Trainings::takeStudy(const StudyProgress& progress) {
    study_ = progress;
    control_.finish = progress.finish;
    if (const auto row = queue_.runningRow())
        queue_.setStudy(*row, progress.folder, progress.running);
    tellRun();
}

void Trainings::takeRun(QueuedTraining::State state, const std::function<void()>& tell) {
    const bool stops = state_ == State::Stopping;
    leave(state);
    tell();
    begin(epochs_);
    if (stops)
        setState(State::Stopping);
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
        setState(control_.pause.is_paused() ? State::Paused : State::Training);
    tellRun();
}

void Trainings::takeBatch(const BatchReport& report) {
    // The time that a search may take is over.
    if (most_seconds_ && report.seconds >= *most_seconds_) {
        is_out_of_time_ = true;
        control_.cancel.cancel();
    }
    if (state_ == State::Training)
        activity_.show(
            study_ ? tr("Training · %1 · %2").arg(studyText(), timeLeftText(report.seconds_left))
                   : tr("Training, %1").arg(timeLeftText(report.seconds_left)),
            (report.epoch - 1) * report.batches + report.batch, epochs_ * std::max(1, batches_));
    emit batchDone(report);
}

void Trainings::takeEnd(const TrainingEnd& end) {
    if (!end.run.folder.empty())
        run_folder_ = end.run.folder;
    epochs_done_ = end.run.summary.epochs_done;
    // A run of a study that had more epochs than the others would be none of it.
    more_epochs_ = study_ ? 0 : moreEpochsOf(end.run);
    if (const auto row = queue_.runningRow(); steps_.isSearch(row))
        return takeStep(*row, end);
    const auto state =
        end.stopped ? QueuedTraining::State::Stopped : QueuedTraining::State::Finished;
    close(state, study_ ? outcomeText(*study_) : outcomeText(end.run.summary));
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
    const auto row = queue_.runningRow();
    // A study has failed where none of its runs has finished.
    if (row) {
        const bool has_result = study_ && state == QueuedTraining::State::Failed &&
                                study_->failed > 0 && !study_->figures.runs.empty();
        queue_.setEnded(*row, has_result ? QueuedTraining::State::Finished : state,
                        has_result ? outcomeText(*study_) : outcome);
    }
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
