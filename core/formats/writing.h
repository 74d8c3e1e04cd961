#pragma once

#include "core/formats/format.h"

namespace rudolph {

/// What write_dataset() and save_in_place() share.

/// Finds the sizes that are missing by decoding, once a picture, on all processors. Throws Error
/// for a picture that does not decode.
void find_image_sizes(std::vector<Sample>& samples, const CancelToken& cancel,
                      const ProgressCallback& progress);

/// Throws Error naming a face with points that no reader would take: not finite, or absurd.
void require_sound_points(const std::vector<Sample>& samples);

}  // namespace rudolph
