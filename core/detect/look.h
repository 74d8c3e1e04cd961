#pragma once

#include <opencv2/core/mat.hpp>
#include <vector>

#include "core/detect/face_detector.h"
#include "core/geometry/affine.h"

namespace rudolph {

/// A picture made of another one so that a detector finds its faces.
struct Look {
    cv::Mat bgr;
    Affine look_from_image;
    double turned_deg = 0;  ///< counter-clockwise: heads rolled clockwise by so much are upright
};

/// The picture itself, without a copy.
Look plain_look(const cv::Mat& bgr);
/// Resized so that the longer side has `longer_side` pixels, but never enlarged more than
/// `most_enlargement` times (1: never), and at least 1×1. Without a copy where nothing changes.
Look resized_look(const cv::Mat& bgr, int longer_side, double most_enlargement);
/// Turned about its centre, on a canvas that holds all of it; the corners are grey. Quarter turns
/// are exact.
Look turned_look(const cv::Mat& bgr, double degrees);
/// With its edge repeated around it, `share` of the longer side wide, for faces that fill it.
Look bordered_look(const cv::Mat& bgr, double share);
/// Dark pictures get a gamma that brings the mean to the middle; then contrasts are evened out (K.
/// Zuiderveld, Contrast limited adaptive histogram equalization, Graphics Gems IV, 1994).
Look brightened_look(const cv::Mat& bgr);

/// A face found in the look, in the image: the box is one of the same size about the centre's
/// place, and the roll says how the head stands in the image.
DetectedFace in_image(const Look& look, const DetectedFace& in_look);

/// Each face once: of two that overlap (intersection over union above 0.4, or one mostly inside the
/// other) the better one. Best first.
std::vector<DetectedFace> without_duplicates(std::vector<DetectedFace> faces);

}  // namespace rudolph
