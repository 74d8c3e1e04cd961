#pragma once

#include <vector>

#include "core/demo/head.h"
#include "core/demo/raster.h"

namespace rudolph::demo {

/// The points of the IMM (58) and iBUG (68) schemes on the rendered face, in image pixels, clamped
/// to the picture. What has turned away from the camera lies on the visible contour, where a person
/// would click.
std::vector<Pixel> imm_landmarks(const Head& head, const Camera& camera);
std::vector<Pixel> ibug_landmarks(const Head& head, const Camera& camera);

/// The same points in the frame of the head, where that camera sees them.
std::vector<Vec3> imm_places(const Head& head, const Camera& camera);
std::vector<Vec3> ibug_places(const Head& head, const Camera& camera);

}  // namespace rudolph::demo
