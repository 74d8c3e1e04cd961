#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/eval/diagnosis.h"
#include "core/eval/point_errors.h"
#include "core/runs/rescore.h"
#include "core/study/study_index.h"

namespace rudolph {

/// What a closer look at the cases of a run shows. Vectors have an entry for each case.
struct CaseStudy {
    Rescored truth;         ///< cases and figures against the truth as it is now
    LandmarkScheme scheme;  ///< of the points that the run predicts
    Landmarks mean;         ///< see mean_shape(), of the true ones
    QString unread;         ///< why the faces of the run cannot be read; empty: they were
    std::vector<std::optional<FaceState>> states;  ///< as annotated; empty: not known
    std::vector<double> deviations;  ///< from run to run, see StudyCases; none for a single run
    bool measured = false;           ///< the following are there
    std::vector<FaceAttributes> attributes;
    std::vector<Finding> findings;
    // By sumUp(), so that showing thousands of faces costs the window nothing.
    std::vector<FaceResult> results;  ///< of the cases
    bool in_pixels = false;           ///< errors, where no NME is known
    std::vector<int> by_error;        ///< places of the faces with a finite error, the best first
    std::vector<MeanError> points;    ///< see point_errors(), of all faces
};
using CaseStudyPtr = std::shared_ptr<const CaseStudy>;

/// Fills in what follows from the cases and the scheme.
void sumUp(CaseStudy& study);
/// As shown: the NME, or pixels where no NME is known.
double shownError(const CaseStudy& study, int row);

/// The validation faces of one run, as its files have them, ready to be shown; or of a study, whose
/// errors and points are the means over its finished runs (see StudyCases).
struct RunCases {
    RunRecord run;
    std::vector<CasePrediction> cases;
    LandmarkScheme scheme;       ///< of the points that the run predicts
    std::vector<int> lost = {};  ///< places of the cases whose picture is missing
    CaseStudyPtr study = {};     ///< what the run itself says of them; null: it has none
    StudyEntryPtr repeats =
        {};  ///< the study, where it is one; `run` is then as if it were one run
    std::vector<std::vector<CasePrediction>> of_repeats = {};  ///< of each of its finished runs
};

/// Reads a run or a study; no cases where it has measured no face yet. Pictures that are not where
/// they were are looked for in `open`, which may be null. Throws Error. Any thread.
RunCases loadCases(const std::filesystem::path& run_folder, const Dataset* open);

/// One wish to look closer at the cases of a run.
struct CaseRequest {
    RunCases cases;
    /// The faces that the run was measured on, as they are now; null: opened from the disk.
    std::shared_ptr<const Dataset> dataset = {};
    bool measure = false;                       ///< attributes and findings, too
    std::filesystem::path kept_elsewhere = {};  ///< for what was measured, where the run is
                                                ///< read-only
};

/// The faces of a run as they were opened last: measuring follows comparing.
struct OpenedFaces {
    std::shared_ptr<const Dataset> dataset = {};
    std::filesystem::path run_folder = {};
};

/// Reads the truth of a run's cases again and measures what their errors go with. Throws Error and
/// Cancelled. Any thread.
CaseStudyPtr studyCases(const CaseRequest& request, OpenedFaces& opened, const CancelToken& cancel,
                        const ProgressCallback& progress);

}  // namespace rudolph
