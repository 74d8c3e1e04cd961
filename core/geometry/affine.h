#pragma once

#include <opencv2/core/matx.hpp>
#include <opencv2/core/types.hpp>
#include <vector>

namespace rudolph {

using Point = cv::Point2d;

/// A 2×3 matrix that takes points of one frame to another. Names read right to left:
/// `crop_from_image` takes a point in the image to the crop, and
/// `crop_from_image = crop_from_face * face_from_image`.
struct Affine {
    cv::Matx23d matrix = {1, 0, 0, 0, 1, 0};

    Point operator()(const Point& point) const;
    /// First the right one, then this.
    Affine operator*(const Affine& first) const;
    /// Throws Error when the matrix cannot be inverted.
    Affine inverse() const;
    /// √|determinant|: by how much lengths grow on average.
    double scale() const;

    static Affine translation(double x, double y);
    /// Counter-clockwise as seen on the screen for positive degrees (y points down).
    static Affine rotation(double degrees, const Point& centre);
    static Affine scaling(double x, double y);
    /// Resizing an image from one size to another: x maps to (x + 0.5)·k − 0.5, so that the corners
    /// of the images, not the centres of their corner pixels, meet.
    static Affine resize(const cv::Size& from, const cv::Size& to);

    bool operator==(const Affine& other) const { return matrix == other.matrix; }
};

/// The similarity (scale, rotation, shift; no mirroring) that takes `from` closest to `to` in the
/// least-squares sense: S. Umeyama, Least-squares estimation of transformation parameters between
/// two point patterns, PAMI 13(4), 1991, in its closed form for the plane. Both lists have the same
/// length ≥ 2; throws Error when all points of `from` coincide.
Affine fit_similarity(const std::vector<Point>& from, const std::vector<Point>& to);

}  // namespace rudolph
