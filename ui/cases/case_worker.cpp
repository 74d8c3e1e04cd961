#include "ui/cases/case_worker.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "core/base/error.h"
#include "core/formats/open_dataset.h"
#include "core/runs/face_lights.h"
#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"

namespace rudolph {
namespace {

constexpr int kProgressMs = 33;
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

void CaseWorker::study(const CaseRequest& request) {
    try {
        const auto made = std::make_shared<CaseStudy>();
        CaseStudy& study = *made;
        study.truth = {request.cases.cases, request.cases.run.summary, {}, {}};
        study.scheme = request.cases.scheme;
        study.states.resize(request.cases.cases.size());
        std::shared_ptr<const Dataset> dataset;
        try {
            dataset = facesOf(request);
            study.truth = rescore(request.cases.run, request.cases.cases, *dataset);
            study.scheme =
                subset(dataset->scheme,
                       target_indices(request.cases.run.experiment.target, dataset->scheme));
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
            measure(request, dataset.get(), study);
        request.cancel.throw_if_cancelled();
        emit studied(request.number, made);
    } catch (const Cancelled&) {
        emit cancelled(request.number);
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(request.number, text.what, text.advice);
    }
}

std::shared_ptr<const Dataset> CaseWorker::facesOf(const CaseRequest& request) {
    const RunRecord& run = request.cases.run;
    if (request.dataset) {
        opened_.reset();
        return request.dataset;
    }
    if (opened_ && request.measure && opened_for_ == run.folder)
        return opened_;
    opened_.reset();
    if (run.experiment.data.empty())
        throw Error("the run does not say which faces it was trained on", {run.folder});
    opened_ =
        std::make_shared<const Dataset>(open_dataset(run.experiment.data, {}, request.cancel));
    opened_for_ = run.folder;
    return opened_;
}

void CaseWorker::measure(const CaseRequest& request, const Dataset* dataset, CaseStudy& study) {
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
    const auto lights =
        measure_lights(faces, {request.cases.run.folder / kLightsFile, request.kept_elsewhere},
                       request.cancel, progressOf(request.number));
    const auto poses = measure_poses(shapes, dataset ? dataset->scheme : study.scheme);
    for (size_t i = 0; i < lights.size(); ++i)
        study.attributes.push_back({lights[i], poses[i]});
    study.findings = diagnose(study.results, study.attributes, study.scheme, persons);
    study.measured = true;
}

void CaseWorker::keep(int number, const QString& run_folder, const Rescored& rescored) {
    try {
        keep_rescored(toPath(run_folder), rescored);
        emit kept(number);
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit keepFailed(number, text.what, text.advice);
    }
}

ProgressCallback CaseWorker::progressOf(int number) {
    since_progress_.invalidate();
    return [this, number](const Progress& progress) {
        const bool last = progress.done >= progress.total;
        if (since_progress_.isValid() && since_progress_.elapsed() < kProgressMs && !last)
            return;
        since_progress_.start();
        emit progressed(number, static_cast<int>(progress.done), static_cast<int>(progress.total));
    };
}

}  // namespace rudolph
