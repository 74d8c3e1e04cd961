#pragma once

#include "core/formats/format.h"

namespace rudolph {

/// Points with visibility, boxes, point names, lines as single edges, attributes that are JSON.
/// Faces with points but no box get the box around their points, as COCO demands one; area and
/// iscrowd are always written. Pictures and faces without an id get one.
FormatWriter coco_writer();

}  // namespace rudolph
