#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/runs/run_index.h"

namespace rudolph {

struct ReportOptions {
    std::string title = "Runs";
    int cases = 6;  ///< pictures of the worst faces of each run, and as many of the best
    /// Where pictures are looked for that have moved since the training; may be null.
    std::shared_ptr<const Dataset> open = {};
    /// Faces of pictures that do not lie with the run's data are shown, too (see
    /// core/formats/outside.h).
    bool follow_outside = false;
};

/// The pictures, each once, of faces that the report would show and that do not lie with the data
/// that their run was trained on, nor with ReportOptions::open. Throws Error.
std::vector<std::filesystem::path> report_pictures_outside(const std::vector<RunEntryPtr>& runs,
                                                           const ReportOptions& options = {});

/// A report of some runs as one HTML file that needs no other: a table, what differs between the
/// first run and each other one, curves and error distributions as SVG, the settings that differ,
/// and the best and worst validation faces of each run as JPEGs with truth and prediction. Readable
/// in light and dark; no script. Texts of the person's are escaped. A picture that cannot be read,
/// or may not be shown, is named as such. Throws Error when there is no run, Cancelled when
/// cancelled; one step of progress a run.
std::string run_report_html(const std::vector<RunEntryPtr>& runs, const ReportOptions& options = {},
                            const CancelToken& cancel = {}, const ProgressCallback& progress = {});

}  // namespace rudolph
