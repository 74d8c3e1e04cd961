#pragma once

#include <QString>

#include "core/runs/run_findings.h"
#include "core/runs/run_index.h"
#include "core/study/study_index.h"

namespace rudolph {

/// A finding in one sentence, from the second run's point of view: "0.62 points better NME: 3.87
/// against 4.49 %." `first` and `second` are the runs' names.
QString findingText(const RunFinding& finding, const QString& first, const QString& second);

/// How a second study differs from a first; see comparison_text().
QString studyComparisonText(const StudyComparison& comparison);
/// How that is found out; see comparison_method().
QString studyMethodText();
/// What there is to say about one study, a sentence each.
QStringList studySentences(const StudyEntry& study);

/// A setting's value with its unit; "–" where it does not apply, "none" for an empty text.
QString settingText(const SettingRow& row, size_t run);

/// In what it differs from its preset.
QString presetFact(const RunEntry& run);
/// Why a search has stopped a run: "Stopped early at epoch 8 of 60: 14 of 19 others were better."
QString stoppedEarlyText(const RunRecord& run);

/// What there is to say about one run, a sentence each.
QStringList runFacts(const RunEntry& run);

}  // namespace rudolph
