#pragma once

#include <vector>

namespace rudolph {

/// What labels are relative to, kept with the weights. Everything is in normalised labels.
struct TargetFrame {
    std::vector<float> mean_shape;  ///< of the training faces: x0, y0, x1, y1, …
    double face_size = 1;           ///< √(w·h) of its bounding box: the unit of a face
};

}  // namespace rudolph
