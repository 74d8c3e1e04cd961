#pragma once

#include <vector>

#include "core/eval/study_statistics.h"
#include "core/study/study.h"

namespace rudolph {

/// What a study says as a whole, of those of its runs that are finished.
struct StudyFigures {
    bool by_nme = true;        ///< whether errors are NMEs (fractions), else pixels
    std::vector<int> parts;    ///< which are finished
    std::vector<double> runs;  ///< the mean error of each
    RunSpread spread;          ///< of these
};
StudyFigures study_figures(const Study& study, const StudyRuns& runs);

/// Two studies on the faces that every finished run of both has measured (with folds: that a run of
/// each has).
struct StudyComparison {
    bool by_nme = true;
    int faces = 0;
    StudyDifference difference;
    int first_failed = 0;  ///< runs that are left out, as their training failed
    int second_failed = 0;
    bool by_folds = false;  ///< one error a face and study: only other persons are in the interval
};
/// Throws Error where they cannot be compared, saying why.
StudyComparison compare_studies(const Study& first, const StudyRuns& first_runs,
                                const Study& second, const StudyRuns& second_runs);

}  // namespace rudolph
