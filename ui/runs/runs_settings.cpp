#include "ui/runs/runs_settings.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QTableWidget>

#include "core/experiment/fields.h"
#include "core/runs/run_folder.h"
#include "ui/base/layouts.h"
#include "ui/runs/run_words.h"
#include "ui/runs/runs_curves.h"
#include "ui/settings/translation.h"

namespace rudolph {

namespace {

QTableWidgetItem* itemOf(const QString& text, bool bold) {
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    QFont font = item->font();
    font.setBold(bold);
    item->setFont(font);
    item->setToolTip(text);
    return item;
}

QString tipOf(const std::string& key) {
    for (const Field& field : experiment_fields())
        if (field.key == key)
            return QString::fromStdString(field.tip);
    return {};
}

}  // namespace

RunSettings::RunSettings(QWidget* parent)
    : QWidget(parent),
      only_differing_(new QCheckBox(tr("Only what &differs"), this)),
      table_(new QTableWidget(this)) {
    only_differing_->setChecked(true);
    table_->setAccessibleName(tr("Settings of the chosen runs"));
    table_->setAlternatingRowColors(true);
    table_->setShowGrid(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    connect(only_differing_, &QCheckBox::toggled, this, &RunSettings::fill);
    auto* layout = makeColumn(this, 8, {8, 8, 8, 8});
    layout->addWidget(only_differing_);
    layout->addWidget(table_, 1);
    fill();
}

void RunSettings::setRuns(const std::vector<RunChoice>& runs, const RunEntryPtr& baseline) {
    runs_ = runs;
    baseline_ = baseline;
    fill();
}

void RunSettings::fill() {
    std::vector<Experiment> experiments;
    QStringList headings{tr("Setting")};
    const bool against_baseline =
        runs_.size() == 1 && baseline_ && baseline_->run.folder != runs_.front().run->run.folder;
    if (against_baseline) {
        experiments.push_back(baseline_->run.experiment);
        headings
            << tr("Baseline %1").arg(QString::fromStdString(short_run_name(baseline_->run.name)));
    } else if (runs_.size() == 1) {
        const RunEntry& run = *runs_.front().run;
        experiments.push_back(preset(run.preset));
        // Presets have no data of their own.
        experiments.back().data = run.run.experiment.data;
        headings << tr("Preset %1").arg(QString::fromStdString(run.preset));
    }
    for (const RunChoice& run : runs_) {
        experiments.push_back(run.run->run.experiment);
        headings << lineName(run, runs_);
    }
    const std::vector<SettingRow> rows = only_differing_->isChecked()
                                             ? differing_settings(experiments)
                                             : settings_side_by_side(experiments);
    table_->clear();
    table_->setColumnCount(static_cast<int>(headings.size()));
    table_->setHorizontalHeaderLabels(headings);
    table_->setRowCount(rows.empty() ? 1 : static_cast<int>(rows.size()));
    table_->clearSpans();
    if (rows.empty()) {
        table_->setItem(0, 0,
                        itemOf(runs_.empty()       ? tr("Choose runs above.")
                               : against_baseline  ? tr("As the baseline.")
                               : runs_.size() == 1 ? tr("The preset, unchanged.")
                                                   : tr("They have the same settings."),
                               false));
        if (table_->columnCount() > 1)
            table_->setSpan(0, 0, 1, table_->columnCount());
    }
    for (size_t i = 0; i < rows.size(); ++i) {
        const SettingRow& row = rows[i];
        const int place = static_cast<int>(i);
        const bool differs = row.differs();
        // Not by the bold type alone, which a screen reader does not tell.
        auto* name =
            itemOf((differs ? QStringLiteral("≠ ") : QString()) + coreText(row.label), differs);
        name->setToolTip(tipOf(row.key));
        table_->setItem(place, 0, name);
        for (size_t run = 0; run < row.values.size(); ++run)
            table_->setItem(
                place, static_cast<int>(run) + 1,
                itemOf(settingText(row, run), differs && row.values[run] != row.values.front()));
    }
    table_->resizeColumnsToContents();
    for (int column = 0; column < table_->columnCount(); ++column)
        table_->setColumnWidth(column, std::min(table_->columnWidth(column) + 16, 360));
}

}  // namespace rudolph
