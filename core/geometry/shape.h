#pragma once

#include <optional>
#include <vector>

#include "core/geometry/landmark_scheme.h"

namespace rudolph {

/// The mean of shapes without position, size and rotation (generalised Procrustes analysis: J. C.
/// Gower, Psychometrika 40(1), 1975), scaled so that its bounding box has √(w·h) = 1 and centred at
/// (0, 0), upright as the shapes are on average. Shapes with unlabelled points count for the points
/// they have. Points that no shape has are not labelled. Empty without any shape.
/// While a data set has no faces of its own: reference_shape() in core/dataset/reference_shape.h.
Landmarks mean_shape(const std::vector<const Landmarks*>& shapes);

/// The shape scaled evenly and shifted so that its points fill the box (as the points of a face
/// fill the box a person draws around them): they touch its two nearer sides and stand in its
/// middle.
Landmarks fitted_to_box(const Landmarks& shape, const Box& box);

/// The similarity that takes the labelled points of `from` closest to those of `to`, over points
/// that both have; empty with fewer than two of them, or when they coincide.
std::optional<Affine> align(const Landmarks& from, const Landmarks& to);

/// Reflected left to right about the middle of its bounding box, mirror pairs swapped so that every
/// point keeps its meaning. The scheme needs has_mirror_pairs.
Landmarks mirrored(const Landmarks& landmarks, const LandmarkScheme& scheme);

/// The points in `indices` taken through `to_from`; the others stay.
Landmarks moved(const Landmarks& landmarks, const std::vector<int>& indices, const Affine& to_from);

}  // namespace rudolph
