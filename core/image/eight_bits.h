#pragma once

#include <opencv2/core/mat.hpp>

#include "core/geometry/affine.h"

namespace rudolph {

/// A picture as it was stored (grey, grey with alpha, BGR or BGRA; any depth) in 8 bits a channel:
/// CV_8UC1 or CV_8UC3. What is transparent shows white, as paper does. 16 bits are divided by 257;
/// other numbers are taken as light from 0 to 1 or from 0 to 255 where they all lie in there, and
/// stretched from the least to the greatest where not.
cv::Mat eight_bits(const cv::Mat& stored);

/// Turns a picture upright; `orientation` from 1 to 8 as EXIF numbers them.
cv::Mat turned_upright(const cv::Mat& stored, int orientation);

/// The same of points: from the stored picture's frame to the upright one's.
Affine upright_from_stored(cv::Size stored, int orientation);

}  // namespace rudolph
