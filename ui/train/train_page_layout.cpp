#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/parts/message_panel.h"
#include "ui/train/epoch_faces.h"
#include "ui/train/network_table.h"
#include "ui/train/queue_panel.h"
#include "ui/train/sweep_dialog.h"
#include "ui/train/train_page.h"
#include "ui/train/train_setup.h"
#include "ui/train/training_view.h"

namespace rudolph {

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

QWidget* TrainPage::makeMiddle() {
    auto* work = new QWidget;
    notice_ = new NoticeBar(work);
    view_ = new TrainingView(work);
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(notice_);
    column->addWidget(view_, 1);
    connect(notice_->actionButton(), &QPushButton::clicked, this,
            [this] { emit casesRequested(runFolder()); });
    notice_->actionButton()->setText(tr("Look at the cases"));
    return work;
}

void TrainPage::connectSetup() {
    connect(setup_, &TrainSetup::startRequested, this, &TrainPage::start);
    connect(setup_, &TrainSetup::experimentChanged, this, &TrainPage::experimentChanged);
    connect(setup_, &TrainSetup::augmentRequested, this, &TrainPage::augmentRequested);
    connect(setup_, &TrainSetup::enqueueRequested, this, &TrainPage::enqueue);
    connect(setup_, &TrainSetup::dataRequested, this, &TrainPage::dataRequested);
    connect(setup_, &TrainSetup::failed, this, &TrainPage::showProblem);
    connect(setup_, &TrainSetup::describeRequested, this, &TrainPage::describe);
    connect(queue_panel_, &QueuePanel::startRequested, this, &TrainPage::startQueue);
    connect(queue_panel_, &QueuePanel::sweepRequested, this, &TrainPage::showSweepDialog);
    connect(queue_panel_, &QueuePanel::casesRequested, this, &TrainPage::casesRequested);
    connect(queue_, &TrainingQueue::failed, this, &TrainPage::showProblem);
    connect(estimate_later_, &QTimer::timeout, this, &TrainPage::estimate);
    setup_worker_->moveToThread(&setup_thread_);
    connect(&setup_thread_, &QThread::finished, setup_worker_, &QObject::deleteLater);
    connect(setup_worker_, &SetupWorker::described, this, &TrainPage::showDescription);
    connect(setup_worker_, &SetupWorker::estimated, this, [this](const SetupEstimate& answer) {
        if (answer.revision == described_.revision)
            view_->network()->showEstimate(answer);
    });
    setup_thread_.setObjectName(QStringLiteral("experiments"));
    setup_thread_.start();
}

void TrainPage::connectView() {
    connect(view_, &TrainingView::pauseRequested, this, &TrainPage::pause);
    connect(view_, &TrainingView::stopRequested, this, &TrainPage::stop);
    connect(view_, &TrainingView::finishRequested, this, &TrainPage::finishEarly);
    connect(view_, &TrainingView::extendRequested, this,
            [this](int more_epochs) { extendRun(runFolder(), shown_epochs_ + more_epochs); });
    connect(view_, &TrainingView::busyChanged, this, &TrainPage::busyChanged);
}

void TrainPage::showSweepDialog() {
    if (!isReady())
        return;
    auto* dialog = new SweepDialog(setup_->experiment(), this);
    connect(dialog, &SweepDialog::chosen, this, [this](const std::vector<Experiment>& chosen) {
        std::vector<QueuedTraining> trainings;
        for (const Experiment& experiment : chosen)
            trainings.push_back({experiment});
        queue_->add(trainings);
        emit statusChanged(tr("Added to the queue: %1 experiments").arg(trainings.size()));
    });
    dialog->open();
}

void TrainPage::connectWatched() {
    watched_ = std::make_shared<WatchList>();
    WatchedFaces& faces = session_->watchedFaces();
    connect(&faces, &WatchedFaces::changed, this, [this](const QString& data) {
        if (data == watched_data_)
            watch(data);
    });
    connect(view_->faces(), &EpochFaces::menuRequested, this,
            [this](const QString& id, const QPoint& at) {
                auto* menu = new QMenu(this);
                menu->setAttribute(Qt::WA_DeleteOnClose);
                session_->watchedFaces().fillMenu(menu, watched_data_, {id});
                menu->popup(at);
            });
}

/// Shows the watched faces of these data; a training takes them over after its next epoch.
void TrainPage::watch(const QString& data) {
    watched_data_ = data;
    const QStringList ids = session_->watchedFaces().ids(data);
    std::vector<std::string> list;
    for (const QString& id : ids)
        list.push_back(id.toStdString());
    watched_->set(std::move(list));
    view_->faces()->setWatched(ids);
}

void TrainPage::connectWorker() {
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    connect(worker_, &TrainWorker::engineReady, this, &TrainPage::engineReady);
    connect(worker_, &TrainWorker::engineMissing, this, &TrainPage::engineMissing);
    connect(worker_, &TrainWorker::preparing, view_, [this](int done, int total) {
        if (view_->state() == TrainingView::State::Preparing)
            view_->showPreparing(done, total);
    });
    connect(worker_, &TrainWorker::started, this, &TrainPage::showStart);
    connect(worker_, &TrainWorker::batchDone, view_, &TrainingView::showBatch);
    connect(worker_, &TrainWorker::epochDone, this, &TrainPage::showEpoch);
    connect(worker_, &TrainWorker::measuring, this, &TrainPage::showMeasuring);
    connect(worker_, &TrainWorker::noted, this, &TrainPage::showNote);
    connect(worker_, &TrainWorker::ended, this, &TrainPage::showEnd);
    connect(worker_, &TrainWorker::failed, this, &TrainPage::showFailure);
    thread_.setObjectName(QStringLiteral("training"));
    thread_.start();
}

}  // namespace rudolph
