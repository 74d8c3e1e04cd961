#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/dataset/dataset.h"
#include "core/predict/photo.h"

namespace rudolph {

/// What is written of predictions on photographs and videos, for the command line and the studio
/// alike. Nothing of it copies what a camera has put into a photograph's file, positions above all.

/// Which frame of a video.
struct VideoFrame {
    std::int64_t number = 0;  ///< 0-based
    double seconds = 0;       ///< from the start of the video

    bool operator==(const VideoFrame&) const = default;
};

/// A photograph, or a frame of a video, with the faces that were found in it.
struct PhotoResult {
    std::filesystem::path file;
    cv::Size size;                    ///< upright; 0×0 where the file could not be read
    std::vector<PhotoFace> faces;     ///< from left to right
    std::string problem;              ///< why there are no results; empty: there are
    std::optional<VideoFrame> frame;  ///< for frames of videos
    std::vector<int> ids;  ///< for frames of videos: the same face has the same from frame to frame

    bool failed() const { return !problem.empty(); }
    /// Faces below the threshold of confidence.
    int doubtful() const;
    /// The number that a face goes by: its id in a video, else 1 for the first.
    int face_number(size_t face) const;
};

/// What placed the points.
struct PhotoModel {
    std::string name;       ///< for people and files: "face68", the run's name
    LandmarkScheme scheme;  ///< of the points
};

/// Photographs with their faces as a data set, in the given order, photographs without a face as
/// samples without box and points. Frames and what failed are left out. `AsProposals`: nobody has
/// looked at the points yet, they do not count as truth (for the annotator and for projects);
/// doubtful faces are marked so, and notes tell confidences. `AsPoints`: the points as such,
/// because other formats than the project hold no proposals.
enum class PhotoPoints { AsProposals, AsPoints };
Dataset photo_dataset(const std::vector<PhotoResult>& photos, const PhotoModel& model,
                      PhotoPoints points);

/// One table for everything, a row a face (RFC 4180, decimal points, pixels of the upright photo):
/// file, [frame, seconds,] face, left, top, width, height, roll, yaw, pitch, confidence, doubtful,
/// looks, x0, y0, x1, …, c0, c1, … (confidences of the points). What is not known stays empty.
std::string photo_csv_header(const LandmarkScheme& scheme, bool with_frames);
/// A row for each face, with line ends.
std::string photo_csv_rows(const PhotoResult& photo, const LandmarkScheme& scheme,
                           bool with_frames);

/// The same of one photo as a JSON object, points with their names.
Json photo_json(const PhotoResult& photo, const PhotoModel& model);

}  // namespace rudolph
