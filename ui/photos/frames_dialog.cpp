#include "ui/photos/frames_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <algorithm>
#include <utility>

#include "core/experiment/shipped_models.h"

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/parts/labels.h"
#include "ui/photos/video_surveys.h"
#include "ui/session/model_shelf.h"
#include "ui/settings/ask_for_file.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr int kMostFramesAsked = 1000;

QString withFaceless(const QString& text, int without) {
    return without > 0 ? text + ' ' +
                             FramesDialog::tr("%Ln frame(s) without a face were left out.", nullptr,
                                              without)
                       : text;
}

}  // namespace

FramesDialog::FramesDialog(std::filesystem::path video, PhotoChoice choice, PhotoTools tools,
                           VideoSurveys* surveys, QWidget* parent)
    : QDialog(parent),
      video_(std::move(video)),
      choice_(std::move(choice)),
      tools_(std::move(tools)),
      surveys_(surveys) {
    setWindowTitle(tr("Annotate frames of %1").arg(toQString(video_.filename())));
    layOut();
    count_->setValue(Settings().get(settings::kFramesToAnnotate));
    connect(take_, &QPushButton::clicked, this, &FramesDialog::askWhere);
    connect(close_, &QPushButton::clicked, this, &FramesDialog::reject);
    connect(surveys_, &VideoSurveys::changed, this, &FramesDialog::showProgress);
    connect(surveys_, &VideoSurveys::failed, this, [this](const ErrorText& error) {
        // It was over before it said why.
        if (!isBusy())
            say(errorSentences(error));
    });
    connect(surveys_, &VideoSurveys::over, this, &FramesDialog::surveyed);
    connect(&job_, &Job::busyChanged, this, &FramesDialog::showBusy);
    connect(&job_, &Job::progressed, this, [this](const QString& /*what*/, int done, int total) {
        progress_->setRange(0, total);
        progress_->setValue(done);
    });
    connect(&job_, &Job::cancelled, this, [this] { say(tr("Cancelled. Nothing was written.")); });
    connect(&job_, &Job::failed, this,
            [this](const ErrorText& error) { say(errorSentences(error)); });
    showBusy();
}

void FramesDialog::layOut() {
    auto* about = makePlainLabel();
    about->setText(
        tr("Those are taken that differ most and of which the model is least sure. They become a "
           "project whose points are proposals, and faces keep their time in the video. The video "
           "is looked through first, where it was not yet."));
    count_ = new QSpinBox;
    count_->setObjectName(QStringLiteral("frames"));
    count_->setRange(1, kMostFramesAsked);
    auto* form = new QFormLayout;
    form->addRow(tr("&Frames"), count_);
    progress_ = new QProgressBar;
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress of taking frames"));
    said_ = makePlainLabel();
    said_->setObjectName(QStringLiteral("said"));
    said_->setMinimumHeight(3 * said_->fontMetrics().lineSpacing());
    said_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* buttons = new QDialogButtonBox;
    take_ = buttons->addButton(tr("Take frames…"), QDialogButtonBox::AcceptRole);
    take_->setObjectName(QStringLiteral("take frames"));
    take_->setDefault(true);
    close_ = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close_->setAutoDefault(false);
    auto* column = makeColumn(this, 8, {12, 12, 12, 12});
    column->addWidget(about);
    column->addLayout(form);
    column->addWidget(progress_);
    column->addWidget(said_);
    column->addStretch();
    column->addWidget(buttons);
    resize(480, 220);
}

void FramesDialog::askWhere() {
    const QDir beside(toQString(video_.parent_path()));
    askWhereToSave(this,
                   {.title = tr("Keep the frames in a project"),
                    .purpose = "projects",
                    .filter = tr("Projects (*.rudolph)"),
                    .suggested = beside.filePath(toQString(video_.stem()) + ".rudolph"),
                    .suffix = "rudolph"},
                   [this](const QString& file) { startWriting(file); });
}

void FramesDialog::startWriting(const QString& project) {
    if (isBusy())
        return;
    project_ = project;
    Settings().set(settings::kFramesToAnnotate, count_->value());
    if (surveys_->of(video_).complete)
        return write();
    waits_ = true;
    say(tr("Looking through the video…"));
    surveys_->start(video_, choice_);
    showBusy();
}

void FramesDialog::showProgress() {
    if (!waits_)
        return;
    progress_->setRange(0, surveys_->share() > 0 ? 1000 : 0);
    progress_->setValue(static_cast<int>(1000 * surveys_->share()));
}

void FramesDialog::surveyed() {
    if (!waits_ || surveys_->isRunning(video_))
        return;
    waits_ = false;
    if (surveys_->of(video_).complete)
        return write();
    say(tr("Cancelled. Nothing was written."));
    showBusy();
}

void FramesDialog::write() {
    const VideoSurvey& survey = surveys_->of(video_);
    FramesProject wanted;
    wanted.video = video_;
    wanted.project = toPath(project_);
    wanted.model =
        (choice_.model == QLatin1String(kDefaultModel) ? choice_.model
                                                       : ModelShelf::nameOf(choice_.model))
            .toStdString();
    for (const size_t frame : frames_to_annotate(survey.frames, count_->value()))
        wanted.frames.push_back(survey.frames[frame]);
    const auto looked_at = static_cast<int>(survey.frames.size());
    const auto without = static_cast<int>(
        std::count_if(survey.frames.begin(), survey.frames.end(),
                      [](const SurveyedFrame& frame) { return frame.mark.faces == 0; }));
    if (wanted.frames.empty()) {
        say(tr("No face was found in any of the %1 frames that were looked at, so there is nothing "
               "to annotate. Another detector may find more.")
                .arg(countText(looked_at)));
        return showBusy();
    }
    QString text =
        tr("Took %1 of the %2 frames that were looked at.")
            .arg(countText(static_cast<int>(wanted.frames.size())), countText(looked_at));
    text = withFaceless(text, without);
    const int taken = static_cast<int>(wanted.frames.size());
    if (taken < count_->value() && taken < looked_at - without)
        text += ' ' + tr("The others look like one of those.");
    say({});
    job_.start(
        [wanted, choice = choice_, tools = tools_](JobContext& context) {
            const auto video = tools.video(wanted.video);
            ModelCache models(tools);
            return write_frames_project(wanted, *video, *models.predictor(choice.model),
                                        context.cancel(), context.progress());
        },
        [this, text](const WrittenFrames& frames) {
            emit written(project_, frames, text);
            accept();
        });
}

void FramesDialog::showBusy() {
    const bool busy = isBusy();
    count_->setEnabled(!busy);
    take_->setEnabled(!busy);
    progress_->setVisible(busy);
    if (busy)
        progress_->setRange(0, 0);
    close_->setText(busy ? tr("Cancel") : tr("Close"));
    close_->setEnabled(true);
}

void FramesDialog::say(const QString& text) {
    said_->setText(text);
}

void FramesDialog::reject() {
    if (!isBusy())
        return QDialog::reject();
    close_->setEnabled(false);
    if (waits_)
        surveys_->stop();
    else
        job_.cancel();
}

}  // namespace rudolph
