#pragma once

#include <optional>

#include "core/geometry/landmark_scheme.h"

namespace rudolph {

/// How a head is turned, in degrees. 0, 0, 0: it looks straight into the camera. It is turned by
/// yaw first, then nods, then rolls.
struct HeadAngles {
    double yaw = 0;    ///< positive: the nose points to the viewer's right
    double pitch = 0;  ///< positive: the nose points up
    double roll = 0;   ///< positive: clockwise as seen on the screen

    bool operator==(const HeadAngles&) const = default;
};

/// From the landmarks of one face, by fitting a generic head to them under weak perspective
/// (scaled orthography). The head's points are found by their names, so that parts of the schemes
/// work, too. Empty when fewer than six points are known in space and labelled, or when these do
/// not tell (they coincide). The points of imm-58 and ibug-68 are known, except the jaw's, which
/// slide along the outline of a turning head. Good to about 10 degrees: heads differ.
///
/// Starts from POS (D. DeMenthon, L. Davis: Model-based object pose in 25 lines of code, IJCV 15,
/// 1995): the least-squares affine map, its nearest rotation by SVD; then refines to the
/// least-squares scaled rotation by taking the depths that the last one gives and aligning both in
/// space (S. Umeyama: Least-squares estimation of transformation parameters, PAMI 13, 1991).
std::optional<HeadAngles> head_angles(const Landmarks& points_in_image,
                                      const LandmarkScheme& scheme);

}  // namespace rudolph
