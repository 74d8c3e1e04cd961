#pragma once

#include <optional>
#include <vector>

#include "core/geometry/shape.h"

namespace rudolph {

/// How far heads are turned, read off their landmarks alone: the place of a face along the main way
/// in which a set's shapes differ when heads turn. Shapes are aligned to their mean; where the
/// scheme has mirror pairs only their antisymmetric part counts, (shape − mirrored shape) / 2, so
/// that expressions and builds do not, and the axis is its first principal component; elsewhere it
/// is the first component of the shapes (principal components of aligned shapes: T. Cootes et al.,
/// Active shape models, CVIU 61(1), 1995).
struct PoseAxis {
    Landmarks mean;                 ///< symmetric about x = 0 where the scheme has mirror pairs
    std::vector<double> direction;  ///< x₀ y₀ x₁ y₁ …, of length 1
    double centre = 0;              ///< along the direction; 0, a symmetric face, with mirror pairs
    double deviation = 1;           ///< of the shapes that it was fitted to, about the centre
    std::vector<int> mirror;        ///< see LandmarkScheme::mirror_permutation; empty without pairs

    /// In standard deviations of the set. With mirror pairs 0 is a symmetric face; positive means
    /// that the nose points to the viewer's right. NaN for points that cannot be aligned to the
    /// mean.
    double score(const Landmarks& landmarks) const;
};

/// Fitted to true shapes with the points of `scheme`. Empty when they say nothing of turning: fewer
/// than three shapes or three points, or shapes that do not differ.
std::optional<PoseAxis> fit_pose_axis(const std::vector<const Landmarks*>& shapes,
                                      const LandmarkScheme& scheme);

/// How often to take each face so that rare poses are learnt as well as common ones: the inverse of
/// the density of scores (a histogram of half standard deviations, smoothed), at most 4, 1 on
/// average. Faces whose score is NaN get 1.
std::vector<double> pose_weights(const std::vector<double>& scores);

}  // namespace rudolph
