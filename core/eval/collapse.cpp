#include "core/eval/collapse.h"

#include <algorithm>
#include <cmath>

#include "core/eval/metrics.h"
#include "core/geometry/pose.h"

namespace rudolph {
namespace {

constexpr size_t kFewestFaces = 10;
/// Of the mean shape's size squared: true shapes that vary by less are all the same.
constexpr double kNoVariance = 1e-12;

bool is_finite(const Landmarks& shape) {
    return std::all_of(shape.points.begin(), shape.points.end(), [](const Point& point) {
        return std::isfinite(point.x) && std::isfinite(point.y);
    });
}

/// The predicted shape with only the points that the truth has, so that both are aligned by the
/// same ones.
Landmarks comparable(const FaceResult& result) {
    Landmarks shape = result.predicted_in_image;
    shape.visibility = result.truth_in_image.visibility;
    return shape;
}

/// Sum over the points of their variance over the shapes, all of them aligned to `mean`.
double variance(const std::vector<Landmarks>& shapes, const Landmarks& mean) {
    const auto size = static_cast<size_t>(mean.size());
    std::vector<Point> sums(size);
    std::vector<double> squares(size);
    std::vector<double> counts(size);
    for (const Landmarks& shape : shapes) {
        const auto mean_from_shape = is_finite(shape) ? align(shape, mean) : std::nullopt;
        for (size_t i = 0; i < size; ++i) {
            if (!shape.is_labelled(static_cast<int>(i)))
                continue;
            // About the mean, so that the squares keep their digits.
            const Point point =
                mean_from_shape ? (*mean_from_shape)(shape.points[i]) - mean.points[i] : Point();
            sums[i] += point;
            squares[i] += point.dot(point);
            counts[i] += 1;
        }
    }
    double total = 0;
    for (size_t i = 0; i < size; ++i)
        if (counts[i] > 0)
            total += squares[i] / counts[i] - sums[i].dot(sums[i]) / (counts[i] * counts[i]);
    return total;
}

void judge_turns(const std::vector<FaceResult>& results,
                 const std::vector<const Landmarks*>& truths, const LandmarkScheme& scheme,
                 CollapseGauge& gauge) {
    const std::optional<PoseAxis> axis = fit_pose_axis(truths, scheme);
    if (!axis)
        return;
    int right = 0;
    for (const FaceResult& result : results) {
        const double truth = axis->score(result.truth_in_image);
        if (!(std::abs(truth) > kTurnedPose))
            continue;
        ++gauge.turned_faces;
        const Landmarks predicted = comparable(result);
        right += is_finite(predicted) && truth * axis->score(predicted) > 0 ? 1 : 0;
    }
    if (gauge.turned_faces > 0)
        gauge.turn_right_share = static_cast<double>(right) / gauge.turned_faces;
}

}  // namespace

CollapseGauge collapse_gauge(const std::vector<FaceResult>& results,
                             const LandmarkScheme& predicted_scheme) {
    CollapseGauge gauge;
    const auto fits = [&](const FaceResult& result) {
        return result.truth_in_image.size() == predicted_scheme.size() &&
               result.predicted_in_image.size() == predicted_scheme.size();
    };
    if (results.size() < kFewestFaces || predicted_scheme.size() < 2 ||
        !std::all_of(results.begin(), results.end(), fits))
        return gauge;
    std::vector<const Landmarks*> truths;
    std::vector<Landmarks> true_shapes;
    std::vector<Landmarks> predicted_shapes;
    for (const FaceResult& result : results) {
        truths.push_back(&result.truth_in_image);
        true_shapes.push_back(result.truth_in_image);
        predicted_shapes.push_back(comparable(result));
    }
    const Landmarks mean = mean_shape(truths);
    const double true_variance = variance(true_shapes, mean);
    if (true_variance > kNoVariance)
        gauge.shape_variance_ratio = variance(predicted_shapes, mean) / true_variance;
    judge_turns(results, truths, predicted_scheme, gauge);
    return gauge;
}

}  // namespace rudolph
