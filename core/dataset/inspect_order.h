#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/dataset/face_statistics.h"

namespace rudolph {

/// Points of parts of a face (lines of the scheme) that were numbered in another order.
struct WrongOrder {
    std::string message;
    std::vector<int> order;  ///< which of the wrong points becomes point i
};

/// Parts whose points lie much nearer to where the face's other points suggest when they are taken
/// the other way round or, on closed lines, begun elsewhere. Empty: all are in order, or nothing
/// can be said.
std::optional<WrongOrder> wrong_order(const Landmarks& face, const LandmarkScheme& scheme,
                                      const FaceStatistics& statistics);

}  // namespace rudolph
