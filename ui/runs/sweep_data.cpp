#include "ui/runs/sweep_data.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "core/base/nan.h"
#include "core/base/text.h"
#include "core/runs/run_settings.h"
#include "ui/base/tr.h"
#include "ui/runs/run_words.h"
#include "ui/settings/translation.h"

namespace rudolph {

namespace {

constexpr double kDecade = 10;

bool spreads(const QVector<double>& values) {
    double lowest = std::numeric_limits<double>::infinity();
    double highest = 0;
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        if (value <= 0)
            return false;
        lowest = std::min(lowest, value);
        highest = std::max(highest, value);
    }
    return highest > kDecade * lowest;
}

SweepColumn columnOf(const SettingRow& row) {
    SweepColumn column;
    column.key = QString::fromStdString(row.key);
    column.title = row.unit.empty()
                       ? coreText(row.label)
                       : coreText(row.label) + QStringLiteral(", ") + coreText(row.unit);
    const bool numbers = std::all_of(row.values.begin(), row.values.end(), [](const auto& value) {
        return !value || parse_number(*value);
    });
    for (size_t run = 0; run < row.values.size(); ++run) {
        const auto& value = row.values[run];
        if (!value) {
            column.values << kNaN;
        } else if (numbers) {
            column.values << *parse_number(*value);
        } else {
            const QString name = settingText(row, run);
            qsizetype place = column.categories.indexOf(name);
            if (place < 0) {
                place = column.categories.size();
                column.categories << name;
            }
            column.values << static_cast<double>(place);
        }
    }
    column.logarithmic = numbers && spreads(column.values);
    return column;
}

using FigureOf = std::function<double(const RunSummary&)>;

void addFigure(SweepData& data, const std::vector<RunEntryPtr>& runs, const char* key,
               const QString& title, const FigureOf& figure) {
    SweepColumn column;
    column.key = QString::fromLatin1(key);
    column.title = title;
    for (const RunEntryPtr& run : runs)
        column.values << figure(run->run.summary);
    if (std::all_of(column.values.begin(), column.values.end(),
                    [](double value) { return std::isnan(value); }))
        return;
    column.logarithmic = spreads(column.values);
    data.figures.push_back(std::move(column));
}

}  // namespace

SweepData sweepData(const std::vector<RunEntryPtr>& runs) {
    SweepData data;
    std::vector<Experiment> experiments;
    experiments.reserve(runs.size());
    for (const RunEntryPtr& run : runs)
        experiments.push_back(run->run.experiment);
    for (const SettingRow& row : differing_settings(experiments))
        data.settings.push_back(columnOf(row));
    const auto add = [&](const char* key, const QString& title, const FigureOf& figure) {
        addFigure(data, runs, key, title, figure);
    };
    add("nme", tr("NME, %"), [](const RunSummary& s) { return s.nme * 100; });
    add("error_px", tr("Mean error, px"), [](const RunSummary& s) { return s.error_px; });
    add("mse", tr("MSE"), [](const RunSummary& s) { return s.mse; });
    add("auc_08", tr("AUC@0.08"), [](const RunSummary& s) { return s.auc_08; });
    add("fr_08", tr("FR@0.08, %"), [](const RunSummary& s) { return s.fr_08 * 100; });
    add("shape_variance_ratio", tr("Variance of shapes"),
        [](const RunSummary& s) { return s.shape_variance_ratio; });
    add("parameters", tr("Weights"), [](const RunSummary& s) {
        return s.parameters > 0 ? static_cast<double>(s.parameters) : kNaN;
    });
    add("seconds", tr("Time, s"),
        [](const RunSummary& s) { return s.seconds > 0 ? s.seconds : kNaN; });
    return data;
}

}  // namespace rudolph
