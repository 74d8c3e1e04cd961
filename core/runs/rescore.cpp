#include "core/runs/rescore.h"

#include <opencv2/core.hpp>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/staged_files.h"
#include "core/image/decode.h"
#include "core/runs/run_files.h"
#include "core/runs/run_places.h"
#include "core/runs/run_reader.h"

namespace rudolph {
namespace {

constexpr double kRoundingPixels = 0.01;  ///< pixels

bool is_same(const Landmarks& a, const Landmarks& b) {
    if (a.size() != b.size())
        return false;
    for (int i = 0; i < a.size(); ++i) {
        if (a.is_labelled(i) != b.is_labelled(i))
            return false;
        const auto place = static_cast<size_t>(i);
        if (a.is_labelled(i) && cv::norm(a.points[place] - b.points[place]) > kRoundingPixels)
            return false;
    }
    return true;
}

cv::Size size_of_picture(const Sample& sample) {
    return sample.image_size.empty() ? decode_image(sample.image, Colour::Grey).size()
                                     : sample.image_size;
}

void require_same_points(const RunRecord& run, const std::vector<CasePrediction>& cases,
                         const Dataset& dataset, const std::vector<int>& indices) {
    // Sets whose points had numbers alone when the run was made may have names by now.
    const bool same_name = dataset.scheme.name == run.summary.scheme ||
                           numbered_points(dataset.scheme.size()).name == run.summary.scheme;
    const bool fits = cases.empty() || cases.front().result.truth_in_image.size() ==
                                           static_cast<int>(indices.size());
    if (!same_name || !fits)
        throw Error("the run was measured on points of '" + run.summary.scheme +
                        "', but the faces are annotated with '" + dataset.scheme.name + "'",
                    {dataset.source}, "open the faces that the run was trained on");
}

}  // namespace

Rescored rescore(const RunRecord& run, const std::vector<CasePrediction>& cases,
                 const Dataset& dataset) {
    const std::vector<int> indices = target_indices(run.experiment.target, dataset.scheme);
    require_same_points(run, cases, dataset, indices);
    std::unordered_map<std::string_view, const Sample*> samples;
    for (const Sample& sample : dataset.samples)
        if (sample.has_truth())
            samples.emplace(sample.id, &sample);
    Rescored now{cases, run.summary, {}, {}};
    const InputSpec& input = run.experiment.input;
    for (size_t i = 0; i < cases.size(); ++i) {
        FaceResult& result = now.cases[i].result;
        const auto found = samples.find(result.sample_id);
        if (found == samples.end()) {
            now.missing.push_back(static_cast<int>(i));
            continue;
        }
        const Sample& sample = *found->second;
        const Landmarks truth = subset(sample.points_in_image, indices);
        if (is_same(truth, result.truth_in_image))
            continue;
        const cv::Size size = size_of_picture(sample);
        const Box box = crop_box(sample.box, sample.points_in_image, size);
        result = face_result(result.sample_id, result.predicted_in_image, truth,
                             dataset.scheme.normalising_distance(sample.points_in_image),
                             crop_from_image(input, size, box), input.size());
        now.changed.push_back(static_cast<int>(i));
    }
    if (now.changed.empty())
        return now;
    std::vector<FaceResult> results;
    for (const CasePrediction& face : now.cases)
        results.push_back(face.result);
    const EvaluationReport report = evaluation_report(std::move(results), run.summary.normaliser,
                                                      subset(dataset.scheme, indices));
    now.summary.mse = report.mse;
    now.summary.error_px = report.error_px;
    now.summary.nme = report.nme;
    now.summary.auc_08 = report.auc_08;
    now.summary.fr_08 = report.fr_08;
    now.summary.shape_variance_ratio = report.collapse.shape_variance_ratio;
    now.summary.turn_right_share = report.collapse.turn_right_share;
    return now;
}

void keep_rescored(const std::filesystem::path& run_folder, const Rescored& rescored) {
    if (read_run(run_folder).summary.state == RunState::Running)
        throw Error("the run is still being trained", {run_folder}, "wait until it has ended");
    StagedFiles files;
    files.write(run_folder / kPredictionsFile,
                predictions_text(rescored.cases, read_places(run_folder).pictures));
    files.write(run_folder / kSummaryFile, summary_text(rescored.summary));
    files.commit();
}

}  // namespace rudolph
