#include "ui/runs/sweep_data.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "core/base/error.h"
#include "core/base/nan.h"
#include "core/base/text.h"
#include "core/runs/compare_runs.h"
#include "core/runs/run_cases.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_settings.h"
#include "core/study/study_index.h"
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

/// What influences are of: NMEs, or pixels where those are unknown, up to some epoch (0: the end).
std::vector<double> errorsOf(const std::vector<RunEntryPtr>& runs, int epochs) {
    std::vector<double> errors;
    for (const RunEntryPtr& run : runs) {
        const RunSummary& summary = run->run.summary;
        double error = std::isfinite(summary.nme) ? summary.nme : summary.error_px;
        if (epochs > 0) {
            error = kNaN;
            for (const EpochMetrics& epoch : run->run.epochs)
                if (epoch.epoch <= epochs && !(ranking_error(epoch) >= error))
                    error = ranking_error(epoch);
        }
        errors.push_back(error);
    }
    return errors;
}

/// A run that was stopped early has another error than it would have at its end.
int comparedEpoch(const std::vector<RunEntryPtr>& runs) {
    const bool any_stopped = std::any_of(runs.begin(), runs.end(), [](const RunEntryPtr& run) {
        return run->run.summary.state == RunState::StoppedEarly;
    });
    if (!any_stopped)
        return 0;
    int fewest = std::numeric_limits<int>::max();
    for (const RunEntryPtr& run : runs)
        if (!run->run.epochs.empty())
            fewest = std::min(fewest, static_cast<int>(run->run.epochs.size()));
    return fewest;
}

void orderByInfluence(SweepData& data, const std::vector<RunEntryPtr>& runs,
                      const CancelToken& cancel) {
    data.compared_epoch = comparedEpoch(runs);
    std::vector<SettingValues> settings;
    for (const SweepColumn& column : data.settings)
        settings.push_back({std::vector<double>(column.values.begin(), column.values.end()),
                            !column.categories.isEmpty()});
    data.influences = setting_influences(settings, errorsOf(runs, data.compared_epoch), cancel);
    if (data.influences.settings.empty())
        return;
    std::vector<SweepColumn> ordered;
    for (SettingInfluence& influence : data.influences.settings) {
        ordered.push_back(std::move(data.settings[static_cast<size_t>(influence.setting)]));
        influence.setting = static_cast<int>(ordered.size()) - 1;
    }
    data.settings = std::move(ordered);
}

void findBest(SweepData& data, const std::vector<RunEntryPtr>& runs) {
    data.best_nme.mean = data.best_nme.low = data.best_nme.high = kNaN;
    for (size_t run = 0; run < runs.size(); ++run) {
        const double nme = runs[run]->run.summary.nme;
        if (!std::isfinite(nme) || nme >= data.best_nme.mean)
            continue;
        data.best_nme.mean = nme;
        data.best = static_cast<int>(run);
    }
    if (data.best < 0)
        return;
    const RunRecord& best = runs[static_cast<size_t>(data.best)]->run;
    try {
        if (is_study(best.folder)) {
            const StudyFigures figures = read_study_entry(best.folder)->figures;
            data.best_runs = static_cast<int>(figures.runs.size());
            data.best_nme.low = figures.spread.low;
            data.best_nme.high = figures.spread.high;
        } else {
            data.best_nme = mean_nme(read_cases(best));
        }
    } catch (const Error&) {
        // Its figure stands; the tab of its faces says what is wrong with its files.
    }
}

}  // namespace

SweepData sweepData(const std::vector<RunEntryPtr>& runs, const CancelToken& cancel) {
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
    orderByInfluence(data, runs, cancel);
    findBest(data, runs);
    return data;
}

}  // namespace rudolph
