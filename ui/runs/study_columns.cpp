#include "ui/runs/study_columns.h"

#include <QStringList>
#include <cmath>

#include "core/study/study_text.h"
#include "ui/base/number_text.h"
#include "ui/base/tr.h"
#include "ui/parts/study_name.h"
#include "ui/runs/run_words.h"

namespace rudolph {
namespace {

QString intervalText(const StudyFigures& figures) {
    const RunSpread& spread = figures.spread;
    if (!std::isfinite(spread.low))
        return {};
    return QStringLiteral("%1 – %2").arg(
        figures.by_nme ? decimalText(spread.low * 100, 2) : decimalText(spread.low, 2),
        figures.by_nme ? percentText(spread.high) : pixelText(spread.high));
}

QString doneText(const StudyEntry& study) {
    const QString done = tr("%1 of %2 runs").arg(study.done()).arg(study.study.parts);
    return study.failed() == 0 ? done : tr("%1, %2 failed").arg(done).arg(study.failed());
}

}  // namespace

std::optional<QString> studyColumnText(RunColumn column, const StudyEntry& study) {
    const StudyFigures& figures = study.figures;
    switch (column) {
        case RunColumn::Name:
            return studyName(study);
        case RunColumn::State:
            return doneText(study);
        case RunColumn::Nme:
            return figures.by_nme && !figures.runs.empty() ? std::optional(meanText(figures))
                                                           : std::nullopt;
        case RunColumn::Error:
            return figures.by_nme || figures.runs.empty() ? std::nullopt
                                                          : std::optional(meanText(figures));
        case RunColumn::Interval:
            return intervalText(figures);
        default:
            return std::nullopt;
    }
}

std::optional<QVariant> studyColumnKey(RunColumn column, const StudyEntry& study) {
    switch (column) {
        case RunColumn::Name:
            return studyName(study);
        case RunColumn::State:
            return doneText(study);
        case RunColumn::Interval:
            return study.figures.spread.low;
        default:
            return std::nullopt;
    }
}

QString studyTip(const StudyEntry& study) {
    return studySentences(study).join(QLatin1Char('\n'));
}

}  // namespace rudolph
