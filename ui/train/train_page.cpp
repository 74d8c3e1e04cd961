#include "ui/train/train_page.h"

#include <QAbstractButton>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/base/layouts.h"
#include "ui/parts/message_panel.h"
#include "ui/parts/page_actions.h"
#include "ui/session/data_opener.h"
#include "ui/session/experiment_draft.h"
#include "ui/session/training_story.h"
#include "ui/session/trainings.h"
#include "ui/settings/remember_sizes.h"
#include "ui/train/queue_panel.h"
#include "ui/train/setup_describer.h"
#include "ui/train/sweep_dialog.h"
#include "ui/train/train_setup.h"
#include "ui/train/training_view.h"
#include "ui/train/training_words.h"

namespace rudolph {

TrainPage::TrainPage(Session* session, QWidget* parent)
    : Page(parent),
      session_(session),
      actions_(new PageActions(this)),
      describer_(new SetupDescriber(session, this)),
      setup_(new TrainSetup(session)),
      middle_(new QStackedWidget) {
    middle_->addWidget(makeEmptyState());
    middle_->addWidget(makeWork());
    auto* queue = new QueuePanel(session);
    connect(queue, &QueuePanel::sweepRequested, this, &TrainPage::showSweepDialog);
    // Together they fit into a window of 1024 pixels, with German words, too.
    setup_->setMinimumWidth(310);
    middle_->setMinimumWidth(428);
    queue->setMinimumWidth(168);
    auto* splitter = new QSplitter(this);
    for (QWidget* part : std::initializer_list<QWidget*>{setup_, middle_, queue})
        splitter->addWidget(part);
    splitter->setStretchFactor(1, 1);
    splitter->setCollapsible(1, false);
    splitter->setSizes({320, 800, 220});
    rememberSizes(splitter, QStringLiteral("train-page"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(describer_, &SetupDescriber::described, setup_, &TrainSetup::showSummary);
    connect(&session_->draft(), &ExperimentDraft::failed, this, &TrainPage::showProblem);
    connect(session_, &Session::datasetChanged, this, &TrainPage::showData);
    addActions();
    followTraining();
    showData();
    // Where this page takes the place of another.
    session_->work<TrainingStory>().tellAgain();
}

void TrainPage::addActions() {
    struct Row {
        const char* button;
        PageAction action;
    };
    for (const Row& row : std::initializer_list<Row>{
             {"start",
              {.id = "train/start", .text = tr("Start training"), .section = tr("Training")}},
             {"enqueue", {.id = "train/enqueue", .text = tr("Add these settings to the queue")}},
             {"start queue", {.id = "train/start-queue", .text = tr("Start the queue")}},
             {"sweep", {.id = "train/sweep", .text = tr("Sweep settings…")}},
             {"find rate", {.id = "train/find-rate", .text = tr("Find a learning rate…")}},
             {"pause", {.id = "train/pause", .text = tr("Pause or resume the training")}},
             {"finish", {.id = "train/finish", .text = tr("Finish the training early")}},
             {"stop", {.id = "train/stop", .text = tr("Stop the training")}},
             {"extend", {.id = "train/extend", .text = tr("Train the last run further")}}}) {
        actions_->add({row.action});
        actions_->followButton(row.action.id,
                               findChild<QAbstractButton*>(QLatin1String(row.button)));
    }
}

QWidget* TrainPage::makeEmptyState() {
    auto* panel = new MessagePanel;
    panel->setMessage(QStringLiteral("train"), tr("Nothing to train on yet"),
                      tr("Here a network learns to find the points of faces while you watch its "
                         "loss fall. Open annotated faces first, or make some."));
    connect(panel->addButton(tr("Make demo faces")), &QPushButton::clicked, this,
            [this] { session_->opener().openDemoFaces(); });
    connect(panel->addButton(tr("Open a folder…")), &QPushButton::clicked, this,
            [this] { session_->navigation().chooseFaces(); });
    return panel;
}

QWidget* TrainPage::makeWork() {
    auto* work = new QWidget;
    notice_ = new NoticeBar(work);
    notice_->actionButton()->setText(tr("Look at the cases"));
    connect(notice_->actionButton(), &QPushButton::clicked, this,
            [this] { session_->navigation().showCases(session_->trainings().runFolder()); });
    auto* column = makeColumn(work, 0);
    column->addWidget(notice_);
    column->addWidget(new TrainingView(session_, describer_, work), 1);
    return work;
}

void TrainPage::followTraining() {
    const auto* story = &session_->work<TrainingStory>();
    connect(story, &TrainingStory::begun, this, [this] {
        middle_->setCurrentIndex(1);
        notice_->setText({});
    });
    connect(story, &TrainingStory::noted, this, [this](const QString& note) {
        notice_->actionButton()->hide();
        notice_->setText(note);
    });
    connect(story, &TrainingStory::ended, this, &TrainPage::showEnd);
    connect(story, &TrainingStory::failed, this, &TrainPage::showProblem);
}

void TrainPage::showData() {
    // A run that is shown stays when other data are opened.
    const Trainings& trainings = session_->trainings();
    if (!trainings.isTraining() && trainings.runFolder().isEmpty())
        middle_->setCurrentIndex(session_->document() != nullptr ? 1 : 0);
}

void TrainPage::showSweepDialog() {
    Trainings* trainings = &session_->trainings();
    if (!trainings->isReady())
        return;
    auto* dialog = new SweepDialog(session_->draft().experiment(), trainings->repeats(), this);
    connect(dialog, &SweepDialog::chosen, trainings,
            [trainings](const std::vector<Experiment>& chosen) { trainings->enqueue(chosen); });
    connect(dialog, &SweepDialog::searchChosen, trainings,
            [trainings](const HalvingSearch& search) { trainings->enqueue(search); });
    dialog->open();
}

void TrainPage::showEnd(const TrainingEnd& end) {
    notice_->setText(trainingEndText(end));
    notice_->actionButton()->setVisible(end.run.summary.epochs_done > 0);
}

void TrainPage::showProblem(const QString& what, const QString& advice) {
    QString text = tr("That did not work: %1").arg(what);
    if (!advice.isEmpty())
        text += QLatin1Char('\n') + advice;
    notice_->actionButton()->hide();
    middle_->setCurrentIndex(1);
    notice_->setText(text, text);
}

}  // namespace rudolph
