#include "ui/runs/run_columns.h"

#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QStringList>
#include <cmath>

#include "core/base/nan.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_marks.h"
#include "ui/base/glossary.h"
#include "ui/base/number_text.h"
#include "ui/base/tr.h"
#include "ui/parts/run_state_text.h"
#include "ui/runs/run_words.h"
#include "ui/settings/translation.h"

namespace rudolph {

namespace {

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

/// The last part of a path, which is what one looks for; the whole one is in the tip.
QString lastPart(const std::string& path) {
    const QString whole = QDir::cleanPath(text(path));
    return whole.section(QLatin1Char('/'), -1);
}

QString dateText(const RunEntry& run) {
    if (!run.started_seconds)
        return QStringLiteral("–");
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(*run.started_seconds),
                              QLocale::ShortFormat);
}

QString epochsText(const RunEntry& run) {
    const int done = run.run.summary.epochs_done;
    const int planned = run.run.experiment.epochs;
    return done == planned ? countText(done)
                           : tr("%1 of %2").arg(countText(done), countText(planned));
}

QString computedText(const RunSummary& run) {
    if (run.precision.empty())
        return QStringLiteral("–");
    const QString precision = text(run.precision);
    if (run.device == "cuda")
        return tr("%1, graphics card").arg(precision);
    return run.split_batch ? tr("%1, %n threads share", nullptr, run.threads).arg(precision)
                           : tr("%1, %n thread(s)", nullptr, run.threads).arg(precision);
}

double countKey(long long count) {
    return count > 0 ? static_cast<double>(count) : kNaN;
}

}  // namespace

QString runChangesText(const std::vector<SettingRow>& changes) {
    QStringList texts;
    for (const SettingRow& row : changes)
        texts << QStringLiteral("%1 %2 (%3)")
                     .arg(coreText(row.label), settingText(row, row.values.size() - 1),
                          settingText(row, 0));
    return texts.join(QStringLiteral(", "));
}

QString runColumnTitle(RunColumn column) {
    switch (column) {
        case RunColumn::Star:
            return tr("★");
        case RunColumn::Name:
            return tr("Name");
        case RunColumn::State:
            return tr("State");
        case RunColumn::Nme:
            return tr("NME");
        case RunColumn::Interval:
            return tr("95 % interval");
        case RunColumn::Error:
            return tr("Error");
        case RunColumn::Mse:
            return tr("MSE");
        case RunColumn::Auc:
            return QStringLiteral("AUC@0.08");
        case RunColumn::Failures:
            return QStringLiteral("FR@0.08");
        case RunColumn::Collapse:
            return tr("Variance");
        case RunColumn::Epochs:
            return tr("Epochs");
        case RunColumn::Changed:
            return tr("Changed");
        case RunColumn::Preset:
            return tr("Preset");
        case RunColumn::Data:
            return tr("Data");
        case RunColumn::Weights:
            return tr("Weights");
        case RunColumn::Time:
            return tr("Time");
        case RunColumn::Date:
            return tr("Date");
        case RunColumn::Tags:
            return tr("Tags");
        case RunColumn::Note:
            return tr("Note");
        case RunColumn::Computed:
            return tr("Computed");
    }
    return {};
}

QString runColumnTip(RunColumn column) {
    switch (column) {
        case RunColumn::Star:
            return tr("Runs that you have given a star");
        case RunColumn::Nme:
            return withTerm(tr("Of the validation faces, in the best epoch"), Term::Nme);
        case RunColumn::Error:
            return withTerm(tr("Of the validation faces, in the best epoch"), Term::MeanError);
        case RunColumn::Mse:
            return tr(
                "Mean squared error on normalised coordinates, whichever loss training makes "
                "small");
        case RunColumn::Auc:
            return withTerm({}, Term::Auc);
        case RunColumn::Failures:
            return withTerm({}, Term::FailureRate);
        case RunColumn::Collapse:
            return withTerm({}, Term::Gauge);
        case RunColumn::Epochs:
            return withTerm({}, Term::Epoch);
        case RunColumn::Changed:
            return tr(
                "Settings that differ from the baseline, or where there is none from the preset; "
                "in brackets its own");
        case RunColumn::Interval:
            return tr("In which the mean of many such runs lies; of studies alone");
        case RunColumn::Preset:
            return tr("The preset with the experiment's name, else the nearest");
        case RunColumn::Computed:
            return tr("Runs that are computed otherwise differ as by another seed");
        default:
            return {};
    }
}

bool isNumber(RunColumn column) {
    switch (column) {
        case RunColumn::Nme:
        case RunColumn::Interval:
        case RunColumn::Error:
        case RunColumn::Mse:
        case RunColumn::Auc:
        case RunColumn::Failures:
        case RunColumn::Collapse:
        case RunColumn::Epochs:
        case RunColumn::Weights:
        case RunColumn::Time:
        case RunColumn::Date:
            return true;
        default:
            return false;
    }
}

QString runColumnText(RunColumn column, const RunEntry& run) {
    const RunSummary& summary = run.run.summary;
    switch (column) {
        case RunColumn::Star:
            return run.marks.starred ? QStringLiteral("★") : QStringLiteral("☆");
        case RunColumn::Name:
            return text(short_run_name(run.run.name));
        case RunColumn::State:
            return runStateText(summary.state);
        case RunColumn::Nme:
            return percentText(summary.nme);
        case RunColumn::Interval:
            return {};
        case RunColumn::Error:
            return pixelText(summary.error_px);
        case RunColumn::Mse:
            return lossText(summary.mse);
        case RunColumn::Auc:
            return ratioText(summary.auc_08);
        case RunColumn::Failures:
            return percentText(summary.fr_08);
        case RunColumn::Collapse:
            return ratioText(summary.shape_variance_ratio);
        case RunColumn::Epochs:
            return epochsText(run);
        case RunColumn::Changed:
            return runChangesText(run.changes);
        case RunColumn::Preset:
            return text(run.preset);
        case RunColumn::Data:
            return lastPart(run.run.experiment.data);
        case RunColumn::Weights:
            return summary.parameters > 0 ? countText(summary.parameters) : QStringLiteral("–");
        case RunColumn::Time:
            return durationText(summary.seconds);
        case RunColumn::Date:
            return dateText(run);
        case RunColumn::Tags:
            return text(tags_text(run.marks.tags));
        case RunColumn::Note:
            return text(run.marks.note).simplified();
        case RunColumn::Computed:
            return computedText(summary);
    }
    return {};
}

QVariant runColumnKey(RunColumn column, const RunEntry& run) {
    const RunSummary& summary = run.run.summary;
    switch (column) {
        case RunColumn::Star:
            return run.marks.starred ? 0.0 : 1.0;
        case RunColumn::Nme:
            return summary.nme;
        case RunColumn::Interval:
            return kNaN;
        case RunColumn::Error:
            return summary.error_px;
        case RunColumn::Mse:
            return summary.mse;
        case RunColumn::Auc:
            return summary.auc_08;
        case RunColumn::Failures:
            return summary.fr_08;
        case RunColumn::Collapse:
            return summary.shape_variance_ratio;
        case RunColumn::Epochs:
            return static_cast<double>(summary.epochs_done);
        case RunColumn::Weights:
            return countKey(summary.parameters);
        case RunColumn::Time:
            return summary.seconds;
        case RunColumn::Date:
            return countKey(run.started_seconds.value_or(0));
        default:
            return runColumnText(column, run);
    }
}

}  // namespace rudolph
