#pragma once

#include <string>
#include <vector>

#include "core/dataset/dataset.h"
#include "core/geometry/scheme_map.h"

namespace rudolph {

/// A data set in the points of another scheme, and what did not come along.
struct MappedDataset {
    Dataset dataset;
    std::vector<int> missing;         ///< points of the scheme that no face has any more
    std::vector<int> unused;          ///< points of the old scheme that went into none
    size_t faces_without_points = 0;  ///< faces that had points, of which none is left

    /// Sentences for people: what is missing, unused, empty; none where all went over.
    std::vector<std::string> remarks() const;
};

/// The same faces with points of `target`, by find_scheme_map(); points that the faces lack are not
/// labelled, and faces that keep none have none. Throws Error naming the schemes that there are
/// maps to when there is none to this one.
MappedDataset map_dataset(Dataset dataset, const LandmarkScheme& target);

/// The built-in schemes that faces of `from` can be mapped to, without itself.
std::vector<std::string> mappable_schemes(const LandmarkScheme& from);

}  // namespace rudolph
