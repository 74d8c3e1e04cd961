#pragma once

#include <opencv2/core.hpp>

#include "core/demo/head.h"
#include "core/demo/raster.h"

namespace rudolph::demo {

/// The picture of a scene: 640×480, BGR, 8 bits. `head` and `camera` are those of the scene; the
/// buffer may have served other pictures before.
cv::Mat render(const Scene& scene, const Head& head, const Camera& camera, FragmentBuffer& buffer);

}  // namespace rudolph::demo
