#pragma once

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/dataset/dataset.h"

namespace rudolph {

/// Looks for annotations that are probably wrong; every finding names its face and, where there is
/// one, its point, and says what was measured. Proposals are not looked at.
///
/// - missing: pictures without points where others have some, faces with some points not labelled;
/// - odd: several points at the same place, all points at one place, points outside the picture,
///   boxes that miss their points;
/// - a suspected 0/1-base shift of the whole set: points at −1 or at the picture's far edge + 1,
///   mirror twins that are mirrored about the wrong axis; a set without such points and twins
///   says nothing of its shift;
/// - wrong side: points of a mirror pair that lie the other way round than in the set's mean shape,
///   seen along the face's own axis ("left eye right of the right one");
/// - outliers: the distance to the mean shape after alignment (Procrustes distance, over the
///   shape's size) is far above the set's (more than the median + 6 scaled median absolute
///   deviations). What the set's main variations explain (turned heads, open mouths) does not count
///   as distance. A single point that stands out is named.
///
/// Image sizes are used where they are known. Findings of the whole set come first, then by face.
std::vector<Problem> inspect_faces(const Dataset& dataset, const CancelToken& cancel = {},
                                   const ProgressCallback& progress = {});

}  // namespace rudolph
