#pragma once

#include <string>
#include <vector>

#include "core/dataset/dataset.h"
#include "core/formats/open_options.h"

namespace rudolph {

/// Which faces a model is measured on, and how to call them.
struct FaceSelection {
    std::vector<int> samples;
    std::string side;  ///< "all" or "validation"
    std::string rule;  ///< which split it is the validation side of
};

/// The faces to measure a model on: `data`, or without one those that its run was trained on, which
/// open as they were opened for it; options given by hand go first. Throws Error and UsageError.
Dataset open_measured(const std::string& model, const std::string& data,
                      const OpenOptions& by_hand);

/// Faces that the network has not learnt from, as far as that can be known: the validation side of
/// its run's split, or of a new one; with `all` every face with points. Throws Error when there is
/// none.
FaceSelection select_faces(const std::string& model, const Dataset& dataset, bool all);

}  // namespace rudolph
