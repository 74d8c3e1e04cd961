#pragma once

#include <QString>
#include <QVariant>

#include "core/runs/run_index.h"

namespace rudolph {

/// The columns of the table of runs, in the order in which they stand at first.
enum class RunColumn {
    Star,
    Name,
    Date,
    State,
    Nme,
    Interval,
    Error,
    Mse,
    Auc,
    Failures,
    Collapse,
    Epochs,
    Changed,
    Preset,
    Data,
    Weights,
    Time,
    Tags,
    Note,
    Computed
};
inline constexpr int kRunColumns = static_cast<int>(RunColumn::Computed) + 1;

QString runColumnTitle(RunColumn column);
QString runColumnTip(RunColumn column);
/// Whether it holds numbers, which stand on the right.
bool isNumber(RunColumn column);
QString runColumnText(RunColumn column, const RunEntry& run);
/// What the column is sorted by: a double, NaN where it is not known, or a text.
QVariant runColumnKey(RunColumn column, const RunEntry& run);

/// "Learning rate 0.05 (0.001)": what was changed, in brackets the value before.
QString runChangesText(const std::vector<SettingRow>& changes);

}  // namespace rudolph
