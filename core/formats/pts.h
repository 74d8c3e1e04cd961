#pragma once

#include <string_view>
#include <vector>

#include "core/formats/format.h"

namespace rudolph {

/// The points of a .pts file, in the convention of Landmarks. The file calls the top-left pixel
/// (`first_pixel`, `first_pixel`): 1 as iBUG writes them, 0 in some copies. With
/// the usual head ("version: 1", "n_points: 68", braces) or as bare rows "x y". Throws Error with
/// the line of what is wrong; `file` is for that only.
std::vector<Point> parse_pts(std::string_view text, const std::filesystem::path& file,
                             int first_pixel = 1);
std::vector<Point> read_pts_file(const std::filesystem::path& file, int first_pixel = 1);
/// The text of a .pts file, with head and braces.
std::string print_pts(const std::vector<Point>& points, int first_pixel = 1);

/// Reads .pts files with the picture of the same stem beside each. Pictures are not decoded.
ReaderResult read_pts(const std::filesystem::path& root,
                      const std::vector<std::filesystem::path>& pts_files, int first_pixel = 1,
                      const CancelToken& cancel = {}, const ProgressCallback& progress = {},
                      const PicturesElsewhere& elsewhere = {});

/// One face a picture, all of its points labelled; nothing but the points.
FormatWriter pts_writer();

}  // namespace rudolph
