#pragma once

#include "core/formats/open_options.h"
#include "core/formats/reader.h"

namespace rudolph {

/// Whether the file looks like Label Studio's JSON or JSON-MIN.
bool looks_like_label_studio(const std::filesystem::path& file);

/// Reads Label Studio's exports JSON and JSON-MIN: keypoints and rectangles, which are percents of
/// the picture. Points belong together as NamedFaces says, and by the region that they are parts
/// of (parentID, or a relation to a rectangle). Of several annotations of a task the first counts
/// that was not cancelled; predictions are not taken; both are said. Pictures are found by the
/// names that uploads and storages give them, too. Only their heads are read, for their sizes.
ReaderResult read_label_studio(const std::filesystem::path& file, Dataset& dataset,
                               const CancelToken& cancel = {},
                               const ProgressCallback& progress = {},
                               const OpenOptions& options = {});

}  // namespace rudolph
