#pragma once

#include "core/geometry/landmark_scheme.h"

namespace rudolph {

/// A shape to show and to start from while a data set has no faces of its own: the scheme's own
/// reference where it has one; else the mean of neutral demo faces with parted lips, made
/// symmetric, for the built-in schemes and for schemes whose points all have names of one of them;
/// points on a circle, clockwise from the top, for others. Placed and scaled as mean_shape() does.
/// The first call takes some milliseconds, later ones next to nothing. Any thread.
Landmarks reference_shape(const LandmarkScheme& scheme);

}  // namespace rudolph
