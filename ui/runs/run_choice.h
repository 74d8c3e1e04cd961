#pragma once

#include "core/study/study_index.h"

namespace rudolph {

/// A row of the table that is chosen: a run, or a study as one.
struct RunChoice {
    RunEntryPtr run;           ///< of a study: StudyEntry::as_run
    StudyEntryPtr study = {};  ///< null: a single run

    bool operator==(const RunChoice&) const = default;
};

}  // namespace rudolph
