#pragma once

#include "ui/parts/face_tile.h"
#include "ui/parts/sample_list_model.h"

namespace rudolph {

/// A face of a data set in the gallery: the mark of its state upon its picture, its id, and what is
/// known of it; signs for a note, a proposal and problems.
FaceTile sampleTile(const SampleListModel& faces, int row);

}  // namespace rudolph
