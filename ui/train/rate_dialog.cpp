#include "ui/train/rate_dialog.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include "core/engine/engine.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/charts/line_chart.h"
#include "ui/parts/field_words.h"
#include "ui/parts/labels.h"
#include "ui/session/experiment_draft.h"
#include "ui/session/trainings.h"

namespace rudolph {
namespace {

constexpr auto kRateKey = "optimiser.learning_rate";

}  // namespace

RateCurve RateDialog::findByEngine(const TrainJob& job, const ProgressCallback& progress,
                                   const CancelToken& cancel) {
    return open_engine()->find_learning_rate(job, progress, cancel);
}

RateDialog::RateDialog(Session* session, QWidget* parent, FindRate find)
    : QDialog(parent),
      session_(session),
      find_(std::move(find)),
      chart_(new LineChart(this)),
      verdict_(makePlainLabel(this)),
      progress_(new QProgressBar(this)),
      use_(new QPushButton(this)),
      again_(new QPushButton(this)),
      activity_(&session->activities(), StudioPage::Train, this) {
    setWindowTitle(tr("Find a learning rate"));
    setAttribute(Qt::WA_DeleteOnClose);
    layOut();
    activity_.follow(&job_, tr("Trying learning rates"));
    connect(&job_, &Job::busyChanged, this, &RateDialog::showState);
    connect(&job_, &Job::progressed, this, [this](const QString&, int done, int total) {
        progress_->setRange(0, total);
        progress_->setValue(done);
    });
    connect(&job_, &Job::failed, this, [this](const ErrorText& error) {
        problem_ = settingWords(errorSentences(error).toStdString());
        showVerdict();
    });
    connect(&job_, &Job::cancelled, this, [this] {
        if (problem_.isEmpty())
            problem_ = tr("Cancelled; no rate was tried to the end.");
        showVerdict();
    });
    const Trainings& trainings = session_->trainings();
    connect(&trainings, &Trainings::begun, this, [this] {
        if (!job_.isBusy())
            return;
        problem_ = tr("A training has begun and needs all processors, so this was stopped.");
        job_.cancel();
    });
    connect(&trainings, &Trainings::stateChanged, this, &RateDialog::showState);
    connect(&session_->draft(), &ExperimentDraft::changed, this, &RateDialog::showVerdict);
    start();
}

void RateDialog::layOut() {
    auto* intro = makePlainLabel(this);
    intro->setText(
        tr("Trains a hundred steps while the learning rate rises from tiny to far too large, and "
           "keeps nothing. A good rate is where the loss falls fastest."));
    chart_->setMinimumSize(420, 240);
    chart_->setAxisLabels(tr("Learning rate"), tr("Loss"));
    chart_->setLogarithmic(Qt::Horizontal, true);
    chart_->setReadoutHead(tr("Rate %1"));
    chart_->setFileName(QStringLiteral("learning-rates"));
    all_ = chart_->addLine({.name = {}, .faint = true});
    smoothed_ = chart_->addLine({.name = tr("smoothed")});
    verdict_->setObjectName(QStringLiteral("rate verdict"));
    progress_->setTextVisible(false);
    progress_->setFixedHeight(12);
    progress_->setAccessibleName(tr("Trying learning rates"));
    use_->setObjectName(QStringLiteral("use rate"));
    again_->setObjectName(QStringLiteral("rates again"));
    again_->setAutoDefault(false);
    use_->setDefault(true);
    auto* close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    connect(use_, &QPushButton::clicked, this, &RateDialog::use);
    connect(again_, &QPushButton::clicked, this, [this] {
        if (job_.isBusy())
            job_.cancel();
        else
            start();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(again_);
    row->addStretch();
    row->addWidget(use_);
    row->addWidget(close);
    auto* column = makeColumn(this, 8, {12, 12, 12, 12});
    column->addWidget(intro);
    column->addWidget(chart_, 1);
    column->addWidget(progress_);
    column->addWidget(verdict_);
    column->addLayout(row);
    resize(640, 480);
}

void RateDialog::start() {
    problem_.clear();
    curve_.reset();
    chart_->clearValues();
    chart_->setMessage(tr("Here the loss will be drawn over the rates."));
    progress_->setRange(0, 0);
    const auto dataset = session_->dataset();
    tried_ = session_->draft().experiment();
    if (!dataset)
        problem_ = tr("Open annotated faces first");
    else if (!session_->draft().problems().empty())
        problem_ = tr("Settings that are marked in the form must be changed first.");
    if (problem_.isEmpty())
        job_.start(
            [find = find_, job = TrainJob{tried_, dataset, {}}](JobContext& context) {
                return find(job, context.progress(), context.cancel());
            },
            [this](const RateCurve& curve) { showCurve(curve); });
    showVerdict();
    showState();
}

double RateDialog::proposal() const {
    return curve_ ? QString::number(curve_->suggested, 'e', 1).toDouble() : 0;
}

void RateDialog::showCurve(const RateCurve& curve) {
    curve_ = curve;
    QVector<double> rates;
    QVector<double> losses;
    QVector<double> smoothed;
    for (const RateCurve::Step& step : curve.steps) {
        rates << step.rate;
        losses << step.loss;
        smoothed << step.smoothed;
    }
    chart_->setValues(all_, rates, losses);
    chart_->setValues(smoothed_, rates, smoothed);
    chart_->setRing(smoothed_, curve.suggested > 0 ? std::optional(curve.suggested) : std::nullopt);
    chart_->setNote(curve.suggested, tr("proposed"));
    showVerdict();
    showState();
}

void RateDialog::showVerdict() {
    QString text = problem_;
    if (curve_ && curve_->suggested <= 0)
        text =
            tr("No clear valley: no rate made the loss fall. A larger batch or more faces may "
               "show one; 0.001 suits Adam.");
    else if (curve_ && curve_->fall < kClearFall)
        text = tr("No clear valley: the loss fell by %1 only, fastest at %2, which may be chance. "
                  "A larger batch or more faces would tell more.")
                   .arg(percentText(curve_->fall, 1), numberText(proposal()));
    else if (curve_)
        text = tr("The loss fell by %1, fastest at a rate of %2, which is ringed.")
                   .arg(percentText(curve_->fall, 0), numberText(proposal()));
    Experiment now = session_->draft().experiment();
    now.optimiser.learning_rate = tried_.optimiser.learning_rate;
    if (curve_ && now != tried_)
        text += QLatin1Char('\n') + tr("Settings have changed since; try again to be sure.");
    verdict_->setText(text);
}

void RateDialog::showState() {
    const bool busy = job_.isBusy();
    const bool training = session_->trainings().isTraining();
    progress_->setVisible(busy);
    again_->setText(busy ? tr("Cancel") : tr("Try again"));
    again_->setEnabled(busy || !training);
    again_->setToolTip(!busy && training ? tr("A training goes on and needs all processors")
                                         : QString());
    use_->setText(proposal() > 0 ? tr("Use this rate (%1)").arg(numberText(proposal()))
                                 : tr("Use this rate"));
    use_->setEnabled(!busy && proposal() > 0);
}

void RateDialog::use() {
    session_->draft().setText(kRateKey, numberText(proposal()), nullptr);
    session_->navigation().showSetting(QLatin1String(kRateKey));
    accept();
}

}  // namespace rudolph
