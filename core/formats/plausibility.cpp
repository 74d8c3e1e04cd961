#include "core/formats/plausibility.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "core/dataset/reference_shape.h"
#include "core/formats/reader.h"
#include "core/geometry/shape.h"

namespace rudolph {
namespace {

constexpr size_t kFacesMeasured = 40;

double median_of(std::vector<double> values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double size_of(const Landmarks& points) {
    const Box box = bounding_box(points);
    return std::sqrt(std::max(box.width, 1e-9) * std::max(box.height, 1e-9));
}

/// Without a reference of its own a scheme is shown as a circle, which says nothing.
bool is_circle(const Landmarks& shape) {
    const double radius = shape.empty() ? 0 : cv::norm(shape.points.front());
    return std::all_of(shape.points.begin(), shape.points.end(), [radius](const Point& point) {
        return std::abs(cv::norm(point) - radius) < 0.02 * radius;
    });
}

struct Fit {
    double misfit = 1;
    double rotation = 0;
};

/// How the reference lies over one face.
std::optional<Fit> fit_of(const Landmarks& reference, const Landmarks& face) {
    const std::optional<Affine> transform = align(reference, face);
    if (!transform)
        return std::nullopt;
    const Landmarks laid = transformed(*transform, reference);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < face.size(); ++i) {
        if (!face.is_labelled(i) || !laid.is_labelled(i))
            continue;
        const Point away = laid.points[at(i)] - face.points[at(i)];
        sum += away.dot(away);
        ++count;
    }
    if (count < 3)
        return std::nullopt;
    const Point origin = (*transform)(Point(0, 0));
    const Point right = (*transform)(Point(1, 0)) - origin;
    return Fit{std::sqrt(sum / count) / size_of(face),
               std::atan2(right.y, right.x) * 180 / std::numbers::pi};
}

Fit median_fit(const Landmarks& reference, const std::vector<const Landmarks*>& faces) {
    std::vector<double> misfits;
    std::vector<double> rotations;
    for (const Landmarks* face : faces)
        if (const auto fit = fit_of(reference, *face)) {
            misfits.push_back(fit->misfit);
            rotations.push_back(fit->rotation);
        }
    return misfits.empty() ? Fit{} : Fit{median_of(misfits), median_of(rotations)};
}

std::vector<const Landmarks*> faces_with(const std::vector<Sample>& samples, int points) {
    std::vector<const Landmarks*> faces;
    for (const Sample& sample : samples)
        if (sample.points_in_image.size() == points && faces.size() < kFacesMeasured)
            faces.push_back(&sample.points_in_image);
    return faces;
}

struct SchemeFit {
    std::string scheme;
    Fit fit;
};

const std::vector<LandmarkScheme>& schemes() {
    static const std::vector<LandmarkScheme> all = builtin_schemes();
    return all;
}

std::optional<SchemeFit> best_fit(const std::vector<const Landmarks*>& faces, int points) {
    // Of mark-ups that hardly differ the usual one is meant: 300-W's and its 3D variant.
    constexpr double clearly_better = 0.75;
    const std::string usual = scheme_for_point_count(points).name;
    std::optional<SchemeFit> best;
    std::optional<SchemeFit> of_usual;
    for (const LandmarkScheme& scheme : schemes()) {
        if (scheme.size() != points || points < 3)
            continue;
        const Landmarks reference = reference_shape(scheme);
        if (is_circle(reference))
            continue;
        const Fit fit = median_fit(reference, faces);
        if (!best || fit.misfit < best->fit.misfit)
            best = {scheme.name, fit};
        if (scheme.name == usual)
            of_usual = {scheme.name, fit};
    }
    if (of_usual && best->fit.misfit > clearly_better * of_usual->fit.misfit)
        return of_usual;
    return best;
}

/// The share of the points that lie in the picture, a pixel or two beside it included.
double inside_share(const Sample& face) {
    const double width = face.image_size.width;
    const double height = face.image_size.height;
    const Landmarks& points = face.points_in_image;
    int inside = 0;
    int all = 0;
    for (int i = 0; i < points.size(); ++i) {
        if (!points.is_labelled(i))
            continue;
        const Point& point = points.points[at(i)];
        ++all;
        inside += width <= 0 || (point.x > -2.5 && point.x < width + 1.5 && point.y > -2.5 &&
                                 point.y < height + 1.5)
                      ? 1
                      : 0;
    }
    return all == 0 ? 0 : static_cast<double>(inside) / all;
}

/// Near 1 where the points lie on a slanting line: x beside x was read as x and y.
double slant_of(const Landmarks& face) {
    Point mean;
    int count = 0;
    for (int i = 0; i < face.size(); ++i)
        if (face.is_labelled(i)) {
            mean += face.points[at(i)];
            ++count;
        }
    if (count < 4)
        return 0;
    mean /= count;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < face.size(); ++i)
        if (face.is_labelled(i)) {
            const Point away = face.points[at(i)] - mean;
            xx += away.x * away.x;
            yy += away.y * away.y;
            xy += away.x * away.y;
        }
    return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : 1;
}

/// How much better the shape agrees with itself reflected left to right than top to bottom, -1 to
/// 1: faces are symmetric.
double symmetry_of(const Landmarks& shape) {
    const Box box = bounding_box(shape);
    const Point centre = box.centre();
    const auto distance_after = [&](double flip_x, double flip_y) {
        double sum = 0;
        for (const Point& point : shape.points) {
            const Point away = point - centre;
            const Point flipped(centre.x + flip_x * away.x, centre.y + flip_y * away.y);
            double nearest = 1e9;
            for (const Point& other : shape.points)
                nearest = std::min(nearest, cv::norm(other - flipped));
            sum += nearest;
        }
        return sum / static_cast<double>(shape.points.size());
    };
    if (shape.size() < 3 || shape.size() > 2000)
        return 0;
    const double left_right = distance_after(-1, 1);
    const double top_bottom = distance_after(1, -1);
    return (top_bottom - left_right) / std::max(1e-9, top_bottom + left_right);
}

/// 1 up to `good`, 0 from `bad` on.
double falling(double value, double good, double bad) {
    return std::clamp((bad - value) / (bad - good), 0.0, 1.0);
}

/// How much the size of the points is one of a face in a picture.
double size_factor(const Sample& face) {
    if (face.image_size.empty())
        return 1;
    const double share =
        size_of(face.points_in_image) / std::sqrt(static_cast<double>(face.image_size.area()));
    return share < 0.01 ? 0.1 : share < 0.03 ? 0.6 : 1;
}

/// How far faces agree with each other and are symmetric, 0 to 0.8: all there is to go by without
/// a scheme. Fills in the misfit.
double like_faces(const std::vector<const Landmarks*>& shapes, Plausibility& result) {
    const Landmarks mean = mean_shape(shapes);
    result.misfit = median_fit(mean, shapes).misfit;
    // One face agrees with itself.
    const double agree = shapes.size() < 2 ? 0.5 : falling(result.misfit, 0.05, 0.4);
    return 0.35 * agree + 0.3 + 0.15 * symmetry_of(shapes.size() == 1 ? *shapes.front() : mean);
}

}  // namespace

