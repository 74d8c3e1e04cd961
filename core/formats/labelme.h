#pragma once

#include "core/formats/open_options.h"
#include "core/formats/reader.h"

namespace rudolph {

/// Whether the file is the JSON that labelme writes beside a picture.
bool looks_like_labelme(const std::filesystem::path& file);

/// Reads labelme's files, each of one picture: the one that imagePath names, else that of the same
/// stem. Shapes that are points are points, rectangles are boxes; points of one group_id are one
/// face's, else they belong together as NamedFaces says. Pictures that stand in the file alone
/// (imageData) are said to be missing. Read in parallel.
ReaderResult read_labelme(const std::vector<std::filesystem::path>& files, Dataset& dataset,
                          const OpenOptions& options = {}, const CancelToken& cancel = {},
                          const ProgressCallback& progress = {});

}  // namespace rudolph
