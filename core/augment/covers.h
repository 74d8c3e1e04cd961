#pragma once

#include <opencv2/core/mat.hpp>

#include "core/augment/augmentation.h"
#include "core/base/random.h"
#include "core/geometry/affine.h"

namespace rudolph {

/// A drawn thing that covers part of a crop.
struct Cover {
    cv::Mat opacity;  ///< CV_8UC1, the crop's size: 255 hides what is behind it
    cv::Mat light;    ///< likewise: 128 leaves what fills the thing, 0 makes it black, 255 twice as
                      ///< bright
};

/// Draws the occluder's shape, which is none of Band: a hand, hair, glasses, a mask over mouth and
/// nose, a bottle or a cup. `crop_from_face` takes a face's frame to the crop: its origin is the
/// middle of an upright face's crop, x points right, y down, and the crop's longer side is 1, so
/// that brows, eyes, nose and mouth lie where they do on average in crops about the points' boxes
/// (box_scale 1.4). Hands, hair and bottles are as long as the occluder and lie where it does;
/// glasses and masks lie where they are worn. `random` draws the rest.
Cover draw_cover(const Occluder& occluder, const Affine& crop_from_face, cv::Size crop,
                 Random& random);

}  // namespace rudolph
