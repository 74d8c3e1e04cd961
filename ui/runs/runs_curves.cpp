#include "ui/runs/runs_curves.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <algorithm>
#include <array>
#include <iterator>

#include "core/formats/losses.h"
#include "core/study/study_curve.h"
#include "ui/base/layouts.h"
#include "ui/base/path_convert.h"
#include "ui/charts/line_chart.h"
#include "ui/parts/study_name.h"

namespace rudolph {

namespace {

/// A figure that is drawn; `factor` and `unit` make a number of it that one reads.
struct Figure {
    const char* title;
    double EpochMetrics::*value;
    double factor;
    const char* unit;
};

constexpr int kBothLosses = 0;

const std::array<Figure, 7>& figures() {
    static const std::array<Figure, 7> all = {{
        {QT_TRANSLATE_NOOP("rudolph::RunCurves", "Training and validation loss"),
         &EpochMetrics::train_loss, 1, ""},
        {QT_TRANSLATE_NOOP("rudolph::RunCurves", "Training loss"), &EpochMetrics::train_loss, 1,
         ""},
        {QT_TRANSLATE_NOOP("rudolph::RunCurves", "Validation loss"), &EpochMetrics::validation_loss,
         1, ""},
        {QT_TRANSLATE_NOOP("rudolph::RunCurves", "NME, %"), &EpochMetrics::nme, 100, " %"},
        {QT_TRANSLATE_NOOP("rudolph::RunCurves", "Mean error, px"), &EpochMetrics::error_px, 1,
         " px"},
        {QT_TRANSLATE_NOOP("rudolph::RunCurves", "Learning rate"), &EpochMetrics::learning_rate, 1,
         ""},
        {QT_TRANSLATE_NOOP("rudolph::RunCurves", "Seconds per epoch"), &EpochMetrics::seconds, 1,
         " s"},
    }};
    return all;
}

QVector<double> valuesOf(const RunRecord& run, double EpochMetrics::*value, double factor) {
    QVector<double> values;
    for (const EpochMetrics& epoch : run.epochs)
        values << epoch.*value * factor;
    return values;
}

}  // namespace

QString lineName(const RunChoice& run, const std::vector<RunChoice>& among) {
    const auto name = [](const RunChoice& choice) {
        return choice.study ? studyName(*choice.study)
                            : QString::fromStdString(choice.run->run.experiment.name);
    };
    const auto same = std::count_if(among.begin(), among.end(), [&](const RunChoice& other) {
        return name(other) == name(run);
    });
    return same > 1 ? QString::fromStdString(run.run->run.name) : name(run);
}

RunCurves::RunCurves(Session* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      figure_(new QComboBox(this)),
      chart_(new LineChart(this)) {
    for (const Figure& figure : figures())
        figure_->addItem(tr(figure.title));
    figure_->setObjectName(QStringLiteral("figure"));
    figure_->setAccessibleName(tr("Figure to draw"));
    chart_->setMessage(tr("The epochs of the chosen runs are drawn here."));
    chart_->setReadoutHead(tr("Epoch %1"));
    chart_->setXCounts();
    chart_->setFileName(tr("curves"));
    connect(figure_, &QComboBox::currentIndexChanged, this, &RunCurves::draw);
    auto* logarithmic = new QCheckBox(tr("&Logarithmic"), this);
    connect(logarithmic, &QCheckBox::toggled, this,
            [this](bool on) { chart_->setLogarithmic(Qt::Vertical, on); });
    logarithmic->setChecked(true);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(figure_);
    bar->addWidget(logarithmic);
    auto* legend = new QLabel(
        tr("Training solid, validation dashed where both are drawn; of a study the mean, in a "
           "band of all its runs"),
        this);
    legend->setWordWrap(true);
    bar->addWidget(legend, 1);
    auto* layout = makeColumn(this, 8, {8, 8, 8, 8});
    layout->addLayout(bar);
    layout->addWidget(chart_, 1);
}

void RunCurves::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

void RunCurves::setRuns(const std::vector<RunChoice>& runs) {
    runs_ = runs;
    draw();
}

void RunCurves::draw() {
    const int chosen = figure_->currentIndex();
    const Figure& figure = figures()[static_cast<size_t>(std::max(0, chosen))];
    chart_->clearLines();
    chart_->setAxisLabels(tr("Epoch"), chosen == kBothLosses ? tr("Loss") : tr(figure.title));
    chart_->setValueUnit(1, QString::fromLatin1(figure.unit));
    RunColours& colours = session_->runColours();
    for (const RunChoice& choice : runs_) {
        const QString folder = toQString(choice.run->run.folder);
        LineStyle style;
        style.name = lineName(choice, runs_);
        style.colour = colours.colour(folder, palette());
        // Dashes tell validation from training where both are there, else runs of one colour.
        style.dashed = chosen != kBothLosses && colours.isDashed(folder);
        if (choice.study)
            drawStudy(*choice.study, style);
        else
            drawRun(*choice.run, style);
    }
}

void RunCurves::drawRun(const RunEntry& run, const LineStyle& first) {
    const int chosen = figure_->currentIndex();
    const Figure& figure = figures()[static_cast<size_t>(std::max(0, chosen))];
    LineStyle style = first;
    QVector<double> epochs;
    for (const EpochMetrics& epoch : run.run.epochs)
        epochs << epoch.epoch;
    int line = chart_->addLine(style);
    chart_->setValues(line, epochs, valuesOf(run.run, figure.value, figure.factor));
    if (chosen == kBothLosses) {
        style.dashed = true;
        style.name = tr("%1, validation").arg(style.name);
        // That one tells which epoch is the best.
        line = chart_->addLine(style);
        chart_->setValues(line, epochs, valuesOf(run.run, &EpochMetrics::validation_loss, 1));
    }
    if (run.run.summary.best_epoch > 0)
        chart_->setRing(line, run.run.summary.best_epoch);
}

void RunCurves::drawStudy(const StudyEntry& study, const LineStyle& first) {
    const int chosen = figure_->currentIndex();
    const Figure& figure = figures()[static_cast<size_t>(std::max(0, chosen))];
    std::vector<RunEntryPtr> runs = study.finished();
    // Before its first run is over, the one that goes on.
    if (runs.empty())
        std::copy_if(
            study.runs.begin(), study.runs.end(), std::back_inserter(runs),
            [](const RunEntryPtr& run) { return run->run.summary.state != RunState::Failed; });
    const auto draw = [&](const LineStyle& style, double EpochMetrics::*value, double factor) {
        const StudyCurve curve = study_curve(runs, value);
        const auto scaled = [factor](const std::vector<double>& values) {
            QVector<double> result;
            for (const double each : values)
                result << each * factor;
            return result;
        };
        const QVector<double> epochs(curve.epochs.begin(), curve.epochs.end());
        const int line = chart_->addLine(style);
        chart_->setValues(line, epochs, scaled(curve.mean));
        if (runs.size() > 1)
            chart_->setBand(line, epochs, scaled(curve.low), scaled(curve.high));
    };
    draw(first, figure.value, figure.factor);
    if (chosen != kBothLosses)
        return;
    LineStyle style = first;
    style.dashed = true;
    style.name = tr("%1, validation").arg(style.name);
    draw(style, &EpochMetrics::validation_loss, 1);
}

}  // namespace rudolph
