#pragma once

#include <optional>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

/// Typical is the median, the limit is the median + some scaled median absolute deviations
/// (×1.4826, so that for normal errors it is their standard deviation).
struct Spread {
    double typical = 0;
    double limit = 0;
};
Spread spread_of(std::vector<double> values, double deviations);

/// What the true faces of a data set look like, from an even choice of them when there are many.
/// Lengths are in the size of the mean shape, √(w·h) of its bounding box.
struct FaceStatistics {
    Landmarks mean;  ///< of faces that are no outliers; empty: too few faces
    /// How faces of this set differ from the mean above all (principal components of the aligned
    /// shapes, x₀ y₀ x₁ y₁ …, of length 1: T. Cootes et al., Active shape models, CVIU 61(1),
    /// 1995); the fewer faces, the fewer.
    std::vector<std::vector<double>> variations;
    /// Distance of faces, aligned to the mean, from what mean and variations give: root mean square
    /// over the points.
    Spread distance;
    std::vector<Spread> residual;  ///< the same of each point
    bool has_spread = false;       ///< there are enough faces to say what is far

    /// The shape closest to a face (in the frame of the mean) that mean and variations give.
    Landmarks explained(const Landmarks& placed) const;
    /// The same of a face of which only some points are labelled: where the others would lie.
    Landmarks explained_by(const Landmarks& placed) const;
};

/// `faces`: indices of samples with points. With fewer than five faces the mean is that of the
/// built-in scheme, where the data set has one.
FaceStatistics face_statistics(const Dataset& dataset, const std::vector<int>& faces);

/// The face in the frame of the mean; empty when it cannot be aligned.
std::optional<Landmarks> aligned_to(const Landmarks& mean, const Landmarks& face);

/// Root mean square of the distances of points that both have.
double rms_distance(const Landmarks& a, const Landmarks& b);

/// The point of a face that lies furthest from where it is expected.
struct FarPoint {
    int point = 0;
    double distance = 0;
    double share = 0;  ///< of the sum of all points' squared distances

    /// This point stands out, rather than the face as a whole.
    bool is_to_blame() const { return share > 0.35 && distance > 0.1; }
};
FarPoint farthest_point(const Landmarks& placed, const Landmarks& expected);

/// The same points in the same order as a built-in scheme.
bool is_builtin(const LandmarkScheme& scheme);

}  // namespace rudolph
