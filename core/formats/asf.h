#pragma once

#include <string_view>
#include <vector>

#include "core/formats/format.h"

namespace rudolph {

/// What an AAM shape file (.asf) holds.
struct AsfShape {
    std::vector<Point> relative;  ///< x as a share of the picture's width, y of its height
    std::vector<Polyline> lines;  ///< from the path columns: type 0 is closed, 4 open
};

/// Throws Error with the line of what is wrong; `file` is for that only.
AsfShape parse_asf(std::string_view text, const std::filesystem::path& file);

/// Reads .asf files with the picture of the same stem beside each, on all processors. The pictures
/// are decoded, since the points are relative to their size. The picture that a file names at its
/// end is ignored: in the IMM database it is often another one.
ReaderResult read_imm(const std::filesystem::path& root,
                      const std::vector<std::filesystem::path>& asf_files,
                      const CancelToken& cancel = {}, const ProgressCallback& progress = {},
                      const PicturesElsewhere& elsewhere = {});

/// The text of an .asf file. Every line of `lines` becomes a path; points on none make paths of
/// their own. A path's points must follow each other: lines that do not fit that are left out.
std::string print_asf(const std::vector<Point>& relative, const std::vector<Polyline>& lines,
                      const std::string& picture_name);

/// One face a picture, all of its points labelled; nothing but the points and their lines. Pictures
/// need their size.
FormatWriter asf_writer();

}  // namespace rudolph
