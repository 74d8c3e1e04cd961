#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/dataset/dataset.h"
#include "core/formats/open_options.h"
#include "core/formats/reader.h"

namespace rudolph {

/// Files of points whose pictures are the frames of videos, as 300-VW has them:
/// 001/annot/000012.pts are the points in the twelfth frame of 001/vid.avi.

/// A video and the files of points of its frames.
struct AnnotatedVideo {
    std::filesystem::path video;
    std::string person;  ///< whom all of its frames show
    /// Which frame, from 1, and its points; in the order of the frames.
    std::vector<std::pair<std::int64_t, std::filesystem::path>> frames;
};

/// Which of the files of points are of frames.
struct FoundVideos {
    std::vector<AnnotatedVideo> videos;
    /// Files of points in the same folders that can be of no frame: each left out, or a remark.
    std::vector<std::filesystem::path> unread;
    std::vector<Problem> problems;
};

/// Files named by a number belong to the video in their folder or beside it (of several there, to
/// the one with the folder's name) where no picture at the video or below has one of these
/// numbers for a name. Frames are counted from 1; from 0 where a file is called 0. All lists are
/// sorted.
FoundVideos find_annotated_videos(const std::filesystem::path& root,
                                  const std::vector<std::filesystem::path>& points,
                                  const std::vector<std::filesystem::path>& videos,
                                  const std::vector<std::filesystem::path>& pictures);

struct VideoFrames {
    PicturesElsewhere pictures;  ///< of the frames that were taken
    std::vector<Problem> problems;
};

/// Writes the frames that have points as pictures (JPEG, as a video is no sharper than that) into a
/// folder of each video in recipe_pictures_folder(), those that are there already excepted: by a
/// single pass through each video, several videos at once. Which are taken: OpenOptions::every.
/// What cannot be had becomes problems that count the faces left out. Progress counts frames
/// passed, on any thread, never on two at once. Throws Error when pictures cannot be written;
/// Cancelled, which keeps the pictures so far, for the next time.
VideoFrames read_video_frames(const std::filesystem::path& root,
                              const std::vector<AnnotatedVideo>& videos, const OpenOptions& options,
                              const CancelToken& cancel, const ProgressCallback& progress);

}  // namespace rudolph
