#pragma once

#include <optional>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

/// Points of the jaw that lie across the face: of a head turned so far that this side of its jaw
/// cannot be seen. Sets whose heads were turned by computer (300W-LP) have them, as their points
/// follow the head's surface; people mark the outline that they see. To learn from such points is
/// to learn from what is nowhere in the picture.
///
/// Taken along the line through the eyes' and the mouth's middles, this side's end of the jaw lies
/// less than 0.15 of the distance between these two middles beyond the upper end of the nose, and
/// the other end does not. Of that side, the points that are no lower than the mouth. (So are one
/// of 2012 faces of 300-W, which people marked, and 681 of 1300 heads of AFW turned by computer.)
/// Empty where the scheme names no jaw, eyes, nose and mouth, where its jaw is meant to lie on the
/// head (ibug-68-3d), and where these points are not labelled.
std::vector<int> jaw_points_across_face(const Landmarks& face, const LandmarkScheme& scheme);

/// One finding for all faces that have such points; its remedy takes their labels away.
std::optional<Problem> inspect_jaw(const Dataset& dataset, const std::vector<int>& faces);

}  // namespace rudolph
