#include "ui/train/train_page.h"

#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/runs/run_reader.h"
#include "core/train/resume_job.h"
#include "ui/base/error_text.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/message_panel.h"
#include "ui/settings/settings.h"
#include "ui/train/experiment_form.h"
#include "ui/train/network_table.h"
#include "ui/train/queue_panel.h"
#include "ui/train/train_setup.h"
#include "ui/train/training_view.h"

namespace rudolph {

namespace {

constexpr auto kLayoutName = "train-page";
/// Longer than typing pauses: an estimate takes a second of all processors.
constexpr int kEstimateAfterMs = 1200;

QString queueFile() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/queue.json");
}

/// By how much a run is proposed to go on.
int moreEpochs(const RunRecord& run) {
    const int left = run.experiment.epochs - run.summary.epochs_done;
    return left > 0 ? left : std::max(1, run.experiment.epochs / 2);
}

}  // namespace

TrainPage::TrainPage(Session* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      setup_(new TrainSetup(session)),
      queue_(new TrainingQueue(queueFile(), this)),
      queue_panel_(new QueuePanel(queue_)),
      splitter_(new QSplitter(this)),
      middle_(new QStackedWidget),
      worker_(new TrainWorker),
      setup_worker_(new SetupWorker),
      estimate_later_(new QTimer(this)) {
    middle_->addWidget(makeEmptyState());
    middle_->addWidget(makeMiddle());
    setup_->setMinimumWidth(280);
    queue_panel_->setMinimumWidth(160);
    for (QWidget* part : std::initializer_list<QWidget*>{setup_, middle_, queue_panel_})
        splitter_->addWidget(part);
    splitter_->setStretchFactor(1, 1);
    splitter_->setCollapsible(1, false);
    splitter_->setSizes({320, 800, 220});
    splitter_->restoreState(Settings().get(settings::kLayout / kLayoutName));
    connect(splitter_, &QSplitter::splitterMoved, this,
            [this] { Settings().set(settings::kLayout / kLayoutName, splitter_->saveState()); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter_);
    estimate_later_->setSingleShot(true);
    estimate_later_->setInterval(kEstimateAfterMs);

    connectSetup();
    connectView();
    connectWorker();
    connectWatched();
    connect(session_, &Session::datasetChanged, this, &TrainPage::updateData);
    updateControls();
    updateData();
}

TrainPage::~TrainPage() {
    control_.cancel.cancel();
    for (QThread* thread : {&thread_, &setup_thread_})
        thread->quit();
    for (QThread* thread : {&thread_, &setup_thread_})
        thread->wait();
}

bool TrainPage::isTraining() const {
    return view_->state() != TrainingView::State::Idle;
}

Experiment TrainPage::experiment() const {
    return setup_->experiment();
}

const Experiment& TrainPage::baseExperiment() const {
    return setup_->form()->base();
}

void TrainPage::changeExperiment(const Experiment& experiment) {
    setup_->changeExperiment(experiment);
}

QString TrainPage::runFolder() const {
    return toQString(run_folder_);
}

void TrainPage::probeEngine() {
    QMetaObject::invokeMethod(worker_, &TrainWorker::probeEngine);
}

void TrainPage::updateData() {
    queue_panel_->setHasFaces(session_->document() != nullptr);
    // A run that is shown stays when other data are opened.
    if (isTraining() || !run_folder_.empty())
        return;
    middle_->setCurrentIndex(session_->document() != nullptr ? 1 : 0);
}

void TrainPage::updateControls() {
    setup_->setTraining(isTraining());
    queue_panel_->setTraining(isTraining());
}

void TrainPage::describe(int revision, const Experiment& experiment) {
    described_experiment_ = experiment;
    estimate_later_->stop();
    if (session_->document() == nullptr)
        return;
    QMetaObject::invokeMethod(setup_worker_, [worker = setup_worker_, revision, experiment,
                                              dataset = session_->dataset()] {
        worker->describe(revision, experiment, dataset);
    });
}

void TrainPage::showDescription(const SetupSummary& summary) {
    setup_->showSummary(summary);
    view_->network()->showSummary(summary);
    described_ = summary;
    if (summary.parameters == 0)
        return;
    view_->network()->showNoEstimate(
        isTraining() ? tr("Time and memory are estimated when nothing is trained.")
                     : tr("Estimating time and memory…"));
    estimate_later_->start();
}

void TrainPage::estimate() {
    if (isTraining() || described_.parameters == 0)
        return;
    QMetaObject::invokeMethod(setup_worker_, [worker = setup_worker_, summary = described_,
                                              experiment = described_experiment_] {
        worker->estimate(summary, experiment);
    });
}

/// Whether the form's experiment can be trained; says and shows what is missing.
bool TrainPage::isReady() {
    if (!setup_->form()->problems().empty()) {
        setup_->showFirstProblem();
        emit statusChanged(tr("Training did not start: change the settings that are marked"));
        return false;
    }
    if (session_->document() == nullptr) {
        emit statusChanged(tr("Training did not start: open annotated faces first"));
        return false;
    }
    return true;
}

void TrainPage::start() {
    if (isTraining() || !isReady())
        return;
    queue_->addNext({setup_->experiment()});
    trainNext();
}

void TrainPage::enqueue() {
    if (!isReady())
        return;
    queue_->add({{setup_->experiment()}});
    emit statusChanged(tr("Added to the queue"));
}

void TrainPage::startQueue() {
    if (!isTraining())
        trainNext();
}

void TrainPage::trainPresets(const QStringList& names) {
    if (session_->document() == nullptr) {
        emit statusChanged(tr("Training did not start: open annotated faces first"));
        return;
    }
    std::vector<QueuedTraining> trainings;
    for (const QString& name : names) {
        Experiment experiment = preset(name.toStdString());
        experiment.data = session_->document()->dataset().source.string();
        trainings.push_back({experiment});
    }
    queue_->add(trainings);
    startQueue();
}

void TrainPage::extendRun(const QString& run_folder, int epochs) {
    try {
        TrainJob job = resume_job(toPath(run_folder), epochs);
        // Where they have moved, the faces that are open are meant; training checks that they are
        // those of the run.
        std::error_code ignored;
        const AnnotationDocument* document = session_->document();
        if (document != nullptr && !std::filesystem::exists(job.experiment.data, ignored))
            job.experiment.data = document->dataset().source.string();
        queue_->addNext({job.experiment, job.resume});
        startQueue();
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        showProblem(text.what, text.advice);
    }
}

void TrainPage::trainFurther(const QString& run_folder) {
    try {
        const RunRecord run = read_run(toPath(run_folder));
        extendRun(run_folder, run.summary.epochs_done + moreEpochs(run));
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        showProblem(text.what, text.advice);
    }
}

void TrainPage::trainNext() {
    const std::optional<int> row = queue_->nextWaiting();
    if (!row)
        return;
    const QueuedTraining& next = queue_->at(*row);
    const AnnotationDocument* document = session_->document();
    const bool is_open =
        document != nullptr && document->dataset().source.string() == next.experiment.data;
    control_ = TrainControl();
    stopping_ = false;
    run_folder_.clear();
    watch(QString::fromStdString(next.experiment.data));
    const TrainRequest request{next.experiment,
                               is_open ? session_->dataset() : nullptr,
                               toPath(session_->runsFolder()),
                               control_,
                               next.resume,
                               watched_};
    queue_->setRunning(*row);
    estimate_later_->stop();
    middle_->setCurrentIndex(1);
    notice_->setText({});
    view_->setState(TrainingView::State::Preparing);
    view_->begin(request.experiment.epochs);
    updateControls();
    emit statusChanged({});
    QMetaObject::invokeMethod(worker_, [worker = worker_, request] { worker->train(request); });
}

void TrainPage::stop() {
    if (!isTraining() || stopping_)
        return;
    stopping_ = true;
    control_.cancel.cancel();
    view_->setState(TrainingView::State::Stopping);
}

void TrainPage::pause(bool paused) {
    if (paused)
        control_.pause.pause();
    else
        control_.pause.resume();
    view_->setState(paused ? TrainingView::State::Paused : TrainingView::State::Training);
}

void TrainPage::finishEarly() {
    control_.finish.cancel();
    pause(false);
    view_->finishButton()->setEnabled(false);
    showNote(tr("This epoch is the last; then the best network is measured."));
}

void TrainPage::showStart(const TrainingPlan& plan) {
    run_folder_ = plan.run_folder;
    if (const auto row = queue_->runningRow())
        queue_->setRunFolder(*row, plan.run_folder);
    view_->showStart(plan, plan.scheme);
    QStringList notes;
    if (!plan.device_note.empty())
        notes << QString::fromStdString(plan.device_note);
    for (const std::string& note : plan.notes)
        notes << QString::fromStdString(note);
    showNote(notes.join(QStringLiteral(" · ")));
    if (!stopping_)
        view_->setState(TrainingView::State::Training);
    emit runChanged(runFolder());
}

void TrainPage::showEpoch(const EpochUpdate& update) {
    view_->showEpoch(update);
    emit runChanged(runFolder());
}

void TrainPage::showMeasuring(int done, int total) {
    if (stopping_)
        return;
    view_->setState(TrainingView::State::Measuring);
    view_->showMeasuring(done, total);
}

void TrainPage::showNote(const QString& note) {
    notice_->actionButton()->hide();
    notice_->setText(note);
}

QString TrainPage::endText(const TrainingEnd& end) const {
    const RunSummary& summary = end.run.summary;
    const QString name = QString::fromStdString(end.run.name);
    if (end.run.folder.empty())
        return tr("Stopped before training began; there is no run to keep.");
    if (summary.epochs_done == 0)
        return tr("Stopped before the first epoch was over. The run is kept as “%1”.").arg(name);
    QString text = end.stopped ? tr("Stopped after epoch %1 of %2; the run is kept as “%3”.")
                                     .arg(summary.epochs_done)
                                     .arg(end.run.experiment.epochs)
                                     .arg(name)
                               : tr("Finished %1 epochs in %2.")
                                     .arg(summary.epochs_done)
                                     .arg(durationText(summary.seconds));
    text += tr(" Best after epoch %1: mean error %2, %3 than always answering the average "
               "place (%4).")
                .arg(summary.best_epoch)
                .arg(pixelText(summary.error_px),
                     advantageText(summary.error_px, summary.constant_error_px),
                     pixelText(summary.constant_error_px));
    return text;
}

void TrainPage::showEnd(const TrainingEnd& end) {
    const RunSummary& summary = end.run.summary;
    if (!end.run.folder.empty())
        run_folder_ = end.run.folder;
    const QString text = endText(end);
    QString outcome;
    if (summary.epochs_done > 0)
        outcome = std::isfinite(summary.nme) ? tr("NME %1").arg(percentText(summary.nme))
                                             : pixelText(summary.error_px);
    shown_epochs_ = summary.epochs_done;
    goOn(end.stopped ? QueuedTraining::State::Stopped : QueuedTraining::State::Finished, outcome,
         end.stopped ? tr("Training stopped") : tr("Training finished"),
         end.run.folder.empty() ? 0 : moreEpochs(end.run));
    if (isTraining())
        return;
    notice_->setText(text);
    notice_->actionButton()->setVisible(summary.epochs_done > 0);
}

void TrainPage::showFailure(const QString& what, const QString& advice) {
    const QString status = tr("Training failed");
    const bool was_training = isTraining();
    if (was_training)
        goOn(QueuedTraining::State::Failed, what, status, 0);
    if (!isTraining())
        showProblem(what, advice);
}

void TrainPage::showProblem(const QString& what, const QString& advice) {
    QString text = tr("That did not work: %1").arg(what);
    if (!advice.isEmpty())
        text += QLatin1Char('\n') + advice;
    notice_->actionButton()->hide();
    middle_->setCurrentIndex(1);
    notice_->setText(text, text);
}

/// The worker is free: trains what waits next, unless the person has stopped.
void TrainPage::goOn(QueuedTraining::State state, const QString& outcome, const QString& status,
                     int more_epochs) {
    if (const auto row = queue_->runningRow())
        queue_->setEnded(*row, state, outcome);
    view_->showEnd(status, state == QueuedTraining::State::Finished, more_epochs);
    updateControls();
    emit statusChanged(status);
    emit runChanged(runFolder());
    if (state != QueuedTraining::State::Stopped && queue_->nextWaiting())
        return trainNext();
    if (described_.parameters > 0)
        estimate_later_->start();
    emit trainingEnded();
}

}  // namespace rudolph
