#pragma once

#include <memory>

#include "core/detect/face_detector.h"

namespace rudolph {

/// How dlib's detector looks at a picture; tests/studies/detectors.cpp compares settings.
struct HogSettings {
    /// Less is found less surely: dlib's own threshold is 0.
    double least_score = 0;
    /// Of the picture as it is looked at: dlib finds faces of 80 pixels and more.
    int longer_side = 1600;
    /// Small pictures are enlarged at most so much.
    double most_enlargement = 2;
};

/// dlib's detector of frontal faces: five linear classifiers on histograms of gradients, for faces
/// that look straight, to either side, and are rolled to either side (N. Dalal, B. Triggs,
/// Histograms of oriented gradients for human detection, CVPR 2005; D. King, Max-margin object
/// detection, arXiv:1502.00046). Its weights are in dlib's library.
std::unique_ptr<FaceDetector> make_hog_detector(const HogSettings& settings = {});

}  // namespace rudolph
