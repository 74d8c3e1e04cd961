#pragma once

#include <opencv2/core/mat.hpp>
#include <vector>

#include "core/predict/photo.h"

namespace rudolph {

struct PhotoDrawing {
    bool box = true;
    bool lines = true;     ///< the scheme's, through the points
    bool numbers = false;  ///< of the points, from 0, as the scheme counts
    bool words = true;     ///< says of doubtful faces that they are, and how sure the model is

    bool operator==(const PhotoDrawing&) const = default;
};

/// Draws faces onto their photograph (CV_8UC3): red crosses, as everywhere for predictions.
/// Doubtful faces are orange with a dashed box. Strokes grow with the face, so that they suit a
/// portrait of 50 megapixels as well as a small one. Throws Error when the points are not of the
/// scheme.
void draw_photo_faces(cv::Mat& bgr, const std::vector<PhotoFace>& faces,
                      const LandmarkScheme& scheme, const PhotoDrawing& drawing = {});

}  // namespace rudolph
