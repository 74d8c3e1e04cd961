#pragma once

#include "core/base/cancel_token.h"
#include "core/detect/face_detector.h"

namespace rudolph {

enum class Effort {
    Quick,    ///< one look
    Thorough  ///< where nothing is found, also other scales, brightened, rolled by ±30° and 90°
};

/// The faces of a picture of any size, each once, from left to right. Throws Error and Cancelled.
std::vector<DetectedFace> find_faces(FaceDetector& detector, const cv::Mat& bgr,
                                     Effort effort = Effort::Thorough,
                                     const CancelToken& cancel = {});

}  // namespace rudolph