Plausibility plausibility(const std::vector<Sample>& faces) {
    Plausibility result;
    result.points = usual_point_count(faces);
    if (result.points == 0)
        return result;
    double inside = 0;
    double sizes = 0;
    std::vector<double> slants;
    int usual = 0;
    for (const Sample& face : faces) {
        if (face.points_in_image.size() != result.points)
            continue;
        ++usual;
        inside += inside_share(face);
        sizes += size_factor(face);
        slants.push_back(std::abs(slant_of(face.points_in_image)));
    }
    result.same = static_cast<double>(usual) / static_cast<double>(faces.size());
    result.inside = inside / usual;
    const double size = sizes / usual;
    const double slant = median_of(slants);
    const std::vector<const Landmarks*> shapes = faces_with(faces, result.points);
    double like = like_faces(shapes, result);
    if (const auto best = best_fit(shapes, result.points)) {
        constexpr double another_markup = 0.6;
        result.scheme = best->scheme;
        result.misfit = best->fit.misfit;
        result.rotation = best->fit.rotation;
        const double fits =
            falling(result.misfit, 0.06, 0.3) * falling(std::abs(result.rotation), 45, 120);
        like = std::max(fits, another_markup * like);
    }
    const double many = 0.9 + 0.1 * std::min(1.0, result.points / 20.0);
    result.score = result.same * std::pow(result.inside, 1.5) * size * (slant > 0.97 ? 0.2 : 1.0) *
                   (0.4 + 0.6 * like) * many;
    return result;
}

}  // namespace rudolph
