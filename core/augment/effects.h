#pragma once

#include <opencv2/core/mat.hpp>

#include "core/augment/augmentation.h"

namespace rudolph {

/// What a draw does to the pixels of a crop, after the warp, in this order: light (brightness,
/// contrast, gamma), shade, occluder, blur, motion, resolution, noise, JPEG. `grey` is CV_8UC1 and
/// is changed;
/// `picture` is what an occluder's patch is cut from. The same draw gives the same pixels on every
/// machine. Throws cv::Exception when OpenCV runs out of memory.
void apply_effects(cv::Mat& grey, const AugmentationDraw& draw, const cv::Mat& picture);

}  // namespace rudolph
