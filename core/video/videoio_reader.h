#pragma once

#include <memory>

#include "core/video/video_reader.h"

namespace rudolph {

/// A video file through OpenCV (FFmpeg, or its own reader of Motion JPEG). Throws Error when it is
/// no video that can be read.
std::unique_ptr<VideoReader> open_video_file(const std::filesystem::path& file);

}  // namespace rudolph
