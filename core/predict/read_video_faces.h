#pragma once

#include <filesystem>
#include <functional>

#include "core/base/cancel_token.h"
#include "core/predict/face_tracker.h"
#include "core/predict/photo_output.h"
#include "core/video/video_reader.h"

namespace rudolph {

/// Each frame of a video with its faces, one after the other; `each` may draw on the frame. Throws
/// Error and Cancelled.
void read_video_faces(VideoReader& video, const std::filesystem::path& file, FaceDetector& detector,
                      Predictor& predictor,
                      const std::function<void(const PhotoResult&, cv::Mat& bgr)>& each,
                      const CancelToken& cancel = {});

}  // namespace rudolph
