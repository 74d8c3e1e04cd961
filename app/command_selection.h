#pragma once

#include <string>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

/// Which faces a model is measured on, and how to call them.
struct FaceSelection {
    std::vector<int> samples;
    std::string side;  ///< "all" or "validation"
    std::string rule;  ///< which split it is the validation side of
};

/// Faces that the network has not learnt from, as far as that can be known: the validation side of
/// its run's split, or of a new one; with `all` every face with points. Throws Error when there is
/// none.
FaceSelection select_faces(const std::string& model, const Dataset& dataset, bool all);

}  // namespace rudolph
