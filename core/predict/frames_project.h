#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/predict/photo_output.h"
#include "core/predict/video_survey.h"

namespace rudolph {

/// Frames of a video that become a data set.
struct FramesProject {
    std::filesystem::path video;
    std::vector<SurveyedFrame> frames;  ///< with faces, in the order of time
    std::filesystem::path project;      ///< the .rudolph file; written over
    std::string model;                  ///< how the model is called
};

/// What was written of them.
struct WrittenFrames {
    std::string first_id;                 ///< of the first face
    std::filesystem::path first_picture;  ///< its picture
    std::filesystem::path pictures;       ///< the folder of all pictures
    int frames = 0;
    int faces = 0;
};

/// What a frame's picture is called: "walk-01m05s340" for 1 min 5.34 s of walk.mp4.
std::string frame_name(const std::filesystem::path& video, double seconds);

/// Writes the frames as pictures (JPEG) into a new folder beside the project, PROJECT-frames, and a
/// project of their faces with the model's points as proposals. Faces keep their time: in their ids
/// and as the pictures' attributes "video" and "seconds"; all count as one person, so that a split
/// keeps them together. Progress counts frames. Throws Error and Cancelled; nothing is left then.
WrittenFrames write_frames_project(const FramesProject& frames, VideoReader& video,
                                   Predictor& predictor, const CancelToken& cancel = {},
                                   const ProgressCallback& progress = {});

}  // namespace rudolph
