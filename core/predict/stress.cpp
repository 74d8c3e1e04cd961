#include "core/predict/stress.h"

#include <algorithm>
#include <opencv2/core.hpp>
#include <unordered_set>

#include "core/base/nan.h"
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
                 const std::vector<FaceResult>& plain, const LandmarkScheme& predicted_scheme,
                 double confidence) {
    const EvaluationReport report = evaluation_report(results, {}, predicted_scheme);
    StressRow row{degradation, report.faces,    report.nme, report.error_px, report.fr_08,
                  0,           report.collapse, confidence};
    const auto figure =
        std::isnan(report.nme) ? &EvaluationReport::error_px : &EvaluationReport::nme;
    const double before = plain_error(plain, results, figure);
    row.over_plain = before > 0 ? report.*figure / before : kNaN;
    return row;
}

/// The picture with a box where no face is: the face's own, moved beside it by one and a half of
/// its width, to the side where there is more picture. Empty where that has too little.
std::optional<PresentedFace> no_face(const InputSpec& input, const FacePicture& picture) {
    constexpr double kMoved = 1.5;
    constexpr double kLeastShown = 0.6;
    if (input.crop != CropKind::FaceBox)
        return std::nullopt;
    Box box = picture.box;
    const double left = box.left;
    const double right = picture.image_size.width - box.right();
    box.left += (right > left ? kMoved : -kMoved) * box.width;
    const double shown =
        std::min<double>(box.right(), picture.image_size.width) - std::max(box.left, 0.0);
    if (shown < kLeastShown * box.width)
        return std::nullopt;
    return PresentedFace{{picture.source, picture.image_size, box}};
}

/// Of each point, as shares of the normalising distance; NaN where that or the truth is unknown.
std::vector<double> point_errors(const FaceResult& result, double distance) {
    std::vector<double> errors;
    for (int i = 0; i < result.truth_in_image.size(); ++i) {
        const auto place = static_cast<size_t>(i);
        errors.push_back(distance > 0 && result.truth_in_image.is_labelled(i)
                             ? cv::norm(result.predicted_in_image.points[place] -
                                        result.truth_in_image.points[place]) /
                                   distance
                             : kNaN);
    }
    return errors;
}

/// With `judged` the last column of each face is no_face().
std::vector<StressRow> measure(Predictor& predictor, const Dataset& dataset,
                               const std::vector<int>& samples, std::vector<JudgedFace>* judged,
                               std::vector<Problem>& problems, const CancelToken& cancel,
                               const ProgressCallback& progress) {
    const ModelInfo& info = predictor.info();
    const Yardstick yardstick(info, dataset);
    const std::vector<Degradation>& ways = stress_degradations();
    const auto make = [&](const Sample& sample, const FacePicture& picture) {
        std::vector<std::optional<PresentedFace>> views;
        for (const Degradation& way : ways)
            views.push_back(hard_face(way, sample.id, dataset.scheme, info.input, picture,
                                      sample.points_in_image));
        if (judged != nullptr)
            views.push_back(no_face(info.input, picture));
        return views;
    };
    const size_t columns = ways.size() + (judged != nullptr ? 1 : 0);
    std::vector<std::vector<FaceResult>> results(columns);
    // What a model is calibrated on does not depend on how it was calibrated before.
    const bool judges = judged != nullptr;
    const bool tells = info.calibration && !judges;
    std::vector<double> confidences(columns, tells ? 0 : kNaN);
    for (size_t start = 0; start < samples.size(); start += kMeasuringBatch) {
        const size_t stop = std::min(samples.size(), start + kMeasuringBatch);
        const std::vector<int> chunk(samples.begin() + static_cast<long>(start),
                                     samples.begin() + static_cast<long>(stop));
        const auto faces = prepare_faces(dataset, chunk, make, problems, cancel);
        for (size_t way = 0; way < results.size(); ++way) {
            cancel.throw_if_cancelled();
            const auto answers = measure_faces(predictor, yardstick, faces, way, results[way],
                                               judges ? Asking::Upright : Asking::Fully);
            const size_t before = results[way].size() - answers.size();
            size_t k = 0;
            for (const FaceViews& face : faces) {
                if (!face.views.at(way))
                    continue;
                if (tells)
                    confidences[way] += answers[k].confidence->face;
                if (judges)
                    judged->push_back(
                        {face.sample->person, answers[k].signs,
                         point_errors(results[way][before + k], yardstick.distance(*face.sample)),
                         way > 0});
                ++k;
            }
        }
        if (progress)
            progress({static_cast<std::int64_t>(stop), static_cast<std::int64_t>(samples.size())});
    }
    const LandmarkScheme predicted_scheme = info.predicted_scheme();
    std::vector<StressRow> rows;
    for (size_t way = 0; way < ways.size(); ++way)
        if (way == 0 || !results[way].empty())
            rows.push_back(row_of(ways[way], results[way], results.front(), predicted_scheme,
                                  confidences[way] / static_cast<double>(results[way].size())));
    return rows;
}

}  // namespace

std::vector<StressRow> evaluate_stress(Predictor& predictor, const Dataset& dataset,
                                       const std::vector<int>& samples,
                                       std::vector<Problem>& problems, const CancelToken& cancel,
                                       const ProgressCallback& progress) {
    return measure(predictor, dataset, samples, nullptr, problems, cancel, progress);
}

std::vector<StressRow> evaluate_stress(Predictor& predictor, const Dataset& dataset,
                                       const std::vector<int>& samples,
                                       std::vector<JudgedFace>& judged,
                                       std::vector<Problem>& problems, const CancelToken& cancel,
                                       const ProgressCallback& progress) {
    return measure(predictor, dataset, samples, &judged, problems, cancel, progress);
}

}  // namespace rudolph
