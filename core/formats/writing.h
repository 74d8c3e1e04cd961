#pragma once

#include "core/formats/format.h"

namespace rudolph {

/// What write_dataset() and save_in_place() share.

/// Reads the sizes of the pictures, once a picture, on all processors: a list's may be wrong, and
/// is believed only where the picture has gone. Throws Error for a picture that cannot be read.
void find_image_sizes(std::vector<Sample>& samples, const CancelToken& cancel,
                      const ProgressCallback& progress);

/// Throws Error naming a face with points that no reader would take: not finite, or absurd.
void require_sound_points(const std::vector<Sample>& samples);

}  // namespace rudolph
