#include "ui/train/training_controls.h"

#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <cmath>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/parts/elided_label.h"
#include "ui/parts/icons.h"
#include "ui/session/session.h"
#include "ui/session/training_story.h"

namespace rudolph {
namespace {

constexpr int kMostMoreEpochs = 100000;

using State = Trainings::State;

}  // namespace

TrainingControls::TrainingControls(Session* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      trainings_(&session->trainings()),
      bar_(new QProgressBar(this)),
      text_(new ElidedLabel(this)),
      more_(new QSpinBox(this)) {
    bar_->setTextVisible(false);
    bar_->setFixedHeight(12);
    bar_->setRange(0, 1);
    text_->setObjectName(QStringLiteral("progress"));
    makeButtons();
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(text_, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{more_, extend_, pause_, finish_, stop_})
        row->addWidget(widget);
    auto* column = makeColumn(this, 4);
    column->addWidget(bar_);
    column->addLayout(row);
    followTraining();
    showState();
}

QPushButton* TrainingControls::makeButton(const char* icon, const QString& text,
                                          const QString& tip) {
    auto* button = new QPushButton(themedIcon(QLatin1String(icon)), text, this);
    button->setToolTip(tip);
    return button;
}

void TrainingControls::makeButtons() {
    pause_ = makeButton("pause", tr("Pause"), tr("Waits before the next batch; nothing is lost"));
    pause_->setObjectName(QStringLiteral("pause"));
    pause_->setCheckable(true);
    // As wide as its longer word, so that nothing moves.
    pause_->setMinimumWidth(pause_->fontMetrics().horizontalAdvance(tr("Resume")) + 48);
    finish_ = makeButton("finish", tr("Finish early"),
                         tr("Ends after this epoch and measures the best network"));
    finish_->setObjectName(QStringLiteral("finish"));
    stop_ =
        makeButton("stop", tr("Stop"),
                   tr("Ends now, a study as a whole; what there is is kept and can go on later"));
    stop_->setObjectName(QStringLiteral("stop"));
    more_->setObjectName(QStringLiteral("more epochs"));
    more_->setRange(1, kMostMoreEpochs);
    more_->setPrefix(QStringLiteral("+ "));
    const auto show_unit = [this](int epochs) {
        // The box writes the number itself.
        const QString unit = tr("%n epoch(s)", nullptr, epochs).remove(QString::number(epochs));
        if (unit != more_->suffix())
            more_->setSuffix(unit);
    };
    connect(more_, &QSpinBox::valueChanged, this, show_unit);
    show_unit(more_->value());
    more_->setAccessibleName(tr("Epochs more"));
    extend_ = makeButton("start", tr("Train further"), tr("Goes on with this run where it ended"));
    extend_->setObjectName(QStringLiteral("extend"));
    connect(pause_, &QPushButton::toggled, trainings_, &Trainings::pause);
    connect(finish_, &QPushButton::clicked, trainings_, &Trainings::finishEarly);
    connect(stop_, &QPushButton::clicked, trainings_, &Trainings::stop);
    connect(extend_, &QPushButton::clicked, trainings_,
            [this] { trainings_->extendLast(more_->value()); });
}

void TrainingControls::followTraining() {
    const auto show_preparing = [this](int done, int total) {
        showProgress(total > 0
                         ? tr("Reading pictures: %1 of %2").arg(countText(done), countText(total))
                         : tr("Getting ready"),
                     done, total);
    };
    connect(trainings_, &Trainings::stateChanged, this, &TrainingControls::showState);
    const auto* story = &session_->work<TrainingStory>();
    connect(story, &TrainingStory::begun, this, [show_preparing] { show_preparing(0, 0); });
    connect(trainings_, &Trainings::preparing, this, show_preparing);
    connect(story, &TrainingStory::started, this, [this](const TrainingPlan& plan) {
        train_faces_ = plan.train_faces;
        epochs_ = plan.epochs;
        bar_->setRange(0, plan.epochs * std::max(1, plan.batches));
        bar_->setValue(static_cast<int>(plan.epochs_before.size()) * plan.batches);
    });
    connect(story, &TrainingStory::batchDone, this, &TrainingControls::showBatch);
    connect(trainings_, &Trainings::measuring, this, [this](int done, int total) {
        showProgress(tr("Measuring the best network, on faces made hard too: %1 of %2")
                         .arg(countText(done), countText(total)),
                     done, total);
    });
    connect(story, &TrainingStory::over, this, [this](QueuedTraining::State state) {
        showProgress(Trainings::overText(state), state == QueuedTraining::State::Finished ? 1 : 0,
                     1);
    });
}

void TrainingControls::showState() {
    const State state = trainings_->state();
    const bool steers = state == State::Training || state == State::Paused;
    pause_->setEnabled(steers);
    {
        const QSignalBlocker quiet(pause_);
        pause_->setChecked(state == State::Paused);
    }
    pause_->setText(state == State::Paused ? tr("Resume") : tr("Pause"));
    pause_->setIcon(
        themedIcon(state == State::Paused ? QStringLiteral("start") : QStringLiteral("pause")));
    finish_->setEnabled(steers && !trainings_->isFinishing());
    stop_->setEnabled(steers || state == State::Preparing || state == State::Measuring);
    // Either a training is steered or one that is over can go on: never both.
    for (QPushButton* button : {pause_, finish_, stop_})
        button->setVisible(state != State::Idle);
    const bool can_go_on = state == State::Idle && trainings_->moreEpochs() > 0;
    more_->setVisible(can_go_on);
    extend_->setVisible(can_go_on);
    if (can_go_on)
        more_->setValue(trainings_->moreEpochs());
    if (state == State::Paused)
        text_->setText(tr("Paused"));
    else if (state == State::Stopping)
        text_->setText(tr("Stopping… what has been learnt is kept"));
}

void TrainingControls::showProgress(const QString& text, int done, int total) {
    bar_->setRange(0, total);
    bar_->setValue(done);
    text_->setText(text);
}

void TrainingControls::showBatch(const BatchReport& report) {
    if (trainings_->state() != State::Training)
        return;
    bar_->setValue((report.epoch - 1) * report.batches + report.batch);
    const double epoch_left = report.images_per_second > 0
                                  ? double(train_faces_) * (report.batches - report.batch) /
                                        report.batches / report.images_per_second
                                  : 0;
    const QString study = trainings_->studyText();
    text_->setText(
        (study.isEmpty() ? QString() : study + QStringLiteral(" · ")) +
        tr("%1 · epoch %2 of %3: %4 · %5 faces/s")
            .arg(timeLeftText(report.seconds_left))
            .arg(report.epoch)
            .arg(epochs_)
            .arg(timeLeftText(epoch_left), countText(std::llround(report.images_per_second))));
}

}  // namespace rudolph
