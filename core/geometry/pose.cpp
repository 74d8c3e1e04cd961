#include "core/geometry/pose.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/nan.h"

namespace rudolph {
namespace {

constexpr int kFewestShapes = 3;  ///< shapes, and points
constexpr int kMostAxisRounds = 100;
constexpr double kSettledAxis = 1e-6;  ///< of the axis, whose length is 1
/// Of the shapes' size: shapes that differ by less do not turn.
constexpr double kNoTurn = 1e-6;
constexpr double kBinsPerDeviation = 2;
constexpr int kFarthestBin = 6;  ///< bins from the middle to either end; those beyond count there
constexpr double kMostOften = 4;
constexpr int kHalvings = 60;

/// Mirrored about x = 0, points keeping their meaning.
Landmarks reflected(const Landmarks& shape, const std::vector<int>& mirror) {
    Landmarks result = subset(shape, mirror);
    for (Point& point : result.points)
        point.x = -point.x;
    return result;
}

Landmarks symmetric(const Landmarks& shape, const std::vector<int>& mirror) {
    const Landmarks other = reflected(shape, mirror);
    Landmarks result = shape;
    for (int i = 0; i < shape.size(); ++i) {
        if (shape.is_labelled(i) && other.is_labelled(i))
            result.points[at(i)] = (shape.points[at(i)] + other.points[at(i)]) / 2;
        else
            result.visibility[at(i)] = Visibility::NotLabelled;
    }
    return result;
}

/// What of a shape the axis looks at, x₀ y₀ …; points that are not labelled add nothing. Empty when
/// it cannot be aligned.
std::vector<double> features(const PoseAxis& axis, const Landmarks& shape) {
    const std::optional<Affine> mean_from_shape = align(shape, axis.mean);
    if (!mean_from_shape || shape.size() != axis.mean.size())
        return {};
    const Landmarks placed = transformed(*mean_from_shape, shape);
    const Landmarks other = axis.mirror.empty() ? axis.mean : reflected(placed, axis.mirror);
    const double share = axis.mirror.empty() ? 1 : 0.5;
    std::vector<double> values(2 * placed.points.size());
    for (int i = 0; i < placed.size(); ++i) {
        if (!placed.is_labelled(i) || !other.is_labelled(i) || !axis.mean.is_labelled(i))
            continue;
        const Point difference = share * (placed.points[at(i)] - other.points[at(i)]);
        values[2 * at(i)] = difference.x;
        values[2 * at(i) + 1] = difference.y;
    }
    return values;
}

double dot(const std::vector<double>& a, const std::vector<double>& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// To length 1; false when there is none.
bool normalise(std::vector<double>& values) {
    const double length = std::sqrt(dot(values, values));
    if (!(length > kNoTurn))
        return false;
    for (double& value : values)
        value /= length;
    return true;
}

std::vector<double> mean_of(const std::vector<std::vector<double>>& rows) {
    std::vector<double> mean(rows.front().size());
    for (const auto& row : rows)
        for (size_t i = 0; i < mean.size(); ++i)
            mean[i] += row[i] / static_cast<double>(rows.size());
    return mean;
}

/// The first principal component of rows about 0, by the power method: turning dwarfs all other
/// ways to differ, so that a few rounds do, and training asks after every epoch. Empty when all
/// rows are 0.
std::vector<double> first_component(const std::vector<std::vector<double>>& rows) {
    std::vector<double> direction =
        *std::max_element(rows.begin(), rows.end(),
                          [](const auto& a, const auto& b) { return dot(a, a) < dot(b, b); });
    if (!normalise(direction))
        return {};
    for (int round = 0; round < kMostAxisRounds; ++round) {
        std::vector<double> next(direction.size());
        for (const auto& row : rows) {
            const double along = dot(row, direction);
            for (size_t i = 0; i < next.size(); ++i)
                next[i] += along * row[i] / static_cast<double>(rows.size());
        }
        const double length = std::sqrt(dot(next, next));
        if (!(length > 0))
            break;
        double change = 0;
        for (size_t i = 0; i < next.size(); ++i) {
            next[i] /= length;
            change = std::max(change, std::abs(next[i] - direction[i]));
        }
        direction = std::move(next);
        if (change < kSettledAxis)
            break;
    }
    return direction;
}

/// The point that goes furthest when a head turns: the tip of the nose, or what lies nearest the
/// middle of the face where no tip is named.
int leading_point(const Landmarks& mean, const LandmarkScheme& scheme) {
    if (scheme.nose_tip && mean.is_labelled(*scheme.nose_tip))
        return *scheme.nose_tip;
    int nearest = 0;
    for (int i = 1; i < mean.size(); ++i)
        if (mean.is_labelled(i) &&
            (!mean.is_labelled(nearest) ||
             cv::norm(mean.points[at(i)]) < cv::norm(mean.points[at(nearest)])))
            nearest = i;
    return nearest;
}

}  // namespace

double PoseAxis::score(const Landmarks& landmarks) const {
    const std::vector<double> values = features(*this, landmarks);
    if (values.empty())
        return kNaN;
    return (dot(values, direction) - centre) / deviation;
}

std::optional<PoseAxis> fit_pose_axis(const std::vector<const Landmarks*>& shapes,
                                      const LandmarkScheme& scheme) {
    PoseAxis axis;
    axis.mean = mean_shape(shapes);
    if (axis.mean.size() != scheme.size() || axis.mean.size() < kFewestShapes)
        return std::nullopt;
    if (scheme.has_mirror_pairs) {
        axis.mirror = scheme.mirror_permutation();
        axis.mean = symmetric(axis.mean, axis.mirror);
    }
    std::vector<std::vector<double>> rows;
    for (const Landmarks* shape : shapes)
        if (std::vector<double> row = features(axis, *shape); !row.empty())
            rows.push_back(std::move(row));
    if (static_cast<int>(rows.size()) < kFewestShapes)
        return std::nullopt;
    const std::vector<double> mean = mean_of(rows);
    // A set may have more heads turned to one side: 0 stays the symmetric face.
    if (axis.mirror.empty())
        for (auto& row : rows)
            std::transform(row.begin(), row.end(), mean.begin(), row.begin(), std::minus<>());
    axis.direction = first_component(rows);
    if (axis.direction.empty())
        return std::nullopt;
    if (axis.direction[2 * at(leading_point(axis.mean, scheme))] < 0)
        for (double& value : axis.direction)
            value = -value;
    double squares = 0;
    for (const auto& row : rows)
        squares += std::pow(dot(row, axis.direction), 2);
    axis.deviation = std::sqrt(squares / static_cast<double>(rows.size()));
    if (!(axis.deviation > kNoTurn))
        return std::nullopt;
    axis.centre = axis.mirror.empty() ? dot(mean, axis.direction) : 0;
    return axis;
}

std::vector<double> pose_weights(const std::vector<double>& scores) {
    constexpr int kBins = 2 * kFarthestBin + 1;
    const auto bin_of = [](double score) {
        const double bin = std::round(score * kBinsPerDeviation);
        return at(static_cast<int>(std::clamp(bin, -1.0 * kFarthestBin, 1.0 * kFarthestBin)) +
                  kFarthestBin);
    };
    std::vector<double> counts(kBins);
    double known = 0;
    for (const double score : scores)
        if (std::isfinite(score)) {
            counts[bin_of(score)] += 1;
            known += 1;
        }
    std::vector<double> rarity(kBins);
    for (size_t i = 0; i < counts.size(); ++i) {
        const double left = counts[i > 0 ? i - 1 : i];
        const double right = counts[i + 1 < counts.size() ? i + 1 : i];
        rarity[i] = 1 / std::max(1e-9, (left + 2 * counts[i] + right) / 4);
    }
    // The factor with which the limited weights are 1 on average.
    const auto mean_with = [&](double factor) {
        double sum = 0;
        for (size_t i = 0; i < counts.size(); ++i)
            sum += counts[i] * std::min(kMostOften, factor * rarity[i]);
        return sum / known;
    };
    double low = 0;
    double high = kMostOften * std::max(1.0, known);
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = (low + high) / 2;
        (mean_with(middle) < 1 ? low : high) = middle;
    }
    std::vector<double> weights;
    weights.reserve(scores.size());
    for (const double score : scores)
        weights.push_back(std::isfinite(score) ? std::min(kMostOften, high * rarity[bin_of(score)])
                                               : 1.0);
    return weights;
}

}  // namespace rudolph
