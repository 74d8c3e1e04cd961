#pragma once

#include "core/base/random.h"

namespace rudolph {

/// What training does to every sample, afresh in every epoch. 0 switches an effect off.
struct AugmentationSpec {
    double brightness = 0;    ///< factor on the pixels, uniform in [1 − b, 1 + b]; 0 to 1
    double contrast = 0;      ///< factor on the distance from the crop's mean, likewise; 0 to 1
    double shift_px = 0;      ///< uniform in ±shift along x and along y, in pixels of the crop
    double rotation_deg = 0;  ///< about the crop's centre, uniform in ±rotation; 0 to 180

    bool operator==(const AugmentationSpec&) const = default;
};

/// The values that were drawn for one sample. The default changes nothing.
struct AugmentationDraw {
    double brightness = 1;
    double contrast = 1;
    double shift_x_px = 0;
    double shift_y_px = 0;
    double rotation_deg = 0;  ///< counter-clockwise on the screen

    bool operator==(const AugmentationDraw&) const = default;
};

/// Draws in a fixed order and number, so that switching one effect off does not change another's
/// values. Key `random` by (seed, epoch, index of the sample).
AugmentationDraw draw_augmentation(const AugmentationSpec& spec, Random& random);

}  // namespace rudolph
