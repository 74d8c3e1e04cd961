#include "core/dataset/face_statistics.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>

#include "core/dataset/reference_shape.h"
#include "core/geometry/shape.h"

namespace rudolph {
namespace {

constexpr size_t kMostFaces = 2000;
constexpr size_t kFewestForMean = 5;
constexpr size_t kFewestForSpread = 10;
constexpr double kFaceDeviations = 6;
/// More than for faces: there are as many chances for a false alarm as there are points.
constexpr double kPointDeviations = 8;
constexpr double kMeanDeviations = 3;
/// Turned faces are no outliers where half of the set looks straight on.
constexpr double kUsualTurn = 0.1;
/// Turns, nods and expressions; more would explain faults away.
constexpr int kMostVariations = 10;
constexpr int kFacesForVariation = 10;
constexpr double kNormalMad = 1.4826;
constexpr double kShapeRidge = 0.01;

double median(std::vector<double>& values) {
    const auto middle = values.begin() + std::ssize(values) / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Every so many of them.
std::vector<const Landmarks*> some_of(const Dataset& dataset, const std::vector<int>& faces) {
    const size_t step = std::max<size_t>(1, (faces.size() + kMostFaces - 1) / kMostFaces);
    std::vector<const Landmarks*> chosen;
    for (size_t i = 0; i < faces.size(); i += step)
        chosen.push_back(&dataset.samples[static_cast<size_t>(faces[i])].points_in_image);
    return chosen;
}

std::vector<double> distances(const std::vector<const Landmarks*>& faces, const Landmarks& mean) {
    std::vector<double> found;
    for (const Landmarks* face : faces)
        if (const auto placed = aligned_to(mean, *face))
            found.push_back(rms_distance(*placed, mean));
    return found;
}

/// The faces that are not far from a mean, in its frame.
std::vector<Landmarks> near_faces(const std::vector<const Landmarks*>& faces,
                                  const Landmarks& mean) {
    const std::vector<double> all = distances(faces, mean);
    const double limit = std::max(kUsualTurn, spread_of(all, kMeanDeviations).limit);
    std::vector<Landmarks> near;
    for (const Landmarks* face : faces)
        if (auto placed = aligned_to(mean, *face); placed && rms_distance(*placed, mean) <= limit &&
                                                   !farthest_point(*placed, mean).is_to_blame())
            near.push_back(std::move(*placed));
    return near;
}

Landmarks mean_of(const std::vector<Landmarks>& faces) {
    std::vector<const Landmarks*> pointers;
    for (const Landmarks& face : faces)
        pointers.push_back(&face);
    return mean_shape(pointers);
}

bool has_all_points(const Landmarks& face, const Landmarks& mean) {
    const auto is_labelled = [](Visibility v) { return v != Visibility::NotLabelled; };
    return face.size() == mean.size() &&
           std::all_of(face.visibility.begin(), face.visibility.end(), is_labelled) &&
           std::all_of(mean.visibility.begin(), mean.visibility.end(), is_labelled);
}

std::vector<std::vector<double>> main_variations(const std::vector<Landmarks>& near,
                                                 const Landmarks& mean) {
    cv::Mat rows;
    const int columns = 2 * mean.size();
    for (const Landmarks& face : near) {
        const auto placed = aligned_to(mean, face);
        if (!placed || !has_all_points(*placed, mean))
            continue;
        cv::Mat row(1, columns, CV_64F);
        for (int i = 0; i < mean.size(); ++i) {
            const Point step =
                placed->points[static_cast<size_t>(i)] - mean.points[static_cast<size_t>(i)];
            row.at<double>(2 * i) = step.x;
            row.at<double>(2 * i + 1) = step.y;
        }
        rows.push_back(row);
    }
    const int count = std::min({kMostVariations, rows.rows / kFacesForVariation, columns / 8});
    if (count == 0)
        return {};
    const cv::PCA components(rows, cv::Mat::zeros(1, columns, CV_64F), cv::PCA::DATA_AS_ROW, count);
    std::vector<std::vector<double>> variations;
    for (int row = 0; row < components.eigenvectors.rows; ++row) {
        const auto* values = components.eigenvectors.ptr<double>(row);
        variations.emplace_back(values, values + columns);
    }
    return variations;
}

/// How far faces and points are from what `statistics` explains so far.
void measure_residuals(const std::vector<const Landmarks*>& faces, FaceStatistics& statistics) {
    std::vector<double> distances;
    std::vector<std::vector<double>> residuals(static_cast<size_t>(statistics.mean.size()));
    for (const Landmarks* face : faces) {
        const auto placed = aligned_to(statistics.mean, *face);
        if (!placed)
            continue;
        const Landmarks expected = statistics.explained(*placed);
        distances.push_back(rms_distance(*placed, expected));
        for (size_t i = 0; i < placed->points.size(); ++i)
            if (placed->is_labelled(static_cast<int>(i)))
                residuals[i].push_back(cv::norm(placed->points[i] - expected.points[i]));
    }
    statistics.distance = spread_of(std::move(distances), kFaceDeviations);
    for (std::vector<double>& of_point : residuals)
        statistics.residual.push_back(spread_of(std::move(of_point), kPointDeviations));
}

}  // namespace

Spread spread_of(std::vector<double> values, double deviations) {
    if (values.empty())
        return {};
    const double typical = median(values);
    for (double& value : values)
        value = std::abs(value - typical);
    return {typical, typical + deviations * kNormalMad * median(values)};
}

bool is_builtin(const LandmarkScheme& scheme) {
    const std::vector<LandmarkScheme>& all = builtin_schemes();
    return std::any_of(all.begin(), all.end(), [&](const LandmarkScheme& builtin) {
        return builtin.point_names == scheme.point_names;
    });
}

std::optional<Landmarks> aligned_to(const Landmarks& mean, const Landmarks& face) {
    const std::optional<Affine> mean_from_image = align(face, mean);
    if (!mean_from_image)
        return std::nullopt;
    return transformed(*mean_from_image, face);
}

double rms_distance(const Landmarks& a, const Landmarks& b) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < std::min(a.size(), b.size()); ++i)
        if (a.is_labelled(i) && b.is_labelled(i)) {
            const Point step = a.points[static_cast<size_t>(i)] - b.points[static_cast<size_t>(i)];
            sum += step.dot(step);
            ++count;
        }
    return count > 0 ? std::sqrt(sum / count) : 0;
}

