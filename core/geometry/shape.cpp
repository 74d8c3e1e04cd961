#include "core/geometry/shape.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace rudolph {
namespace {

constexpr int kMostMeanRounds = 20;
/// Of the shape's size: the mean has settled when no point moves further.
constexpr double kSettledMean = 1e-7;

size_t index(int i) {
    return static_cast<size_t>(i);
}

int labelled_count(const Landmarks& shape) {
    return static_cast<int>(
        std::count_if(shape.visibility.begin(), shape.visibility.end(),
                      [](Visibility v) { return v != Visibility::NotLabelled; }));
}

/// √(w·h); shapes that are a line have their length instead.
double size_of(const Box& box) {
    const double area = box.width * box.height;
    return area > 0 ? std::sqrt(area) : std::max(box.width, box.height);
}

Landmarks with_unit_size(const Landmarks& shape) {
    const Box box = bounding_box(shape);
    const double size = size_of(box);
    const Point centre = box.centre();
    const double k = size > 0 ? 1 / size : 1;
    Landmarks result =
        transformed(Affine::scaling(k, k) * Affine::translation(-centre.x, -centre.y), shape);
    for (int i = 0; i < result.size(); ++i) {
        if (result.is_labelled(i))
            result.visibility[index(i)] = Visibility::Visible;
        else
            result.points[index(i)] = {};
    }
    return result;
}

/// Each point's mean over the shapes that have it, all of them taken to `mean`.
Landmarks mean_of_aligned(const std::vector<const Landmarks*>& shapes, const Landmarks& mean,
                          int size) {
    std::vector<Point> sums(index(size));
    std::vector<int> counts(index(size));
    for (const Landmarks* shape : shapes) {
        const std::optional<Affine> mean_from_shape = align(*shape, mean);
        if (!mean_from_shape)
            continue;
        for (int i = 0; i < shape->size(); ++i) {
            if (!shape->is_labelled(i))
                continue;
            sums[index(i)] += (*mean_from_shape)(shape->points[index(i)]);
            ++counts[index(i)];
        }
    }
    Landmarks result(std::move(sums));
    for (int i = 0; i < size; ++i) {
        if (counts[index(i)] > 0)
            result.points[index(i)] /= counts[index(i)];
        else
            result.visibility[index(i)] = Visibility::NotLabelled;
    }
    return with_unit_size(result);
}

bool has_settled(const Landmarks& before, const Landmarks& after) {
    if (before.visibility != after.visibility)
        return false;
    for (size_t i = 0; i < after.points.size(); ++i)
        if (cv::norm(after.points[i] - before.points[i]) > kSettledMean)
            return false;
    return true;
}

/// The mean direction of the turns from the mean to the shapes.
Affine average_turn(const std::vector<const Landmarks*>& shapes, const Landmarks& mean) {
    Point sum;
    for (const Landmarks* shape : shapes)
        if (const std::optional<Affine> shape_from_mean = align(mean, *shape)) {
            const Point along(shape_from_mean->matrix(0, 0), shape_from_mean->matrix(1, 0));
            if (const double length = cv::norm(along); length > 0)
                sum += along / length;
        }
    const double length = cv::norm(sum);
    // Shapes that look everywhere have no "upright".
    if (!(length > 1e-9))
        return {};
    return {{sum.x / length, -sum.y / length, 0, sum.y / length, sum.x / length, 0}};
}

}  // namespace

Landmarks mean_shape(const std::vector<const Landmarks*>& shapes) {
    if (shapes.empty())
        return {};
    int size = 0;
    for (const Landmarks* shape : shapes)
        size = std::max(size, shape->size());
    const Landmarks& fullest = **std::max_element(
        shapes.begin(), shapes.end(), [](const Landmarks* a, const Landmarks* b) {
            const auto worth = [](const Landmarks& shape) {
                return std::pair(labelled_count(shape), size_of(bounding_box(shape)) > 0);
            };
            return worth(*a) < worth(*b);
        });
    Landmarks mean = fullest;
    mean.points.resize(index(size));
    mean.visibility.resize(index(size), Visibility::NotLabelled);
    mean = with_unit_size(mean);
    if (!(size_of(bounding_box(mean)) > 0))
        return mean;
    for (int round = 0; round < kMostMeanRounds; ++round) {
        const Landmarks before = std::move(mean);
        mean = mean_of_aligned(shapes, before, size);
        if (has_settled(before, mean))
            break;
    }
    return with_unit_size(transformed(average_turn(shapes, mean), mean));
}

Landmarks fitted_to_box(const Landmarks& shape, const Box& box) {
    const Box own = bounding_box(shape);
    double k = std::max(box.width, box.height) / std::max({own.width, own.height, 1e-12});
    if (own.width > 0)
        k = std::min(k, box.width / own.width);
    if (own.height > 0)
        k = std::min(k, box.height / own.height);
    const Point from = own.centre();
    const Point to = box.centre();
    return transformed(Affine::translation(to.x, to.y) * Affine::scaling(k, k) *
                           Affine::translation(-from.x, -from.y),
                       shape);
}

std::optional<Affine> align(const Landmarks& from, const Landmarks& to) {
    std::vector<Point> from_points;
    std::vector<Point> to_points;
    const int size = std::min(from.size(), to.size());
    from_points.reserve(index(size));
    to_points.reserve(index(size));
    for (int i = 0; i < size; ++i)
        if (from.is_labelled(i) && to.is_labelled(i)) {
            from_points.push_back(from.points[index(i)]);
            to_points.push_back(to.points[index(i)]);
        }
    const auto coincide = [](const std::vector<Point>& points) {
        return std::all_of(points.begin(), points.end(),
                           [&](const Point& point) { return point == points.front(); });
    };
    if (from_points.size() < 2 || coincide(from_points) || coincide(to_points))
        return std::nullopt;
    try {
        return fit_similarity(from_points, to_points);
    } catch (const Error&) {
        return std::nullopt;
    }
}

Landmarks mirrored(const Landmarks& landmarks, const LandmarkScheme& scheme) {
    if (!scheme.has_mirror_pairs)
        throw Error("the scheme '" + scheme.name + "' does not say which points mirror each other",
                    {}, "pair left with right in the scheme's editor");
    if (landmarks.size() != scheme.size())
        throw Error("a face of " + std::to_string(landmarks.size()) +
                    " points cannot be mirrored with the scheme '" + scheme.name + "' of " +
                    std::to_string(scheme.size()));
    const double middle = bounding_box(landmarks).centre().x;
    Landmarks result = subset(landmarks, scheme.mirror_permutation());
    for (Point& point : result.points)
        point.x = 2 * middle - point.x;
    return result;
}

Landmarks moved(const Landmarks& landmarks, const std::vector<int>& indices,
                const Affine& to_from) {
    Landmarks result = landmarks;
    for (const int i : indices)
        result.points.at(index(i)) = to_from(landmarks.points.at(index(i)));
    return result;
}

}  // namespace rudolph
