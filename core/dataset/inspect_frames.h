#pragma once

#include <vector>

#include "core/dataset/check_images.h"
#include "core/dataset/dataset.h"

namespace rudolph {

/// Points of another picture than the one that is shown: of the photograph before its EXIF
/// orientation turned it, or of a larger or smaller copy, as a list's size may tell. Each finding
/// says of how many faces and offers to put them right. What tells is where the points lie, inside
/// the picture or out of it, and whether the face stands upright: as the scheme's reference does,
/// or as faces do in photographs that are not turned, or, where there is neither, whether its
/// points are alike left and right rather than above and below. `faces`: indices of the samples
/// with true points.
std::vector<Problem> inspect_frames(const Dataset& dataset, const std::vector<int>& faces,
                                    const CheckedPictures& pictures);

}  // namespace rudolph
