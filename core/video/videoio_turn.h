#pragma once

#include <filesystem>

namespace rudolph {

/// By how many degrees clockwise the frames of a video must be turned to stand upright: 0, 90, 180
/// or 270. Phones store portraits on their side and say so in the file's header. OpenCV's own
/// turning is not asked for, as its version 4.6 turns by ±90° the wrong way
/// (opencv/opencv#22088). 0 where the file says nothing, or is no video.
int clockwise_turn(const std::filesystem::path& video);

}  // namespace rudolph
