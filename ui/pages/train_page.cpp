#include "ui/pages/train_page.h"

#include <QCheckBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <cmath>

#include "ui/charts/loss_chart.h"
#include "ui/documents/annotation_document.h"
#include "ui/models/number_text.h"
#include "ui/models/path_convert.h"
#include "ui/pages/experiment_form.h"
#include "ui/pages/face_strip.h"
#include "ui/pages/figure_row.h"
#include "ui/pages/message_panel.h"
#include "ui/pages/train_setup.h"
#include "ui/settings/settings.h"

namespace rudolph {

namespace {

constexpr int kSetupWidth = 320;
constexpr auto kLayoutName = "train";

QString chartPromise() {
    return TrainPage::tr(
        "The loss on the training and validation faces will be drawn here.\n"
        "“Start training” starts it.");
}

QString stripPromise() {
    return TrainPage::tr(
        "After each epoch: validation faces with the truth in green and predictions in red.");
}

}  // namespace

TrainPage::TrainPage(Session* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      setup_(new TrainSetup(session)),
      splitter_(new QSplitter(this)),
      middle_(new QStackedWidget),
      worker_(new TrainWorker) {
    middle_->addWidget(makeEmptyState());
    middle_->addWidget(makeWork());
    setup_->setMinimumWidth(300);
    splitter_->addWidget(setup_);
    splitter_->addWidget(middle_);
    splitter_->setStretchFactor(1, 1);
    splitter_->setCollapsible(1, false);
    splitter_->setSizes({kSetupWidth, 900});
    splitter_->restoreState(Settings().layout(kLayoutName));
    connect(splitter_, &QSplitter::splitterMoved, this,
            [this] { Settings().setLayout(kLayoutName, splitter_->saveState()); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter_);

    connectWorker();
    connect(setup_, &TrainSetup::startRequested, this, [this] { isTraining() ? stop() : start(); });
    connect(setup_, &TrainSetup::dataRequested, this, &TrainPage::dataRequested);
    connect(setup_, &TrainSetup::failed, this, &TrainPage::showFailure);
    connect(setup_, &TrainSetup::experimentChanged, this, &TrainPage::experimentChanged);
    connect(setup_, &TrainSetup::augmentRequested, this, &TrainPage::augmentRequested);
    connect(session_, &Session::datasetChanged, this, &TrainPage::updateData);
    setState(State::Idle);
    updateData();
}

TrainPage::~TrainPage() {
    cancel_.cancel();
    thread_.quit();
    thread_.wait();
}

void TrainPage::connectWorker() {
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    connect(worker_, &TrainWorker::engineReady, this, &TrainPage::engineReady);
    connect(worker_, &TrainWorker::engineMissing, this, &TrainPage::engineMissing);
    connect(worker_, &TrainWorker::described, setup_, &TrainSetup::showSummary);
    connect(worker_, &TrainWorker::preparing, this, &TrainPage::showPreparing);
    connect(worker_, &TrainWorker::started, this, &TrainPage::showStart);
    connect(worker_, &TrainWorker::batchDone, this, &TrainPage::showBatch);
    connect(worker_, &TrainWorker::epochDone, this, &TrainPage::showEpoch);
    connect(worker_, &TrainWorker::measuring, this, &TrainPage::showMeasuring);
    connect(worker_, &TrainWorker::ended, this, &TrainPage::showEnd);
    connect(worker_, &TrainWorker::failed, this, &TrainPage::showFailure);
    connect(setup_, &TrainSetup::describeRequested, this,
            [this](int revision, const Experiment& experiment) {
                if (isTraining() || session_->document() == nullptr)
                    return;
                QMetaObject::invokeMethod(worker_, [worker = worker_, revision, experiment,
                                                    dataset = session_->dataset()] {
                    worker->describe(revision, experiment, dataset);
                });
            });
    thread_.setObjectName(QStringLiteral("training"));
    thread_.start();
}

MessagePanel* TrainPage::makeEmptyState() {
    auto* panel = new MessagePanel;
    panel->setMessage(QStringLiteral("train"), tr("Nothing to train on yet"),
                      tr("Here a network learns to find the points of faces while you watch its "
                         "loss fall. Open annotated faces first, or make some."));
    connect(panel->addButton(tr("Make demo faces")), &QPushButton::clicked, this,
            &TrainPage::demoFacesRequested);
    connect(panel->addButton(tr("Open a folder…")), &QPushButton::clicked, this,
            &TrainPage::openFolderRequested);
    return panel;
}

QWidget* TrainPage::makeWork() {
    auto* work = new QWidget;
    notice_ = new NoticeBar(work);
    chart_ = new LossChart(work);
    strip_ = new FaceStrip(work);
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(12, 12, 12, 12);
    inner->setSpacing(8);
    inner->addWidget(makeHeader());
    inner->addWidget(chart_, 1);
    inner->addWidget(strip_);
    inner->addWidget(makeProgress());
    auto* outer = new QVBoxLayout(work);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(notice_);
    outer->addLayout(inner, 1);
    chart_->clear(chartPromise());
    strip_->clear(stripPromise());
    connect(notice_->actionButton(), &QPushButton::clicked, this,
            [this] { emit casesRequested(runFolder()); });
    notice_->actionButton()->setText(tr("Look at the cases"));
    return work;
}

QWidget* TrainPage::makeHeader() {
    auto* header = new QWidget;
    figures_ = new FigureRow(header);
    epoch_figure_ = figures_->addFigure(tr("Epoch"), tr("%1 of %2").arg(888).arg(888));
    training_figure_ =
        figures_->addFigure(tr("Training loss"), QStringLiteral("0.000888"),
                            tr("Mean squared error on normalised coordinates, mean of the epoch"));
    validation_figure_ =
        figures_->addFigure(tr("Validation loss"), QStringLiteral("0.000888"),
                            tr("The same on faces that the network never learns from"));
    error_figure_ = figures_->addFigure(
        tr("Mean error"), QStringLiteral("888.8 px"),
        tr("Mean distance of predictions from the truth on the validation faces, in pixels of the "
           "pictures"));
    nme_figure_ = figures_->addFigure(tr("NME"), QStringLiteral("88.88 %"));
    logarithmic_ = new QCheckBox(tr("&Logarithmic"), header);
    logarithmic_->setChecked(chart_->isLogarithmic());
    logarithmic_->setToolTip(tr("Equal steps up the axis are equal factors of the loss"));
    connect(logarithmic_, &QCheckBox::toggled, chart_, &LossChart::setLogarithmic);
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(figures_, 1);
    layout->addWidget(logarithmic_, 0, Qt::AlignBottom);
    return header;
}

QWidget* TrainPage::makeProgress() {
    auto* row = new QWidget;
    bar_ = new QProgressBar(row);
    bar_->setTextVisible(false);
    bar_->setFixedHeight(12);
    bar_->setRange(0, 1);
    progress_text_ = new QLabel(row);
    auto* layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(bar_);
    layout->addWidget(progress_text_);
    return row;
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
    // A run that is shown stays when other data are opened.
    if (isTraining() || !run_folder_.empty())
        return;
    middle_->setCurrentIndex(session_->document() != nullptr ? 1 : 0);
}

void TrainPage::setState(State state) {
    state_ = state;
    setup_->setRunning(isTraining());
    emit lockedChanged(isTraining());
    setup_->startButton()->setEnabled(state != State::Stopping);
}

void TrainPage::start() {
    if (isTraining())
        return;
    if (!setup_->form()->problems().empty()) {
        setup_->showFirstProblem();
        emit statusChanged(tr("Training did not start: change the settings that are marked"));
        return;
    }
    if (session_->document() == nullptr) {
        emit statusChanged(tr("Training did not start: open annotated faces first"));
        return;
    }
    cancel_ = CancelToken();
    scheme_ = session_->document()->scheme();
    run_folder_.clear();
    const TrainRequest request{setup_->experiment(), session_->dataset(),
                               toPath(session_->runsFolder()), cancel_};
    middle_->setCurrentIndex(1);
    notice_->setText({});
    figures_->clear();
    chart_->clear(tr("The first epoch is on its way."));
    chart_->setEpochs(request.experiment.epochs);
    strip_->clear(stripPromise());
    setState(State::Preparing);
    emit statusChanged({});
    showPreparing(0, 0);
    QMetaObject::invokeMethod(worker_, [worker = worker_, request] { worker->train(request); });
}

void TrainPage::stop() {
    if (!isTraining() || state_ == State::Stopping)
        return;
    cancel_.cancel();
    setState(State::Stopping);
    progress_text_->setText(tr("Stopping… what has been learnt is kept"));
    emit busyChanged(tr("Stopping the training"), 0, 0);
}

void TrainPage::showPreparing(int done, int total) {
    if (state_ != State::Preparing)
        return;
    bar_->setRange(0, total);
    bar_->setValue(done);
    progress_text_->setText(
        total > 0 ? tr("Reading pictures: %1 of %2").arg(countText(done), countText(total))
                  : tr("Getting ready"));
    emit busyChanged(tr("Preparing to train"), done, total);
}

void TrainPage::showMeasuring(int done, int total) {
    if (state_ != State::Training)
        return;
    bar_->setRange(0, total);
    bar_->setValue(done);
    progress_text_->setText(tr("Measuring the best network, on faces made hard too: %1 of %2")
                                .arg(countText(done), countText(total)));
    emit busyChanged(tr("Measuring the best network"), done, total);
}

void TrainPage::showStart(const TrainingPlan& plan) {
    plan_ = plan;
    run_folder_ = plan.run_folder;
    bar_->setRange(0, plan.epochs * std::max(1, plan.batches));
    bar_->setValue(0);
    chart_->setEpochs(plan.epochs);
    QStringList notes;
    if (!plan.device_note.empty())
        notes << QString::fromStdString(plan.device_note);
    for (const std::string& note : plan.notes)
        notes << QString::fromStdString(note);
    notice_->actionButton()->hide();
    notice_->setText(notes.join(QStringLiteral(" · ")));
    figures_->setTip(nme_figure_, tr("Normalised mean error: the mean error over the %1")
                                      .arg(QString::fromStdString(scheme_.normaliser_name())));
    if (state_ == State::Preparing)
        setState(State::Training);
}

void TrainPage::showBatch(const BatchReport& report) {
    chart_->addBatch(report.epoch - 1 + double(report.batch) / report.batches, report.loss);
    if (state_ != State::Training)
        return;
    const int done = (report.epoch - 1) * report.batches + report.batch;
    bar_->setValue(done);
    progress_text_->setText(tr("Epoch %1 of %2 · %3 faces/s · %4")
                                .arg(report.epoch)
                                .arg(plan_.epochs)
                                .arg(countText(std::llround(report.images_per_second)),
                                     timeLeftText(report.seconds_left)));
    emit busyChanged(tr("Training, %1").arg(timeLeftText(report.seconds_left)), done,
                     bar_->maximum());
}

void TrainPage::showEpoch(const EpochUpdate& update) {
    const EpochMetrics& metrics = update.report.metrics;
    chart_->addEpoch(metrics.epoch, metrics.train_loss, metrics.validation_loss,
                     update.report.best);
    figures_->setValue(epoch_figure_, tr("%1 of %2").arg(metrics.epoch).arg(plan_.epochs));
    figures_->setValue(training_figure_, lossText(metrics.train_loss));
    figures_->setValue(validation_figure_, lossText(metrics.validation_loss));
    figures_->setValue(error_figure_, pixelText(metrics.error_px));
    figures_->setValue(nme_figure_, percentText(metrics.nme));
    strip_->setFaces(update.faces, subset(scheme_, plan_.target_indices));
}

void TrainPage::showEnd(const TrainingEnd& end) {
    const RunSummary& summary = end.run.summary;
    QString text;
    if (end.run.folder.empty())
        text = tr("Stopped before training began; there is no run to keep.");
    else if (summary.epochs_done == 0)
        text = tr("Stopped before the first epoch was over. The run is kept as “%1”.")
                   .arg(QString::fromStdString(end.run.name));
    else {
        text = end.stopped ? tr("Stopped after epoch %1 of %2; the run is kept as “%3”.")
                                 .arg(summary.epochs_done)
                                 .arg(end.run.experiment.epochs)
                                 .arg(QString::fromStdString(end.run.name))
                           : tr("Finished %1 epochs in %2.")
                                 .arg(summary.epochs_done)
                                 .arg(durationText(summary.seconds));
        text += tr(" Best after epoch %1: mean error %2, %3 than always answering the average "
                   "place (%4).")
                    .arg(summary.best_epoch)
                    .arg(pixelText(summary.error_px),
                         advantageText(summary.error_px, summary.constant_error_px),
                         pixelText(summary.constant_error_px));
    }
    if (!end.run.folder.empty())
        run_folder_ = end.run.folder;
    notice_->actionButton()->setVisible(summary.epochs_done > 0);
    notice_->setText(text);
    bar_->setRange(0, 1);
    bar_->setValue(end.stopped ? 0 : 1);
    goIdle(end.stopped ? tr("Training stopped") : tr("Training finished"));
}

void TrainPage::showFailure(const QString& what, const QString& advice) {
    QString text = tr("That did not work: %1").arg(what);
    if (!advice.isEmpty())
        text += QLatin1Char('\n') + advice;
    notice_->actionButton()->hide();
    middle_->setCurrentIndex(1);
    notice_->setText(text, text);
    bar_->setRange(0, 1);
    bar_->setValue(0);
    if (isTraining())
        goIdle(tr("Training failed"));
}

void TrainPage::goIdle(const QString& status) {
    setState(State::Idle);
    progress_text_->setText(status);
    if (chart_->trainingLosses().isEmpty())
        chart_->clear(chartPromise());
    emit busyChanged({}, 0, 0);
    emit statusChanged(status);
    emit trainingEnded();
}

}  // namespace rudolph
