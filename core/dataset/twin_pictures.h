#pragma once

#include <vector>

#include "core/dataset/check_images.h"
#include "core/dataset/dataset.h"

namespace rudolph {

/// Pictures of a data set that look nearly the same: copies, crops and neighbours in a video. Each
/// group has the first samples of two pictures or more, ascending; groups are in the order of their
/// first ones.
using TwinPictures = std::vector<std::vector<int>>;

/// By the hashes in `pictures`, among the pictures of these samples. Those without a hash have no
/// twins.
TwinPictures twin_pictures(const Dataset& dataset, const std::vector<int>& faces,
                           const CheckedPictures& pictures);

/// The same among all pictures with points, which are decoded for it on all processors, smaller
/// where that is quicker.
TwinPictures find_twin_pictures(const Dataset& dataset, const CancelToken& cancel = {},
                                const ProgressCallback& progress = {});

}  // namespace rudolph
