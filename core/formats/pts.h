#pragma once

#include <string_view>
#include <vector>

#include "core/formats/reader.h"

namespace rudolph {

/// The points of a .pts file, in the convention of Landmarks (the file counts pixels from 1). With
/// the usual head ("version: 1", "n_points: 68", braces) or as bare rows "x y". Throws Error with
/// the line of what is wrong; `file` is for that only.
std::vector<Point> parse_pts(std::string_view text, const std::filesystem::path& file);
std::vector<Point> read_pts_file(const std::filesystem::path& file);

/// Reads .pts files with the picture of the same stem beside each. Pictures are not decoded.
ReaderResult read_pts(const std::filesystem::path& root,
                      const std::vector<std::filesystem::path>& pts_files,
                      const CancelToken& cancel = {}, const ProgressCallback& progress = {});

}  // namespace rudolph
