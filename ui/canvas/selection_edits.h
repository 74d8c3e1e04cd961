#pragma once

#include "ui/canvas/edited_face.h"

namespace rudolph {

// What keys and menus do to the selected points of an edited face, one undo step each. Nothing
// happens where there is nothing to do it to.

/// The selected points, in Boxes mode the box, by pixels of the image. Nudges with the same `merge`
/// that follow each other are one step.
void nudgeSelection(const EditedFace& face, double dx, double dy, const QString& merge);
/// Points lose their places. In Boxes mode: the box, and of a face without box the face.
void removeSelection(const EditedFace& face);
void setVisibilityOfSelection(const EditedFace& face, Visibility visibility);
/// These three: about the middle of the selection; the whole shape when nothing is selected.
/// Degrees count against the clock.
void turnSelection(const EditedFace& face, double degrees);
void scaleSelection(const EditedFace& face, double factor);
void mirrorSelection(const EditedFace& face);

}  // namespace rudolph
