#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "core/dataset/dataset.h"
#include "core/geometry/shape.h"

namespace rudolph {

/// What a person does to a face, as values: each function gives the face afterwards. Whoever
/// changes points of a proposal has looked at it, so that its points are no proposal any more.

/// `points` of the face that have a place, in order.
std::vector<int> labelledPoints(const Landmarks& points);
/// The first point without a place at or after `from`, then from the first one on; empty when all
/// of the scheme's points have one.
std::optional<int> nextUnlabelled(const Landmarks& points, int scheme_size, int from);

/// A point gets its place; one that had none is visible from now on.
Sample withPointPlaced(const Sample& face, int scheme_size, int point, Point in_image);
Sample withPointsMoved(const Sample& face, const std::vector<int>& points, const Affine& to_from);
/// Reflected left to right about the middle of their bounding box; pairs of left and right of which
/// both are among them change places. The scheme needs has_mirror_pairs.
Sample withPointsMirrored(const Sample& face, const LandmarkScheme& scheme,
                          const std::vector<int>& points);
/// NotLabelled takes their places from them; a face that loses its last point has no points.
Sample withVisibility(const Sample& face, const std::vector<int>& points, Visibility visibility);
Sample withBox(const Sample& face, const std::optional<Box>& box);

enum class Edit { Place, Move, Turn, Scale, Mirror, Hide, Show, Remove };

/// The name of an edit for the list of undo steps: "Move left eye corner", "Scale 12 points",
/// "Turn face".
QString editName(Edit edit, const Sample& face, const LandmarkScheme& scheme,
                 const std::vector<int>& points);
QString pointName(const LandmarkScheme& scheme, int point);

/// What happens to the face's box, or with it to the face.
enum class BoxEdit { Draw, Move, MoveFace, Resize, Remove, RemoveFace };
QString editName(BoxEdit edit);

}  // namespace rudolph
