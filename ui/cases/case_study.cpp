#include "ui/cases/case_study.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "core/base/error.h"
#include "core/engine/engine.h"
#include "core/formats/open_dataset.h"
#include "core/geometry/shape.h"
#include "core/runs/face_lights.h"
#include "core/runs/predicted_scheme.h"
#include "core/runs/run_cases.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_reader.h"
#include "core/study/study_cases.h"
#include "ui/base/error_text.h"

namespace rudolph {
namespace {

/// Fewer points make no box that the face fills.
constexpr int kPointsOfABox = 3;

using SamplesById = std::unordered_map<std::string_view, const Sample*>;

SamplesById samplesOf(const Dataset* dataset) {
    SamplesById samples;
    if (dataset)
        for (const Sample& sample : dataset->samples)
            samples.emplace(sample.id, &sample);
    return samples;
}

/// Where the face is; empty when nothing says.
Box faceBox(const Sample* sample, const Landmarks& truth) {
    const Landmarks& points = sample && sample->has_truth() ? sample->points_in_image : truth;
    if (points.size() >= kPointsOfABox)
        return bounding_box(points);
    return sample && sample->box ? *sample->box : Box{};
}

Landmarks meanTruth(const std::vector<CasePrediction>& cases) {
    std::vector<const Landmarks*> truths;
    for (const CasePrediction& face : cases)
        truths.push_back(&face.result.truth_in_image);
    return mean_shape(truths);
}

std::shared_ptr<const Dataset> facesOf(const CaseRequest& request, OpenedFaces& opened,
                                       const CancelToken& cancel) {
    const RunRecord& run = request.cases.run;
    if (request.dataset) {
        opened = {};
        return request.dataset;
    }
    if (opened.dataset && request.measure && opened.run_folder == run.folder)
        return opened.dataset;
    opened = {};
    if (run.experiment.data.empty())
        throw Error("the run does not say which faces it was trained on", {run.folder});
    OpenOptions options = open_options_from(run.experiment.opening);
    options.open_video = open_video_by_engine;
    opened = {std::make_shared<const Dataset>(open_dataset(run.experiment.data, options, cancel)),
              run.folder};
    return opened.dataset;
}

void measure(const CaseRequest& request, const Dataset* dataset, CaseStudy& study,
             const CancelToken& cancel, const ProgressCallback& progress) {
    const SamplesById samples = samplesOf(dataset);
    std::vector<FaceToMeasure> faces;
    std::vector<Landmarks> shapes;
    std::vector<std::string> persons;
    for (const CasePrediction& face : study.truth.cases) {
        const auto found = samples.find(face.result.sample_id);
        const Sample* sample = found == samples.end() ? nullptr : found->second;
        const Landmarks& truth = face.result.truth_in_image;
        faces.push_back({face.image, faceBox(sample, truth)});
        // A face of the whole scheme says more of the head than the few points that are predicted.
        if (!dataset)
            shapes.push_back(truth);
        else
            shapes.push_back(sample && sample->has_truth() ? sample->points_in_image : Landmarks());
        persons.push_back(face.person);
    }
    const auto lights = measure_lights(
        faces, {request.cases.run.folder / kLightsFile, request.kept_elsewhere}, cancel, progress);
    const auto poses = measure_poses(shapes, dataset ? dataset->scheme : study.scheme);
    for (size_t i = 0; i < lights.size(); ++i)
        study.attributes.push_back({lights[i], poses[i]});
    study.findings = diagnose(study.results, study.attributes, study.scheme, persons);
    study.measured = true;
}

/// Reads the runs of a study, and makes one of them.
void loadRepeats(RunCases& cases, const std::filesystem::path& folder, const Dataset* open,
                 CaseStudy& study) {
    cases.repeats = read_study_entry(folder);
    cases.run = cases.repeats->as_run->run;
    for (const RunEntryPtr& run : cases.repeats->finished()) {
        auto& faces = cases.of_repeats.emplace_back(read_cases(run->run));
        find_moved_pictures(faces, open);
    }
    StudyCases merged = study_cases(cases.of_repeats);
    cases.cases = std::move(merged.cases);
    study.deviations = std::move(merged.deviations);
}

/// Of a study, against the truth as it is now: again the means of its runs.
void rescoreRepeats(const RunCases& cases, const Dataset& dataset, CaseStudy& study) {
    if (!cases.repeats)
        return;
    std::vector<std::vector<CasePrediction>> runs;
    std::vector<RunSummary> summaries;
    const std::vector<RunEntryPtr> finished = cases.repeats->finished();
    for (size_t i = 0; i < finished.size(); ++i) {
        Rescored run = rescore(finished[i]->run, cases.of_repeats[i], dataset);
        runs.push_back(std::move(run.cases));
        summaries.push_back(std::move(run.summary));
    }
    StudyCases merged = study_cases(runs);
    study.truth.cases = std::move(merged.cases);
    study.deviations = std::move(merged.deviations);
    for (double RunSummary::*figure :
         {&RunSummary::mse, &RunSummary::error_px, &RunSummary::nme, &RunSummary::auc_08,
          &RunSummary::fr_08, &RunSummary::constant_error_px}) {
        double sum = 0;
        for (const RunSummary& summary : summaries)
            sum += summary.*figure;
        study.truth.summary.*figure = sum / static_cast<double>(summaries.size());
    }
}

}  // namespace

double shownError(const CaseStudy& study, int row) {
    const FaceResult& result = study.results[static_cast<size_t>(row)];
    return study.in_pixels ? result.error_px : result.nme;
}

void sumUp(CaseStudy& study) {
    study.results.clear();
    for (const CasePrediction& face : study.truth.cases)
        study.results.push_back(face.result);
    study.in_pixels = std::none_of(study.results.begin(), study.results.end(),
                                   [](const auto& result) { return std::isfinite(result.nme); });
    study.by_error.resize(study.results.size());
    std::iota(study.by_error.begin(), study.by_error.end(), 0);
    std::erase_if(study.by_error,
                  [&study](int row) { return !std::isfinite(shownError(study, row)); });
    std::stable_sort(study.by_error.begin(), study.by_error.end(), [&study](int a, int b) {
        return shownError(study, a) < shownError(study, b);
    });
    study.points = point_errors(study.results, study.scheme.size());
}

RunCases loadCases(const std::filesystem::path& run_folder, const Dataset* open) {
    RunCases cases;
    auto study = std::make_shared<CaseStudy>();
    if (is_study(run_folder)) {
        loadRepeats(cases, run_folder, open, *study);
    } else {
        cases.run = read_run(run_folder);
        cases.cases = read_cases(cases.run);
    }
    // A run that failed or was stopped early has measured no face yet.
    if (cases.cases.empty())
        return cases;
    cases.lost = find_moved_pictures(cases.cases, open);
    cases.scheme = predicted_scheme(cases.run, cases.cases.front().result.truth_in_image.size());
    study->truth = {cases.cases, cases.run.summary, {}, {}};
    study->scheme = cases.scheme;
    study->mean = meanTruth(cases.cases);
    sumUp(*study);
    cases.study = std::move(study);
    return cases;
}

CaseStudyPtr studyCases(const CaseRequest& request, OpenedFaces& opened, const CancelToken& cancel,
                        const ProgressCallback& progress) {
    const RunCases& cases = request.cases;
    const auto made = std::make_shared<CaseStudy>();
    CaseStudy& study = *made;
    study.truth = {cases.cases, cases.run.summary, {}, {}};
    study.scheme = cases.scheme;
    study.states.resize(cases.cases.size());
    if (cases.study)
        study.deviations = cases.study->deviations;
    std::shared_ptr<const Dataset> dataset;
    try {
        dataset = facesOf(request, opened, cancel);
        study.truth = rescore(cases.run, cases.cases, *dataset);
        rescoreRepeats(cases, *dataset, study);
        study.scheme =
            subset(dataset->scheme, target_indices(cases.run.experiment.target, dataset->scheme));
        const SamplesById samples = samplesOf(dataset.get());
        for (size_t i = 0; i < study.states.size(); ++i)
            if (const auto found = samples.find(study.truth.cases[i].result.sample_id);
                found != samples.end())
                study.states[i] = found->second->state;
    } catch (const Error&) {
        // The run holds enough to look at its cases.
        dataset.reset();
        study.unread = errorText(std::current_exception()).what;
    }
    study.mean = meanTruth(study.truth.cases);
    sumUp(study);
    if (request.measure)
        measure(request, dataset.get(), study, cancel, progress);
    cancel.throw_if_cancelled();
    return made;
}

}  // namespace rudolph
