#pragma once

#include "ui/parts/face_tile.h"
#include "ui/photos/photo_list_model.h"

namespace rudolph {

/// A photograph in the gallery: upon it a mark that says what was found: how many faces, a question
/// mark with doubtful ones, a crossed ring without any, dots while it waits, a triangle when it is
/// broken, an arrow for a video.
FaceTile photoTile(const PhotoEntry& entry, const QString& name);

}  // namespace rudolph
