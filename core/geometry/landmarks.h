#pragma once

#include <cstdint>
#include <opencv2/core/types.hpp>
#include <vector>

#include "core/geometry/affine.h"
#include "core/geometry/box.h"

namespace rudolph {

/// The numbers are COCO's.
enum class Visibility : std::uint8_t { NotLabelled = 0, Hidden = 1, Visible = 2 };

/// The number of a point as the index that a std::vector takes.
inline std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

/// The points of one face, in pixels of the frame that the variable's name says (`points_in_image`,
/// `points_in_crop`): 0-based, sub-pixel, the centre of the top-left pixel is (0, 0).
struct Landmarks {
    std::vector<Point> points;
    std::vector<Visibility> visibility;  ///< as many as points

    Landmarks() = default;
    /// All points visible.
    explicit Landmarks(std::vector<Point> all_visible);

    int size() const { return static_cast<int>(points.size()); }
    bool empty() const { return points.empty(); }
    bool is_labelled(int i) const { return visibility[at(i)] != Visibility::NotLabelled; }

    bool operator==(const Landmarks&) const = default;
};

/// The same points in another frame.
Landmarks transformed(const Affine& to_from, const Landmarks& points_in_from);

/// Some of the points, in the order of `indices`.
Landmarks subset(const Landmarks& landmarks, const std::vector<int>& indices);

/// The tight box around the labelled points; empty when there are none.
Box bounding_box(const Landmarks& landmarks);

}  // namespace rudolph
