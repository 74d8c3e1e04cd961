#pragma once

#include "core/formats/format.h"

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
                       const CancelToken& cancel = {}, const ProgressCallback& progress = {});

/// Boxes and points with visibility, the number of points and the mirror pairs; all as "train".
FormatWriter yolo_writer();

}  // namespace rudolph
