#include "core/predict/stress.h"

#include <algorithm>
#include <limits>
#include <unordered_set>

#include "core/predict/measure_faces.h"

namespace rudolph {
namespace {

/// The mean of what the plain results say of the faces in `row`.
double plain_error(const std::vector<FaceResult>& plain, const std::vector<FaceResult>& row,
                   double EvaluationReport::*figure) {
    if (plain.size() == row.size())
        return evaluation_report(plain, {}).*figure;
    std::unordered_set<std::string> ids;
    for (const FaceResult& result : row)
        ids.insert(result.sample_id);
    std::vector<FaceResult> same;
    std::copy_if(plain.begin(), plain.end(), std::back_inserter(same),
                 [&](const FaceResult& result) { return ids.contains(result.sample_id); });
    return evaluation_report(std::move(same), {}).*figure;
}

StressRow row_of(const Degradation& degradation, const std::vector<FaceResult>& results,
                 const std::vector<FaceResult>& plain, const LandmarkScheme& predicted_scheme) {
    const EvaluationReport report = evaluation_report(results, {}, predicted_scheme);
    StressRow row{degradation, report.faces,   report.nme, report.error_px, report.fr_08,
                  0,           report.collapse};
    const auto figure =
        std::isnan(report.nme) ? &EvaluationReport::error_px : &EvaluationReport::nme;
    const double before = plain_error(plain, results, figure);
    row.over_plain =
        before > 0 ? report.*figure / before : std::numeric_limits<double>::quiet_NaN();
    return row;
}

}  // namespace

std::vector<StressRow> evaluate_stress(Predictor& predictor, const Dataset& dataset,
                                       const std::vector<int>& samples,
                                       std::vector<Problem>& problems, const CancelToken& cancel,
                                       const ProgressCallback& progress) {
    const ModelInfo& info = predictor.info();
    require_same_scheme(info, dataset);
    const std::vector<Degradation>& ways = stress_degradations();
    const auto make = [&](const Sample& sample, const FacePicture& picture) {
        std::vector<std::optional<PresentedFace>> views;
        for (const Degradation& way : ways)
            views.push_back(hard_face(way, sample.id, dataset.scheme, info.input, picture,
                                      sample.points_in_image));
        return views;
    };
    std::vector<std::vector<FaceResult>> results(ways.size());
    for (size_t start = 0; start < samples.size(); start += kMeasuringBatch) {
        const size_t stop = std::min(samples.size(), start + kMeasuringBatch);
        const std::vector<int> chunk(samples.begin() + static_cast<long>(start),
                                     samples.begin() + static_cast<long>(stop));
        const auto faces = prepare_faces(dataset, chunk, info.input, make, problems, cancel);
        for (size_t way = 0; way < ways.size(); ++way) {
            cancel.throw_if_cancelled();
            measure_faces(predictor, dataset.scheme, faces, 0, faces.size(), way, results[way]);
        }
        if (progress)
            progress({static_cast<std::int64_t>(stop), static_cast<std::int64_t>(samples.size())});
    }
    const LandmarkScheme predicted_scheme = info.predicted_scheme();
    std::vector<StressRow> rows;
    for (size_t way = 0; way < ways.size(); ++way)
        if (way == 0 || !results[way].empty())
            rows.push_back(row_of(ways[way], results[way], results.front(), predicted_scheme));
    return rows;
}

}  // namespace rudolph
