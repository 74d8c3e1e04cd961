#pragma once

#include "ui/canvas/edit_drag.h"

namespace rudolph {

/// Draws the faces of a picture while one of them is edited: the others dimmed, the edited one with
/// its frame and its handles, and what is being dragged.
void paintEditing(QPainter& painter, const EditedFace& face, const EditDrag& drag);

/// The glass beside the cursor while it places or drags something small; else nothing.
void paintMagnifier(QPainter& painter, const EditedFace& face, const EditDrag& drag);

}  // namespace rudolph
