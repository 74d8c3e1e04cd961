#include "core/study/study_figures.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/error.h"
#include "core/runs/run_reader.h"

namespace rudolph {
namespace {

/// What each finished run found, by face.
struct FaceErrors {
    bool by_nme = true;
    std::vector<std::map<std::string, double>> runs;
    std::map<std::string, std::string> persons;  ///< of all faces
};

FaceErrors face_errors(const StudyRuns& study) {
    FaceErrors errors;
    std::vector<std::vector<CasePrediction>> read;
    for (size_t part = 0; part < study.parts.size(); ++part)
        if (study.is_done(static_cast<int>(part)))
            read.push_back(read_predictions(study.parts[part]->folder));
    for (const auto& cases : read)
        for (const CasePrediction& face : cases)
            errors.by_nme = errors.by_nme && std::isfinite(face.result.nme);
    for (const auto& cases : read) {
        auto& run = errors.runs.emplace_back();
        for (const CasePrediction& face : cases) {
            const double error = errors.by_nme ? face.result.nme : face.result.error_px;
            if (!std::isfinite(error))
                continue;
            run[face.result.sample_id] = error;
            errors.persons[face.result.sample_id] =
                face.person.empty() ? face.result.sample_id : face.person;
        }
    }
    return errors;
}

/// The runs of folds as one that has measured all faces.
void join_folds(FaceErrors& errors) {
    std::map<std::string, double> all;
    for (auto& run : errors.runs)
        all.merge(run);
    errors.runs = {std::move(all)};
}

}  // namespace

StudyFigures study_figures(const Study& study, const StudyRuns& runs) {
    StudyFigures figures;
    for (int part = 0; part < study.parts; ++part)
        if (runs.is_done(part)) {
            figures.parts.push_back(part);
            figures.by_nme =
                figures.by_nme && std::isfinite(runs.parts[static_cast<size_t>(part)]->summary.nme);
        }
    for (const int part : figures.parts) {
        const RunSummary& summary = runs.parts[static_cast<size_t>(part)]->summary;
        figures.runs.push_back(figures.by_nme ? summary.nme : summary.error_px);
    }
    figures.spread =
        study.kind == StudyKind::Folds ? spread_of_folds(figures.runs) : spread_of(figures.runs);
    return figures;
}

StudyComparison compare_studies(const Study& first, const StudyRuns& first_runs,
                                const Study& second, const StudyRuns& second_runs) {
    if (first.kind != second.kind)
        throw Error("one study repeats seeds and the other folds", {},
                    "make a study of the same kind of each experiment");
    FaceErrors one = face_errors(first_runs);
    FaceErrors two = face_errors(second_runs);
    if (one.runs.empty() || two.runs.empty())
        throw Error("a study without a finished run cannot be compared", {},
                    "go on with it: rudolph study --resume STUDY");
    if (one.by_nme != two.by_nme)
        throw Error("one study measures the NME and the other pixels", {},
                    "compare studies on the same data");
    StudyComparison comparison;
    comparison.by_nme = one.by_nme;
    comparison.first_failed = first_runs.failed();
    comparison.second_failed = second_runs.failed();
    comparison.by_folds = first.kind == StudyKind::Folds;
    bool paired = !comparison.by_folds && one.runs.size() == two.runs.size();
    for (int part = 0; paired && part < std::min(first.parts, second.parts); ++part)
        paired = first_runs.is_done(part) == second_runs.is_done(part) &&
                 experiment_of_part(first, part).seed == experiment_of_part(second, part).seed;
    if (comparison.by_folds) {
        join_folds(one);
        join_folds(two);
    }
    std::vector<std::string> faces;
    for (const auto& [face, person] : one.persons) {
        const auto has = [&id = face](const auto& run) { return run.contains(id); };
        if (std::all_of(one.runs.begin(), one.runs.end(), has) &&
            std::all_of(two.runs.begin(), two.runs.end(), has))
            faces.push_back(face);
    }
    if (faces.empty())
        throw Error("there are no faces that all runs of both studies have measured", {},
                    "compare studies on the same data with the same split");
    std::map<std::string, int> numbers;
    std::vector<int> persons;
    for (const std::string& face : faces)
        persons.push_back(
            numbers.emplace(one.persons.at(face), static_cast<int>(numbers.size())).first->second);
    const auto rows = [&faces](const FaceErrors& errors) {
        RunErrors result;
        for (const auto& run : errors.runs) {
            auto& row = result.emplace_back();
            for (const std::string& face : faces)
                row.push_back(run.at(face));
        }
        return result;
    };
    comparison.faces = static_cast<int>(faces.size());
    comparison.difference = study_difference(rows(one), rows(two), persons, paired);
    return comparison;
}

}  // namespace rudolph
