#include "core/eval/metrics.h"

#include <algorithm>
#include <boost/math/statistics/univariate_statistics.hpp>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/base/nan.h"

namespace rudolph {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kLimit = 0.08;

/// A network that has diverged predicts values that are no numbers: infinitely wrong, not unknown.
double finite_or_infinity(double error) {
    return std::isnan(error) ? kInfinity : error;
}

std::vector<double> known(std::vector<double> values) {
    std::erase_if(values, [](double value) { return std::isnan(value); });
    return values;
}

double mean(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values)
        sum += value;
    return values.empty() ? kNaN : sum / static_cast<double>(values.size());
}

std::vector<double> column(const std::vector<FaceResult>& results, double FaceResult::*member) {
    std::vector<double> values;
    values.reserve(results.size());
    for (const FaceResult& result : results)
        values.push_back(result.*member);
    return known(std::move(values));
}

}  // namespace

FaceResult face_result(const std::string& sample_id, const Landmarks& predicted_in_image,
                       const Landmarks& truth_in_image, double normalising_distance,
                       const Affine& crop_from_image, cv::Size crop) {
    if (predicted_in_image.size() != truth_in_image.size())
        throw Error("'" + sample_id + "' has " + std::to_string(truth_in_image.size()) +
                    " points, but " + std::to_string(predicted_in_image.size()) +
                    " were predicted");
    double distances = 0;
    double squares = 0;
    int labelled = 0;
    for (int i = 0; i < truth_in_image.size(); ++i) {
        if (!truth_in_image.is_labelled(i))
            continue;
        const Point& truth = truth_in_image.points[static_cast<size_t>(i)];
        const Point& predicted = predicted_in_image.points[static_cast<size_t>(i)];
        const Point in_crop = crop_from_image(predicted) - crop_from_image(truth);
        const Point in_labels(in_crop.x / crop.width, in_crop.y / crop.height);
        distances += cv::norm(predicted - truth);
        squares += in_labels.dot(in_labels);
        ++labelled;
    }
    FaceResult result{sample_id, predicted_in_image, truth_in_image, kNaN, kNaN, kNaN};
    if (labelled == 0)
        return result;
    result.squared_error = finite_or_infinity(squares / (2.0 * labelled));
    result.error_px = finite_or_infinity(distances / labelled);
    if (normalising_distance > 0)
        result.nme = result.error_px / normalising_distance;
    return result;
}

double ranking_error(const FaceResult& result) {
    return std::isnan(result.nme) ? result.error_px : result.nme;
}

double box_nme(const FaceResult& result) {
    const Box box = bounding_box(result.truth_in_image);
    const double size = std::sqrt(box.width * box.height);
    return size > 0 ? result.error_px / size : kNaN;
}

EvaluationReport evaluation_report(std::vector<FaceResult> results,
                                   const std::string& normaliser_name,
                                   const LandmarkScheme& predicted_scheme) {
    EvaluationReport report;
    const std::vector<double> errors = column(results, &FaceResult::error_px);
    const std::vector<double> nmes = column(results, &FaceResult::nme);
    report.faces = static_cast<int>(errors.size());
    report.mse = mean(column(results, &FaceResult::squared_error));
    report.error_px = mean(errors);
    report.nme = mean(nmes);
    std::vector<double> values = nmes;
    report.median_nme = nmes.empty() ? kNaN : boost::math::statistics::median(values);
    std::vector<double> over_boxes;
    for (const FaceResult& result : results)
        over_boxes.push_back(box_nme(result));
    report.box_nme = mean(known(std::move(over_boxes)));
    report.normaliser = normaliser_name;
    report.auc_08 = auc(nmes, kLimit);
    report.fr_08 = failure_rate(nmes, kLimit);
    report.collapse = collapse_gauge(results, predicted_scheme);
    report.results = std::move(results);
    return report;
}

double auc(const std::vector<double>& nmes, double limit) {
    // A face adds a step of 1/n from its NME to the limit.
    std::vector<double> areas = known(nmes);
    for (double& value : areas)
        value = std::max(0.0, limit - value) / limit;
    return mean(areas);
}

double failure_rate(const std::vector<double>& nmes, double limit) {
    std::vector<double> failures = known(nmes);
    for (double& value : failures)
        value = value > limit ? 1 : 0;
    return mean(failures);
}

}  // namespace rudolph
