#pragma once

#include "core/formats/format.h"

namespace rudolph {

/// The landmarks of one group of an .ljson file.
struct LjsonShape {
    Landmarks points;             ///< null coordinates are points that are not labelled
    std::vector<Polyline> lines;  ///< from its labels, where the connectivity joins their points
};

/// Reads version 3 (groups; the one named "LJSON", else the first) and versions 1 and 2 (one shape
/// without a group). Coordinates are 0-based and stand as y, x. Throws Error; `file` is for
/// messages.
LjsonShape parse_ljson(std::string_view text, const std::filesystem::path& file);

/// Reads .ljson files with the picture of the same stem beside each, or the picture whose whole
/// name they append ".ljson" to. Pictures are not decoded.
ReaderResult read_ljson(const std::filesystem::path& root,
                        const std::vector<std::filesystem::path>& files,
                        const CancelToken& cancel = {}, const ProgressCallback& progress = {},
                        const PicturesElsewhere& elsewhere = {});

/// One face a picture: its points, which of them are labelled, and its lines.
FormatWriter ljson_writer();

}  // namespace rudolph
