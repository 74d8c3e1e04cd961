#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/detect/face_detector.h"
#include "core/geometry/head_angles.h"
#include "core/predict/confidence.h"
#include "core/predict/predictor.h"

namespace rudolph {

/// A face of a photograph with what a model says of it.
struct PhotoFace {
    DetectedFace found;
    Landmarks points_in_image;                 ///< of the model's predicted_scheme()
    std::optional<FaceConfidence> confidence;  ///< empty: the model is not calibrated
    std::optional<HeadAngles> angles;          ///< empty: the scheme does not tell
    int looks = 0;                             ///< crops until they were steady

    bool doubtful() const { return confidence && confidence->face < kDoubtful; }
    bool operator==(const PhotoFace&) const = default;
};

/// The points of some faces of one picture (CV_8UC3 or CV_8UC1), asked as ask_model() does; a face
/// that had to be turned says so in `found.roll_deg`. Models that take whole pictures
/// (CropKind::WholeImage) get the box grown to the extent in which they saw faces. Throws Error.
std::vector<PhotoFace> predict_faces_of(Predictor& predictor, const cv::Mat& picture,
                                        const std::vector<DetectedFace>& faces);

/// Which of these, in their order, are faces of their own: where the points of several lie on each
/// other (0.3 of a face's size apart on average, or less), a detector has found one face several
/// times, and that of which the model is surest counts, or the detector.
std::vector<size_t> faces_of_their_own(const std::vector<PhotoFace>& faces);

/// The points of what a detector has found, each face once: predict_faces_of() and
/// faces_of_their_own().
std::vector<PhotoFace> predict_found_faces(Predictor& predictor, const cv::Mat& picture,
                                           const std::vector<DetectedFace>& faces);

/// The same where nobody has looked for faces: the whole picture is the face, and nothing is said
/// of whether there is one.
PhotoFace predict_whole_picture(Predictor& predictor, const cv::Mat& picture);

/// The points of a face that were at `points_before` a moment ago, as in the frame of a video
/// before this one, without a detector: its first crop is laid by them. `found` is left empty.
/// Empty for models whose crops cannot be laid by points. Throws Error.
std::optional<PhotoFace> follow_face(Predictor& predictor, const cv::Mat& picture,
                                     const Landmarks& points_before);

}  // namespace rudolph
