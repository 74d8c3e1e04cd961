#pragma once

#include "core/formats/open_options.h"
#include "core/formats/reader.h"

namespace rudolph {

/// Whether the file begins like an annotations.xml of CVAT.
bool looks_like_cvat(const std::filesystem::path& file);

/// Reads "CVAT for images 1.1". Faces are skeletons, whose points stand in the order of the label's
/// definition; shapes of several points, which are told by their order; or single points, which are
/// told by their labels and belong together as NamedFaces says (group_id, boxes). What is occluded
/// is hidden, what is outside is not labelled. Attributes of shapes are kept, a picture's subset is
/// its part of the set. Throws Error for what is not such a file, that of a video included.
ReaderResult read_cvat(const std::filesystem::path& file, Dataset& dataset,
                       const CancelToken& cancel = {}, const ProgressCallback& progress = {},
                       const OpenOptions& options = {});

}  // namespace rudolph
