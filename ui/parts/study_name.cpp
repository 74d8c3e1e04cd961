#include "ui/parts/study_name.h"

#include <cmath>

#include "core/runs/run_folder.h"
#include "ui/base/number_text.h"
#include "ui/base/tr.h"

namespace rudolph {

QString studyName(const StudyEntry& study) {
    const QString name = QString::fromStdString(study.study.experiment.name);
    return study.study.kind == StudyKind::Seeds
               ? tr("%1, %n seeds", nullptr, study.study.parts).arg(name)
               : tr("%1, %n folds", nullptr, study.study.parts).arg(name);
}

QString studyRunName(const StudyEntry& study, const RunEntry& run) {
    const auto part = part_of(study.study, run.run.experiment);
    if (!part)
        return QString::fromStdString(short_run_name(run.run.name));
    return study.study.kind == StudyKind::Seeds
               ? tr("seed %1").arg(run.run.experiment.seed)
               : tr("fold %1 of %2").arg(*part + 1).arg(study.study.parts);
}

QString meanText(const StudyFigures& figures) {
    const RunSpread& spread = figures.spread;
    if (!std::isfinite(spread.deviation))
        return figures.by_nme ? percentText(spread.mean) : pixelText(spread.mean);
    return QStringLiteral("%1 ± %2").arg(
        figures.by_nme ? decimalText(spread.mean * 100, 2) : decimalText(spread.mean, 2),
        figures.by_nme ? percentText(spread.deviation) : pixelText(spread.deviation));
}

}  // namespace rudolph
