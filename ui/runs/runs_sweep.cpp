#include "ui/runs/runs_sweep.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QMap>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/parallel_chart.h"
#include "ui/charts/scatter_chart.h"
#include "ui/runs/sweep_influence.h"

namespace rudolph {

namespace {

/// More axes than that cannot be read side by side.
constexpr size_t kMostAxes = 8;

constexpr auto kNmeKey = "nme";
constexpr double kPercent = 100;

QString valueText(const SweepColumn* column, double value) {
    const auto place = static_cast<qsizetype>(value);
    return column && place >= 0 && place < column->categories.size() ? column->categories[place]
                                                                     : figureText(value);
}

}  // namespace

RunSweep::RunSweep(Session* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      across_(new QComboBox(this)),
      upwards_(new QComboBox(this)),
      note_(new QLabel(this)),
      best_(new QLabel(this)),
      influence_(new SweepInfluence),
      scatter_(new ScatterChart),
      parallel_(new ParallelChart) {
    across_->setObjectName(QStringLiteral("across"));
    upwards_->setObjectName(QStringLiteral("upwards"));
    across_->setAccessibleName(tr("To the right"));
    upwards_->setAccessibleName(tr("Upwards"));
    for (QComboBox* box : {across_, upwards_})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (QComboBox* box : {across_, upwards_})
        connect(box, &QComboBox::currentIndexChanged, this, &RunSweep::drawScatter);
    const QString message =
        tr("With runs that differ in a setting, each is a point here and a line on the right.");
    scatter_->setMessage(message);
    scatter_->setAccessibleName(tr("Scatter of the chosen runs"));
    scatter_->setFileName(tr("sweep"));
    parallel_->setFileName(tr("sweep"));
    scatter_->setReadoutText([this](int run, double x, double y) {
        return QStringLiteral("%1 · %2 · %3")
            .arg(QString::fromStdString(runs_[static_cast<size_t>(run)]->run.name),
                 valueText(columnAt(across_), x), valueText(columnAt(upwards_), y));
    });
    connect(scatter_, &ScatterChart::selectionChanged, this, &RunSweep::choose);
    connect(parallel_, &ParallelChart::chosen, this, &RunSweep::choose);
    connect(influence_, &SweepInfluence::settingChosen, this, [this](int setting) {
        across_->setCurrentIndex(
            across_->findData(data_.settings[static_cast<size_t>(setting)].key));
    });

    auto* left = new QWidget;
    auto* column = makeColumn(left, 8, {8, 8, 8, 8});
    auto* bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(upwards_);
    bar->addWidget(new QLabel(tr("against")));
    bar->addWidget(across_);
    bar->addStretch();
    column->addLayout(bar);
    column->addWidget(scatter_, 1);
    auto* right = new QWidget;
    auto* lines = makeColumn(right, 8, {8, 8, 8, 8});
    note_->setWordWrap(true);
    note_->setObjectName(QStringLiteral("note"));
    best_->setWordWrap(true);
    best_->setObjectName(QStringLiteral("best"));
    best_->setToolTip(
        tr("The interval is that of its mean over faces, for faces of other persons. "
           "The best of many is also somewhat lucky: with another seed expect a "
           "little worse."));
    lines->addWidget(best_);
    lines->addWidget(note_);
    lines->addWidget(parallel_, 1);
    auto* splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(influence_);
    splitter->addWidget(right);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({340, 260, 520});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

void RunSweep::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        show(SweepData(data_));
}

Chart* RunSweep::chart() const {
    if (influence_->chart()->hasFocus())
        return influence_->chart();
    return parallel_->hasFocus() ? static_cast<Chart*>(parallel_) : scatter_;
}

/// Those of the table's choice, in the order of the table.
std::vector<RunEntryPtr> RunSweep::runsOf(const std::vector<RunEntryPtr>& shown) const {
    if (drawn_.isEmpty())
        return shown;
    const QSet<QString> wanted(drawn_.begin(), drawn_.end());
    std::vector<RunEntryPtr> runs;
    for (const RunEntryPtr& run : shown)
        if (wanted.contains(toQString(run->run.folder)))
            runs.push_back(run);
    return runs;
}

void RunSweep::setRuns(const std::vector<RunEntryPtr>& shown, const QStringList& chosen_folders) {
    chosen_ = chosen_folders;
    // What was chosen here is marked among the others; what was chosen in the table is looked at by
    // itself.
    const bool own = QSet<QString>(chosen_.begin(), chosen_.end()) ==
                     QSet<QString>(brushed_.begin(), brushed_.end());
    if (!own || brushed_.isEmpty()) {
        brushed_.clear();
        const QStringList before = drawn_;
        drawn_ = chosen_.size() > 1 ? chosen_ : QStringList();
        if (drawn_ != before)
            parallel_->clearBrushes();
    }
    const std::vector<RunEntryPtr> wanted = runsOf(shown);
    if (wanted == wanted_) {
        if (!job_.isBusy())
            markChosen();
        return;
    }
    wanted_ = wanted;
    job_.start([wanted](JobContext& context) { return sweepData(wanted, context.cancel()); },
               [this, wanted](const SweepData& data) {
                   runs_ = wanted;
                   folders_.clear();
                   for (const RunEntryPtr& run : runs_)
                       folders_ << toQString(run->run.folder);
                   show(data);
               });
}

void RunSweep::show(const SweepData& data) {
    data_ = data;
    fillChoices();
    drawScatter();
    drawParallel();
    markBest();
    markChosen();
    influence_->show(data_);
    best_->setText(bestRunText(data_, runs_));
    best_->setVisible(!best_->text().isEmpty());
    note_->setText(noteText());
}

QString RunSweep::noteText() const {
    QStringList sentences;
    if (!drawn_.isEmpty())
        sentences
            << tr("Of the %1 runs that are chosen; choose one alone to see all.").arg(runs_.size());
    sentences << (data_.settings.empty()
                      ? tr("The runs have the same settings.")
                      : tr("Drag along an axis to choose the runs that cross it there; click it to "
                           "free it."));
    if (data_.settings.size() + 2 > kMostAxes)
        sentences << tr("%Ln more settings differ: filter the table to see fewer runs.", nullptr,
                        static_cast<int>(data_.settings.size() + 2 - kMostAxes));
    return sentences.join(QLatin1Char(' '));
}

void RunSweep::markBest() {
    std::optional<std::pair<double, double>> interval;
    if (std::isfinite(data_.best_nme.low))
        interval =
            std::pair(std::max(0.0, data_.best_nme.low) * kPercent, data_.best_nme.high * kPercent);
    const SweepColumn* upwards = columnAt(upwards_);
    const bool by_nme = upwards && upwards->key == kNmeKey;
    scatter_->setBest(data_.best, by_nme ? interval : std::nullopt);
    // The first of the figures comes right after the settings.
    const bool has_nme = !data_.figures.empty() && data_.figures.front().key == kNmeKey;
    parallel_->setBest(
        data_.best, has_nme ? static_cast<int>(std::min(data_.settings.size(), kMostAxes - 2)) : -1,
        interval);
}

void RunSweep::fillChoices() {
    const auto fill = [](QComboBox* box, const std::vector<SweepColumn>& first,
                         const std::vector<SweepColumn>& second) {
        const QSignalBlocker quiet(box);
        const QString before = box->currentData().toString();
        box->clear();
        for (const auto* columns : {&first, &second})
            for (const SweepColumn& column : *columns)
                box->addItem(column.title, column.key);
        box->setCurrentIndex(std::max(0, box->findData(before)));
    };
    fill(across_, data_.settings, data_.figures);
    fill(upwards_, data_.figures, data_.settings);
}

const SweepColumn* RunSweep::columnAt(const QComboBox* box) const {
    const QString key = box->currentData().toString();
    for (const auto* columns : {&data_.settings, &data_.figures})
        for (const SweepColumn& column : *columns)
            if (column.key == key)
                return &column;
    return nullptr;
}

void RunSweep::drawScatter() {
    scatter_->clearSeries();
    const SweepColumn* across = columnAt(across_);
    const SweepColumn* upwards = columnAt(upwards_);
    if (!across || !upwards)
        return;
    scatter_->setAxisLabels(across->title, upwards->title);
    scatter_->setLogarithmic(Qt::Horizontal, across->logarithmic);
    scatter_->setLogarithmic(Qt::Vertical, upwards->logarithmic);
    scatter_->setNames(Qt::Horizontal, across->categories);
    scatter_->setNames(Qt::Vertical, upwards->categories);
    // Runs of one colour are one series: thousands of runs are a few series.
    QMap<QRgb, QVector<int>> ids;
    for (int run = 0; run < static_cast<int>(runs_.size()); ++run)
        ids[session_->runColours().colour(folders_[run], palette()).rgb()] << run;
    for (auto each = ids.cbegin(); each != ids.cend(); ++each) {
        QVector<double> x;
        QVector<double> y;
        for (const int run : each.value()) {
            x << across->values[run];
            y << upwards->values[run];
        }
        ScatterStyle style;
        style.colour = QColor(each.key());
        scatter_->setPoints(scatter_->addSeries(style), x, y, each.value());
    }
    markBest();
    markChosen();
}

void RunSweep::drawParallel() {
    QVector<ParallelAxis> axes;
    const auto add = [&axes](const SweepColumn& column) {
        axes << ParallelAxis{column.title, column.values, column.categories, column.logarithmic};
    };
    // The settings, and at the end what came of them.
    for (size_t i = 0; i < data_.settings.size() && i + 2 < kMostAxes; ++i)
        add(data_.settings[i]);
    for (size_t i = 0; i < data_.figures.size() && i < 2 && !data_.settings.empty(); ++i)
        add(data_.figures[i]);
    QVector<QColor> colours;
    QStringList names;
    for (int run = 0; run < static_cast<int>(runs_.size()); ++run) {
        colours << session_->runColours().colour(folders_[run], palette());
        names << QString::fromStdString(runs_[static_cast<size_t>(run)]->run.name);
    }
    parallel_->setLines(axes, colours, names);
}

void RunSweep::markChosen() {
    QVector<int> chosen;
    const QSet<QString> wanted(chosen_.begin(), chosen_.end());
    for (int run = 0; run < static_cast<int>(folders_.size()); ++run)
        if (wanted.contains(folders_[run]))
            chosen << run;
    // One run is chosen whenever the page is opened: that is no choice among many, and nor are all.
    const bool some = chosen.size() > 1 && chosen.size() < folders_.size();
    scatter_->setSelection(some ? chosen : QVector<int>());
    scatter_->setCurrent(chosen.size() == 1 ? chosen.front() : -1);
    parallel_->setSelection(some ? chosen : QVector<int>());
}

void RunSweep::choose(const QVector<int>& runs) {
    QStringList folders;
    for (const int run : runs)
        folders << folders_[run];
    // Nothing chosen here is what the table had chosen.
    brushed_ = folders.isEmpty() ? drawn_ : folders;
    emit chosen(brushed_);
}

}  // namespace rudolph
