#pragma once

#include <QString>
#include <optional>

#include "core/study/study_index.h"
#include "ui/runs/run_columns.h"

namespace rudolph {

/// What the table says of a study where it is not what it says of a run: its name, how many of its
/// runs are finished, its mean with what runs differ by, and the interval.
std::optional<QString> studyColumnText(RunColumn column, const StudyEntry& study);
/// What such a column is sorted by; see runColumnKey().
std::optional<QVariant> studyColumnKey(RunColumn column, const StudyEntry& study);
QString studyTip(const StudyEntry& study);

}  // namespace rudolph
