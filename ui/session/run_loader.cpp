#include "ui/session/run_loader.h"

#include "core/base/error.h"
#include "core/geometry/shape.h"
#include "core/runs/predicted_scheme.h"
#include "core/runs/run_cases.h"
#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"
#include "ui/cases/case_worker.h"

namespace rudolph {

void RunLoader::listRuns(const QString& folder) {
    try {
        RunList list;
        const std::filesystem::path path = toPath(folder);
        std::error_code ignored;
        if (std::filesystem::exists(path, ignored))
            list = list_runs(path);
        emit runsListed(folder, list);
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(folder, text.what, text.advice);
    }
}

void RunLoader::loadCases(const QString& run_folder, const std::shared_ptr<const Dataset>& open) {
    try {
        RunCases cases;
        const std::filesystem::path folder = toPath(run_folder);
        cases.run = read_run(folder);
        // A run that failed or was stopped early has measured no face yet.
        cases.cases = read_cases(cases.run);
        if (!cases.cases.empty()) {
            cases.lost = find_moved_pictures(cases.cases, open.get());
            cases.scheme =
                predicted_scheme(cases.run, cases.cases.front().result.truth_in_image.size());
            cases.mean = meanTruth(cases.cases);
            auto study = std::make_shared<CaseStudy>();
            study->truth = {cases.cases, cases.run.summary, {}, {}};
            study->scheme = cases.scheme;
            study->mean = cases.mean;
            sumUp(*study);
            cases.study = std::move(study);
        }
        emit casesLoaded(cases);
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(run_folder, text.what, text.advice);
    }
}

Landmarks meanTruth(const std::vector<CasePrediction>& cases) {
    std::vector<const Landmarks*> truths;
    for (const CasePrediction& face : cases)
        truths.push_back(&face.result.truth_in_image);
    return mean_shape(truths);
}

}  // namespace rudolph
