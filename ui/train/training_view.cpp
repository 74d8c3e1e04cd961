#include "ui/train/training_view.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>
#include <cmath>

#include "ui/base/number_text.h"
#include "ui/charts/training_chart.h"
#include "ui/parts/elided_label.h"
#include "ui/parts/figure_row.h"
#include "ui/parts/icons.h"
#include "ui/settings/settings.h"
#include "ui/settings/translation.h"
#include "ui/train/epoch_faces.h"
#include "ui/train/filter_view.h"
#include "ui/train/network_table.h"

namespace rudolph {

namespace {

constexpr auto kLayoutName = "training-view";
constexpr int kMostMoreEpochs = 100000;

QString chartPromise() {
    return TrainingView::tr(
        "The loss on the training and validation faces will be drawn here.\n"
        "“Start training” starts it.");
}

QString facesPromise() {
    return TrainingView::tr(
        "After each epoch: validation faces with the truth in green and predictions in red.");
}

}  // namespace

TrainingView::TrainingView(QWidget* parent)
    : QWidget(parent),
      chart_(new TrainingChart),
      tabs_(new QTabWidget),
      faces_(new EpochFaces),
      filters_(new FilterView),
      network_(new NetworkTable) {
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(chart_);
    splitter->addWidget(makeTabs());
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    splitter->restoreState(Settings().get(settings::kLayout / kLayoutName));
    connect(splitter, &QSplitter::splitterMoved, this,
            [splitter] { Settings().set(settings::kLayout / kLayoutName, splitter->saveState()); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(makeFigures());
    column->addWidget(splitter, 1);
    column->addWidget(makeControls());
    chart_->clear(chartPromise());
    faces_->clear(facesPromise());
    setState(State::Idle);
}

QWidget* TrainingView::makeFigures() {
    figures_ = new FigureRow(this);
    epoch_figure_ = figures_->addFigure(tr("Epoch"), tr("%1 of %2").arg(888).arg(888));
    nme_figure_ = figures_->addFigure(tr("NME"), QStringLiteral("88.88 %"));
    error_figure_ = figures_->addFigure(
        tr("Mean error"), QStringLiteral("888.8 px"),
        tr("Mean distance of predictions from the truth on the validation faces, in pixels of the "
           "pictures"));
    validation_figure_ =
        figures_->addFigure(tr("Validation loss"), QStringLiteral("0.000888"),
                            tr("Mean squared error on normalised coordinates, whichever loss "
                               "training makes small, on faces that the network never learns "
                               "from"));
    training_figure_ = figures_->addFigure(tr("Training loss"), QStringLiteral("0.000888"),
                                           tr("The same on the training faces, mean of the epoch"));
    best_figure_ = figures_->addFigure(tr("Best epoch"), QStringLiteral("888"),
                                       tr("The one whose network is kept as the best"));
    return figures_;
}

QWidget* TrainingView::makeTabs() {
    tabs_->setDocumentMode(true);
    tabs_->addTab(faces_, tr("Faces"));
    tabs_->addTab(filters_, tr("First layer"));
    tabs_->addTab(network_, tr("Network"));
    tabs_->setMinimumHeight(190);
    return tabs_;
}

QPushButton* TrainingView::makeButton(const QString& icon, const QString& text,
                                      const QString& tip) {
    auto* button = new QPushButton(themedIcon(icon), text, this);
    button->setToolTip(tip);
    return button;
}

QWidget* TrainingView::makeControls() {
    auto* box = new QWidget(this);
    bar_ = new QProgressBar(box);
    bar_->setTextVisible(false);
    bar_->setFixedHeight(12);
    bar_->setRange(0, 1);
    progress_text_ = new ElidedLabel(box);
    pause_ = makeButton(QStringLiteral("pause"), tr("Pause"),
                        tr("Waits before the next batch; nothing is lost"));
    pause_->setCheckable(true);
    // As wide as its longer word, so that nothing moves.
    pause_->setMinimumWidth(pause_->fontMetrics().horizontalAdvance(tr("Resume")) + 48);
    finish_ = makeButton(QStringLiteral("finish"), tr("Finish early"),
                         tr("Ends after this epoch and measures the best network"));
    stop_ = makeButton(QStringLiteral("stop"), tr("Stop"),
                       tr("Ends now; the run is kept and can go on later"));
    more_ = new QSpinBox(box);
    more_->setRange(1, kMostMoreEpochs);
    more_->setPrefix(QStringLiteral("+ "));
    more_->setSuffix(tr(" epochs"));
    more_->setAccessibleName(tr("Epochs more"));
    extend_ = makeButton(QStringLiteral("start"), tr("Train further"),
                         tr("Goes on with this run where it ended"));
    connect(pause_, &QPushButton::toggled, this, &TrainingView::pauseRequested);
    connect(finish_, &QPushButton::clicked, this, &TrainingView::finishRequested);
    connect(stop_, &QPushButton::clicked, this, &TrainingView::stopRequested);
    connect(extend_, &QPushButton::clicked, this, [this] { emit extendRequested(more_->value()); });
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(progress_text_, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{more_, extend_, pause_, finish_, stop_})
        row->addWidget(widget);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(bar_);
    column->addLayout(row);
    return box;
}

QString TrainingView::progressText() const {
    return progress_text_->text();
}

void TrainingView::setState(State state) {
    state_ = state;
    const bool steers = state == State::Training || state == State::Paused;
    pause_->setEnabled(steers);
    {
        const QSignalBlocker quiet(pause_);
        pause_->setChecked(state == State::Paused);
    }
    pause_->setText(state == State::Paused ? tr("Resume") : tr("Pause"));
    pause_->setIcon(
        themedIcon(state == State::Paused ? QStringLiteral("start") : QStringLiteral("pause")));
    finish_->setEnabled(steers);
    stop_->setEnabled(steers || state == State::Preparing || state == State::Measuring);
    // Either a training is steered or one that is over can go on: never both.
    for (QPushButton* button : {pause_, finish_, stop_})
        button->setVisible(state != State::Idle);
    more_->setVisible(state == State::Idle && more_epochs_ > 0);
    extend_->setVisible(state == State::Idle && more_epochs_ > 0);
    if (state == State::Paused) {
        progress_text_->setText(tr("Paused"));
        emit busyChanged(tr("Training is paused"), bar_->value(), bar_->maximum());
    } else if (state == State::Stopping) {
        progress_text_->setText(tr("Stopping… what has been learnt is kept"));
        emit busyChanged(tr("Stopping the training"), 0, 0);
    }
}

void TrainingView::begin(int epochs) {
    figures_->clear();
    chart_->clear(tr("The first epoch is on its way."));
    chart_->setEpochs(epochs);
    faces_->clear(facesPromise());
    filters_->setModel({});
    showPreparing(0, 0);
}

void TrainingView::showPreparing(int done, int total) {
    bar_->setRange(0, total);
    bar_->setValue(done);
    progress_text_->setText(
        total > 0 ? tr("Reading pictures: %1 of %2").arg(countText(done), countText(total))
                  : tr("Getting ready"));
    emit busyChanged(tr("Preparing to train"), done, total);
}

void TrainingView::showStart(const TrainingPlan& plan, const LandmarkScheme& scheme) {
    plan_ = plan;
    predicted_scheme_ = subset(scheme, plan.target_indices);
    bar_->setRange(0, plan.epochs * std::max(1, plan.batches));
    bar_->setValue(static_cast<int>(plan.epochs_before.size()) * plan.batches);
    std::optional<double> best;
    for (const EpochMetrics& epoch : plan.epochs_before) {
        const bool is_best = !best || ranking_error(epoch) < *best;
        best = is_best ? ranking_error(epoch) : best;
        showFigures(epoch, is_best);
    }
    chart_->setEpochs(plan.epochs);
    figures_->setTip(nme_figure_, tr("Normalised mean error: the mean error over the %1")
                                      .arg(landmarkText(scheme.normaliser_name())));
    filters_->setModel(plan.run_folder / "last.safetensors");
}

void TrainingView::showBatch(const BatchReport& report) {
    chart_->addBatch(report.epoch - 1 + double(report.batch) / report.batches, report.loss,
                     report.learning_rate);
    if (state_ != State::Training)
        return;
    const int done = (report.epoch - 1) * report.batches + report.batch;
    bar_->setValue(done);
    const double epoch_left = report.images_per_second > 0
                                  ? double(plan_.train_faces) * (report.batches - report.batch) /
                                        report.batches / report.images_per_second
                                  : 0;
    const QString text =
        tr("%1 · epoch %2 of %3: %4 · %5 faces/s")
            .arg(timeLeftText(report.seconds_left))
            .arg(report.epoch)
            .arg(plan_.epochs)
            .arg(timeLeftText(epoch_left), countText(std::llround(report.images_per_second)));
    progress_text_->setText(text);
    emit busyChanged(tr("Training, %1").arg(timeLeftText(report.seconds_left)), done,
                     bar_->maximum());
}

void TrainingView::showEpoch(const EpochUpdate& update) {
    const EpochMetrics& metrics = update.report.metrics;
    showFigures(metrics, update.report.best);
    faces_->addEpoch(metrics.epoch, update.faces, predicted_scheme_);
    filters_->setModel(plan_.run_folder / "last.safetensors");
}

void TrainingView::showFigures(const EpochMetrics& metrics, bool best) {
    chart_->addEpoch(metrics, best);
    figures_->setValue(epoch_figure_, tr("%1 of %2").arg(metrics.epoch).arg(plan_.epochs));
    figures_->setValue(training_figure_, lossText(metrics.train_loss));
    figures_->setValue(validation_figure_, lossText(metrics.validation_loss));
    figures_->setValue(error_figure_, pixelText(metrics.error_px));
    figures_->setValue(nme_figure_, percentText(metrics.nme));
    if (best)
        figures_->setValue(best_figure_, QString::number(metrics.epoch));
}

void TrainingView::showMeasuring(int done, int total) {
    bar_->setRange(0, total);
    bar_->setValue(done);
    progress_text_->setText(tr("Measuring the best network, on faces made hard too: %1 of %2")
                                .arg(countText(done), countText(total)));
    emit busyChanged(tr("Measuring the best network"), done, total);
}

void TrainingView::showEnd(const QString& status, bool complete, int more_epochs) {
    more_epochs_ = more_epochs;
    setState(State::Idle);
    bar_->setRange(0, 1);
    bar_->setValue(complete ? 1 : 0);
    progress_text_->setText(status);
    if (more_epochs > 0)
        more_->setValue(more_epochs);
    if (chart_->trainingLosses().isEmpty())
        chart_->clear(chartPromise());
    emit busyChanged({}, 0, 0);
}

}  // namespace rudolph
