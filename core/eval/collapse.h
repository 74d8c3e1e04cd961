#pragma once

#include <vector>

#include "core/base/nan.h"
#include "core/geometry/landmark_scheme.h"

namespace rudolph {

struct FaceResult;

/// A head is turned from so many standard deviations of the set's pose on.
inline constexpr double kTurnedPose = 1;

/// Whether a network has learnt faces or only where faces usually are: a collapsed one draws the
/// same shape at different places, and misses which way heads turn, while its NME still looks fair.
struct CollapseGauge {
    /// Variance of the predicted shapes over that of the true ones, both after alignment to the
    /// mean true shape (so that place, size and roll do not count), each about its own average. 1
    /// is right, 0 is one shape for all. NaN with fewer than 10 faces, or for one point.
    double shape_variance_ratio = kNaN;
    /// Share of the turned heads predicted to turn the right way. NaN when there are none.
    double turn_right_share = kNaN;
    /// Faces whose true pose (see PoseAxis) is more than one standard deviation from frontal: on
    /// the others the annotation itself does not say for certain.
    int turned_faces = 0;

    bool operator==(const CollapseGauge&) const = default;
};

/// Of predictions with the points of `predicted_scheme`. Predictions that are no shape (all points
/// at one place, or no numbers) count as the average shape, turned the wrong way.
CollapseGauge collapse_gauge(const std::vector<FaceResult>& results,
                             const LandmarkScheme& predicted_scheme);

}  // namespace rudolph
