#pragma once

#include <string>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

/// How much points look like points of faces in their pictures: what tells a right way of reading
/// numbers from a wrong one.
struct Plausibility {
    double score = 0;   ///< 0 to 1: all of it together
    int points = 0;     ///< that most faces have
    double same = 0;    ///< the share of faces that have so many
    double inside = 0;  ///< the share of the points that lie in their pictures
    /// The scheme whose reference shape fits best, of those with so many points; empty: there is
    /// none whose shape is known.
    std::string scheme;
    /// How far the points lie from the aligned reference, in sizes of the face: 0.05 to 0.12 is
    /// usual. Without a scheme, how far faces differ from their own mean.
    double misfit = 0;
    double rotation = 0;  ///< degrees that the reference is turned by, the median of the faces
};

/// The samples' image sizes must be known; those without count as if all points were inside.
Plausibility plausibility(const std::vector<Sample>& faces);

}  // namespace rudolph
