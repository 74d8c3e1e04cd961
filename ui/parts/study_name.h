#pragma once

#include <QString>

#include "core/study/study_index.h"

namespace rudolph {

/// "nose-tip, 5 seeds"
QString studyName(const StudyEntry& study);
/// "seed 3" or "fold 3 of 8".
QString partName(const Study& study, int part);
/// Likewise: which run of its study it is; its short name where it is none.
QString studyRunName(const StudyEntry& study, const RunEntry& run);

/// Parts by their numbers, in their order: "2", "2, 3".
QString partNumbers(std::vector<int> parts);

/// The mean error of its finished runs with what they differ by: "4.03 ± 0.12 %".
QString meanText(const StudyFigures& figures);

}  // namespace rudolph
