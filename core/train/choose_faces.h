#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"

namespace rudolph {

/// What a training works with.
struct ChosenFaces {
    std::vector<int> target_indices;  ///< the points to learn, in the data set's scheme
    Split split;
};

/// Splits the data set so that twin pictures stay together, or takes the split of a run that is
/// resumed. Faces of which no wanted point is labelled are left out; `notes` says which, and how
/// many training faces have only some. Throws Error when a side has no face, or a point is on no
/// training face.
ChosenFaces choose_faces(const Experiment& experiment, const Dataset& dataset,
                         std::vector<std::string>& notes, const std::optional<Split>& split = {},
                         const TwinPictures& twins = {});

/// Throws Error when faces shall be flipped and the scheme does not say which of these points are
/// mirror images of each other.
void require_mirror(const Experiment& experiment, const LandmarkScheme& scheme,
                    const std::vector<int>& target_indices);

/// Keeps only the samples in `usable`. Throws Error when a side has no face left.
void keep_only(Split& split, const std::vector<int>& usable);

}  // namespace rudolph
