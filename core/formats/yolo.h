#pragma once

#include "core/base/json_fwd.h"
#include "core/formats/format.h"
#include "core/formats/open_options.h"

namespace rudolph {

/// Whether the file describes a YOLO pose data set (it has kpt_shape).
bool looks_like_yolo(const std::filesystem::path& file);

/// The faces of one label file, in pixels of a picture of this size.
struct YoloLabels {
    std::vector<Sample> faces;  ///< box and points only
    std::vector<Problem> problems;
};

/// Rows "class cx cy w h x y [v] …", relative to the picture's size; `dimensions` is 2 or 3 numbers
/// a point. Never throws for what a row says.
YoloLabels parse_yolo(std::string_view text, int points, int dimensions, cv::Size picture,
                      const std::filesystem::path& file);

/// Reads the .yaml of a YOLO pose data set: its train, val and test folders of pictures (or lists
/// of picture names), with the labels where "images" in a picture's path is "labels", else beside
/// it. Pictures are decoded, since everything is relative to their size. flip_idx gives the mirror
/// pairs.
ReaderResult read_yolo(const std::filesystem::path& file, Dataset& dataset,
                       const CancelToken& cancel = {}, const ProgressCallback& progress = {},
                       const OpenOptions& options = {});

/// Sample::attributes: the class of a face, where it is not "0".
inline constexpr const char* kYoloClass = "class";
/// Dataset::attributes: the names of the classes as JSON, where they are not the usual ones.
inline constexpr const char* kYoloNames = "names";

/// What we call the one class: {"0": "face"}.
Json yolo_usual_names();
/// A scheme as a set tells of it: flip_idx, where it is not empty, gives the mirror pairs.
LandmarkScheme yolo_scheme(LandmarkScheme scheme, const std::vector<int>& flip);

/// Where the labels of a picture lie.
std::filesystem::path yolo_label_file(const std::filesystem::path& picture);

/// Whether the file describes faces with the points and mirror pairs of the scheme, each point with
/// a visibility, so that new labels fit it.
bool yolo_set_fits(const std::filesystem::path& yaml, const LandmarkScheme& scheme);

}  // namespace rudolph