FarPoint farthest_point(const Landmarks& placed, const Landmarks& expected) {
    FarPoint farthest;
    double sum = 0;
    for (int i = 0; i < std::min(placed.size(), expected.size()); ++i) {
        if (!placed.is_labelled(i) || !expected.is_labelled(i))
            continue;
        const double distance = cv::norm(placed.points[static_cast<size_t>(i)] -
                                         expected.points[static_cast<size_t>(i)]);
        sum += distance * distance;
        if (distance > farthest.distance) {
            farthest.point = i;
            farthest.distance = distance;
        }
    }
    if (sum > 0)
        farthest.share = farthest.distance * farthest.distance / sum;
    return farthest;
}

Landmarks FaceStatistics::explained(const Landmarks& placed) const {
    Landmarks shape = mean;
    if (!has_all_points(placed, mean))
        return shape;
    for (const std::vector<double>& variation : variations) {
        double amount = 0;
        for (size_t i = 0; i < placed.points.size(); ++i) {
            const Point step = placed.points[i] - mean.points[i];
            amount += step.x * variation[2 * i] + step.y * variation[2 * i + 1];
        }
        for (size_t i = 0; i < placed.points.size(); ++i)
            shape.points[i] += Point(variation[2 * i], variation[2 * i + 1]) * amount;
    }
    return shape;
}

Landmarks FaceStatistics::explained_by(const Landmarks& placed) const {
    Landmarks shape = mean;
    if (placed.size() != mean.size() || variations.empty())
        return shape;
    const int count = static_cast<int>(variations.size());
    cv::Mat normal = cv::Mat::zeros(count, count, CV_64F);
    cv::Mat right = cv::Mat::zeros(count, 1, CV_64F);
    for (int i = 0; i < placed.size(); ++i) {
        if (!placed.is_labelled(i) || !mean.is_labelled(i))
            continue;
        const Point step = placed.points[at(i)] - mean.points[at(i)];
        for (int a = 0; a < count; ++a) {
            const double ax = variations[at(a)][2 * at(i)];
            const double ay = variations[at(a)][2 * at(i) + 1];
            right.at<double>(a) += ax * step.x + ay * step.y;
            for (int b = 0; b < count; ++b)
                normal.at<double>(a, b) +=
                    ax * variations[at(b)][2 * at(i)] + ay * variations[at(b)][2 * at(i) + 1];
        }
    }
    // Variations of the missing points alone would grow without limit.
    normal += kShapeRidge * cv::Mat::eye(count, count, CV_64F);
    cv::Mat amounts;
    cv::solve(normal, right, amounts, cv::DECOMP_CHOLESKY);
    for (int a = 0; a < count; ++a)
        for (size_t i = 0; i < shape.points.size(); ++i)
            shape.points[i] += amounts.at<double>(a) *
                               Point(variations[at(a)][2 * i], variations[at(a)][2 * i + 1]);
    return shape;
}

FaceStatistics face_statistics(const Dataset& dataset, const std::vector<int>& faces) {
    FaceStatistics statistics;
    if (faces.size() < kFewestForMean) {
        if (is_builtin(dataset.scheme))
            statistics.mean = reference_shape(dataset.scheme);
        return statistics;
    }
    const std::vector<const Landmarks*> chosen = some_of(dataset, faces);
    const std::vector<Landmarks> near = near_faces(chosen, mean_shape(chosen));
    statistics.mean = mean_of(near);
    statistics.has_spread = faces.size() >= kFewestForSpread;
    if (!statistics.has_spread)
        return statistics;
    statistics.variations = main_variations(near, statistics.mean);
    measure_residuals(chosen, statistics);
    return statistics;
}

}  // namespace rudolph
