#pragma once

#include <memory>

#include "core/video/video_reader.h"

namespace rudolph {

/// Writes a video through OpenCV: .mp4 and .mkv with H.264 where FFmpeg has an encoder for it, else
/// MPEG-4 part 2; .avi with Motion JPEG. `frames_per_second` 0: 25. The file grows beside its
/// destination under a hidden name. Throws Error.
std::unique_ptr<VideoWriter> create_video_file(const std::filesystem::path& file, cv::Size size,
                                               double frames_per_second);

}  // namespace rudolph
