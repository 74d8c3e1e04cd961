#pragma once

#include "core/formats/open_options.h"
#include "core/formats/reader.h"

namespace rudolph {

/// Whether the file looks like one of the VGG Image Annotator (VIA 1 or 2): a project, exported
/// annotations as JSON, or as CSV.
bool looks_like_via(const std::filesystem::path& file);

/// Reads regions that are points or rectangles (or what has a rectangle around it). The label of a
/// point is the region attribute that tells the most points apart; an attribute "group", "face" or
/// "person" says which belong together, else NamedFaces does. Throws Error for what is no such
/// file, those of VIA 3 included.
ReaderResult read_via(const std::filesystem::path& file, Dataset& dataset,
                      const CancelToken& cancel = {}, const ProgressCallback& progress = {},
                      const OpenOptions& options = {});

}  // namespace rudolph
