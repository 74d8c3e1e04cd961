#pragma once

#include <opencv2/core/mat.hpp>

#include "core/video/video_reader.h"

namespace rudolph {

/// How long a video lasts, in seconds; 0: not known.
double video_seconds(const VideoInfo& info);

/// A frame of a video that stands for it where videos are listed.
struct VideoGlance {
    cv::Mat picture;  ///< CV_8UC3, its longer side as long as was asked for, or shorter
    VideoInfo info;
};

/// The frame at a tenth of the video, or where that is of one colour, as many videos begin, a later
/// one, or the first. `video` was just opened; it is somewhere else then. Throws Error, also where
/// no frame can be read.
VideoGlance glance_at(VideoReader& video, int longer_side);

}  // namespace rudolph
