#pragma once

#include "core/formats/format.h"

namespace rudolph {

/// Boxes and points with visibility, the number of points, the mirror pairs, and the attributes
/// kYoloClass and kSetPart. Without the latter all pictures are "train", and "val" too.
FormatWriter yolo_writer();

}  // namespace rudolph
