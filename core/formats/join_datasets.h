#pragma once

#include <string>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

/// Several data sets as one, and what there is to say about each.
struct JoinedDatasets {
    Dataset dataset;
    std::vector<std::string> remarks;
};

/// The faces of all sets, one set after the other, in the points of `target` (see map_dataset()):
/// what a set does not annotate is not labelled on its faces. Ids and persons begin with the name
/// of their set, so that equal ones of two sets stay apart (but one picture is of one person); what
/// the lists say of themselves is dropped. Faces with some of the points and without a box get one
/// about the whole face. The root is the folder that holds all of them. Throws Error when a set has
/// no point of the scheme.
JoinedDatasets join_datasets(std::vector<Dataset> sets, const LandmarkScheme& target);

}  // namespace rudolph
