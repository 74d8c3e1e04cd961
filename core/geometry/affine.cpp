#include "core/geometry/affine.h"

#include <cmath>
#include <numbers>

#include "core/base/error.h"

namespace rudolph {

Point Affine::operator()(const Point& point) const {
    return {matrix(0, 0) * point.x + matrix(0, 1) * point.y + matrix(0, 2),
            matrix(1, 0) * point.x + matrix(1, 1) * point.y + matrix(1, 2)};
}

Affine Affine::operator*(const Affine& first) const {
    Affine product;
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 3; ++column)
            product.matrix(row, column) = matrix(row, 0) * first.matrix(0, column) +
                                          matrix(row, 1) * first.matrix(1, column) +
                                          (column == 2 ? matrix(row, 2) : 0.0);
    return product;
}

Affine Affine::inverse() const {
    const double determinant = matrix(0, 0) * matrix(1, 1) - matrix(0, 1) * matrix(1, 0);
    if (!(std::abs(determinant) > 1e-12))
        throw Error("a transform that flattens the plane cannot be undone");
    const double a = matrix(1, 1) / determinant;
    const double b = -matrix(0, 1) / determinant;
    const double c = -matrix(1, 0) / determinant;
    const double d = matrix(0, 0) / determinant;
    return {{a, b, -(a * matrix(0, 2) + b * matrix(1, 2)),  //
             c, d, -(c * matrix(0, 2) + d * matrix(1, 2))}};
}

double Affine::scale() const {
    return std::sqrt(std::abs(matrix(0, 0) * matrix(1, 1) - matrix(0, 1) * matrix(1, 0)));
}

Affine Affine::translation(double x, double y) {
    return {{1, 0, x, 0, 1, y}};
}

Affine Affine::rotation(double degrees, const Point& centre) {
    const double angle = degrees * std::numbers::pi / 180.0;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    const Affine turned{{cosine, sine, 0, -sine, cosine, 0}};
    return translation(centre.x, centre.y) * turned * translation(-centre.x, -centre.y);
}

Affine Affine::scaling(double x, double y) {
    return {{x, 0, 0, 0, y, 0}};
}

Affine Affine::resize(const cv::Size& from, const cv::Size& to) {
    const double x = static_cast<double>(to.width) / from.width;
    const double y = static_cast<double>(to.height) / from.height;
    return {{x, 0, 0.5 * x - 0.5, 0, y, 0.5 * y - 0.5}};
}

Affine fit_similarity(const std::vector<Point>& from, const std::vector<Point>& to) {
    if (from.size() != to.size() || from.size() < 2)
        throw Error("a similarity needs two lists of the same two or more points");
    const double count = static_cast<double>(from.size());
    Point from_mean;
    Point to_mean;
    for (size_t i = 0; i < from.size(); ++i) {
        from_mean += from[i] / count;
        to_mean += to[i] / count;
    }
    double dot = 0;
    double cross = 0;
    double spread = 0;
    for (size_t i = 0; i < from.size(); ++i) {
        const Point a = from[i] - from_mean;
        const Point b = to[i] - to_mean;
        dot += a.dot(b);
        cross += a.cross(b);
        spread += a.dot(a);
    }
    if (!(spread > 1e-12))
        throw Error("a similarity cannot be fitted to points that coincide");
    const double cosine = dot / spread;
    const double sine = cross / spread;
    return Affine::translation(to_mean.x, to_mean.y) * Affine{{cosine, -sine, 0, sine, cosine, 0}} *
           Affine::translation(-from_mean.x, -from_mean.y);
}

}  // namespace rudolph
