#include "ui/parts/study_name.h"

#include <QStringList>
#include <algorithm>
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

QString partName(const Study& study, int part) {
    return study.kind == StudyKind::Seeds ? tr("seed %1").arg(experiment_of_part(study, part).seed)
                                          : tr("fold %1 of %2").arg(part + 1).arg(study.parts);
}

QString studyRunName(const StudyEntry& study, const RunEntry& run) {
    const auto part = part_of(study.study, run.run.experiment);
    return part ? partName(study.study, *part)
                : QString::fromStdString(short_run_name(run.run.name));
}

QString partNumbers(std::vector<int> parts) {
    std::sort(parts.begin(), parts.end());
    QStringList numbers;
    for (const int part : parts)
        numbers << QString::number(part + 1);
    return numbers.join(QStringLiteral(", "));
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
