#pragma once

#include <QImage>
#include <opencv2/core/mat.hpp>

namespace rudolph {

/// A copy of an 8-bit grey or blue-green-red picture for Qt.
QImage toQImage(const cv::Mat& pixels);

}  // namespace rudolph
