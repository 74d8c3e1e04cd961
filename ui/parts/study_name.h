#pragma once

#include <QString>

#include "core/study/study_index.h"

namespace rudolph {

/// "nose-tip, 5 seeds"
QString studyName(const StudyEntry& study);
/// "seed 3" or "fold 3 of 8": which run of its study it is; its short name where it is none.
QString studyRunName(const StudyEntry& study, const RunEntry& run);

}  // namespace rudolph
