#pragma once

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/dataset/check_images.h"
#include "core/dataset/dataset.h"

namespace rudolph {

/// How findings begin that are about the whole shape of a face.
inline constexpr const char* kOutlierShape = "the shape is an outlier";

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
/// - wrong order: the points of a part (a line of the scheme) run the other way round, or begin
///   elsewhere on a closed line;
/// - hidden jaw: points of the jaw of heads turned by computer that lie across the face;
/// - wrong frame: points of the photograph before EXIF turned it, or of a copy of another size;
/// - twins: two faces of a picture that are nearly the same or share points, and pictures that look
///   nearly the same and count as different people's;
/// - outliers: the distance to the mean shape after alignment (Procrustes distance, over the
///   shape's size) is far above the set's (more than the median + 6 scaled median absolute
///   deviations). What the set's main variations explain (turned heads, open mouths) does not count
///   as distance. A single point that stands out is named.
///
/// Findings whose remedy is known propose it (`Problem::mend`), and those faces are looked at as if
/// they were put right. Image sizes are used where they are known, and what `pictures` tell.
/// Findings of the whole set come first, then by face.
std::vector<Problem> inspect_faces(const Dataset& dataset, const CheckedPictures& pictures,
                                   const CancelToken& cancel = {},
                                   const ProgressCallback& progress = {});
/// Nothing is known of the pictures.
std::vector<Problem> inspect_faces(const Dataset& dataset, const CancelToken& cancel = {},
                                   const ProgressCallback& progress = {});

}  // namespace rudolph
