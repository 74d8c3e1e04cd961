#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/predict/face_tracker.h"
#include "core/video/video_reader.h"

namespace rudolph {

/// Where in a video faces were found, and how sure a model was of them: so that a person finds the
/// places that need work.

/// What was seen in one frame.
struct FrameMark {
    double seconds = 0;
    int faces = 0;
    /// Of the face that the model is least sure of; empty: no face, or it cannot say.
    std::optional<double> confidence;

    /// No face, or one that may be wrong.
    bool is_doubtful() const { return faces == 0 || (confidence && *confidence < kDoubtful); }
    bool operator==(const FrameMark&) const = default;
};

FrameMark mark_of(double seconds, const std::vector<PhotoFace>& faces);
/// Into a list in the order of time, in the place of one of the same time.
void insert_mark(std::vector<FrameMark>& marks, const FrameMark& mark);

/// A part of a video with doubtful faces, or without a face, in seconds.
struct VideoStretch {
    double from = 0;  ///< its first frame
    double to = 0;    ///< its last frame

    bool operator==(const VideoStretch&) const = default;
};
/// In the order in which they begin; what is less than half a second apart is one, but where faces
/// are doubtful and where there are none are two. `marks` in the order of time.
std::vector<VideoStretch> doubtful_stretches(const std::vector<FrameMark>& marks);

/// What a pass through a video keeps of a frame, to choose those that are worth annotating.
struct SurveyedFrame {
    FrameMark mark;
    std::vector<DetectedFace> faces;
    /// How it looks: the whole frame and the face that the model is least sure of, each reduced to
    /// kLookSide × kLookSide grey levels. Without a face the second is all 0.
    static constexpr int kLookSide = 16;
    std::array<std::uint8_t, 2 * kLookSide * kLookSide> look{};
};

/// Looks through a video from `from` seconds on, following faces: at every frame of a short one,
/// of longer ones at some thousand frames, ten a second at least. `each` gets what was found,
/// `progress` milliseconds of the video. Throws Error and Cancelled.
void survey_video(VideoReader& video, FaceDetector& detector, Predictor& predictor, double from,
                  const std::function<void(SurveyedFrame)>& each, const CancelToken& cancel = {},
                  const ProgressCallback& progress = {});

/// Which frames with faces are the most worth annotating, in the order of time: the one that the
/// model is least sure of, then again and again the one that looks least like those chosen (greedy
/// farthest points), where doubt counts as much as looks. Fewer than `count` where the others look
/// like one that was chosen.
std::vector<size_t> frames_to_annotate(const std::vector<SurveyedFrame>& frames, int count);

}  // namespace rudolph
