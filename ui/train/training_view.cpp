#include "ui/train/training_view.h"

#include <QMenu>
#include <QSplitter>
#include <QTabWidget>
#include <optional>

#include "ui/base/layouts.h"
#include "ui/charts/training_chart.h"
#include "ui/session/training_story.h"
#include "ui/session/trainings.h"
#include "ui/settings/remember_sizes.h"
#include "ui/train/epoch_faces.h"
#include "ui/train/filter_view.h"
#include "ui/train/network_table.h"
#include "ui/train/setup_describer.h"
#include "ui/train/training_controls.h"
#include "ui/train/training_figures.h"

namespace rudolph {
namespace {

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

TrainingView::TrainingView(Session* session, SetupDescriber* describer, QWidget* parent)
    : QWidget(parent),
      session_(session),
      figures_(new TrainingFigures(this)),
      chart_(new TrainingChart),
      tabs_(new QTabWidget),
      faces_(new EpochFaces),
      filters_(new FilterView),
      network_(new NetworkTable(describer)) {
    makeLayout();
    followTraining();
    chart_->clear(chartPromise());
    faces_->clear(facesPromise());
}

void TrainingView::makeLayout() {
    tabs_->setDocumentMode(true);
    tabs_->addTab(faces_, tr("Faces"));
    tabs_->addTab(filters_, tr("First layer"));
    tabs_->addTab(network_, tr("Network"));
    tabs_->setMinimumHeight(190);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(chart_);
    splitter->addWidget(tabs_);
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    rememberSizes(splitter, QStringLiteral("training-view"));
    auto* column = makeColumn(this, 8, {12, 12, 12, 12});
    column->addWidget(figures_->row());
    column->addWidget(splitter, 1);
    column->addWidget(new TrainingControls(session_, this));
}

void TrainingView::followTraining() {
    Trainings* trainings = &session_->trainings();
    const auto* story = &session_->work<TrainingStory>();
    connect(story, &TrainingStory::begun, this, &TrainingView::begin);
    connect(story, &TrainingStory::started, this, &TrainingView::showStart);
    connect(story, &TrainingStory::batchDone, this, [this](const BatchReport& report) {
        chart_->addBatch(report.epoch - 1 + double(report.batch) / report.batches, report.loss,
                         report.learning_rate);
    });
    connect(story, &TrainingStory::epochDone, this, &TrainingView::showEpoch);
    connect(trainings, &Trainings::allEnded, this, [this] {
        if (chart_->trainingLosses().isEmpty())
            chart_->clear(chartPromise());
    });
    connect(&session_->watchedFaces(), &WatchedFaces::changed, this, [this](const QString& data) {
        if (data == session_->trainings().data())
            showWatched();
    });
    connect(faces_, &EpochFaces::menuRequested, this, &TrainingView::showMenu);
}

void TrainingView::showMenu(const QString& sample_id, const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    session_->watchedFaces().fillMenu(menu, session_->trainings().data(), {sample_id});
    menu->popup(at);
}

void TrainingView::showWatched() {
    faces_->setWatched(session_->watchedFaces().ids(session_->trainings().data()));
}

void TrainingView::begin(int epochs) {
    figures_->clear();
    chart_->clear(tr("The first epoch is on its way."));
    chart_->setEpochs(epochs);
    faces_->clear(facesPromise());
    filters_->setModel({});
    showWatched();
}

void TrainingView::showStart(const TrainingPlan& plan) {
    predicted_scheme_ = subset(plan.scheme, plan.target_indices);
    model_file_ = plan.run_folder / "last.safetensors";
    chart_->setEpochs(plan.epochs);
    figures_->begin(plan);
    std::optional<double> best;
    for (const EpochMetrics& epoch : plan.epochs_before) {
        const bool is_best = !best || ranking_error(epoch) < *best;
        best = is_best ? ranking_error(epoch) : best;
        chart_->addEpoch(epoch, is_best);
        figures_->show(epoch, is_best);
    }
    filters_->setModel(model_file_);
}

void TrainingView::showEpoch(const EpochUpdate& update) {
    const EpochMetrics& metrics = update.report.metrics;
    chart_->addEpoch(metrics, update.report.best);
    figures_->show(metrics, update.report.best);
    faces_->addEpoch(metrics.epoch, update.faces, predicted_scheme_);
    filters_->setModel(model_file_);
}

}  // namespace rudolph
