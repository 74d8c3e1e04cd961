#pragma once

#include "core/formats/format.h"
#include "core/formats/open_options.h"

namespace rudolph {

/// Whether the file begins like a dlib list of pictures. False for what cannot be read.
bool looks_like_dlib_xml(const std::filesystem::path& file);

/// The key of `<label>` in Sample::attributes; the others are called as the box's attributes are.
inline constexpr const char* kDlibLabel = "label";

/// Reads a list of pictures with boxes as dlib's imglab writes it; picture names are relative to
/// the list's folder, in UTF-8 or Latin-1. Every box becomes a sample, one without parts a sample
/// without points, a picture without boxes one without either. Parts are whole pixels; where a .pts
/// file beside the picture says the same sub-pixel, the box that it belongs to takes its points.
/// Parts named by numbers may be missing: those points are not labelled. Pictures are not decoded.
/// `<name>` and `<comment>` go to `dataset.attributes`. The whole text and the samples are in
/// memory, never a document of the whole list.
///
/// A list that breaks off is read up to there. Throws Error when it is not such a list, or nothing
/// of it can be read.
ReaderResult read_dlib_xml(const std::filesystem::path& list, Dataset& dataset,
                           const CancelToken& cancel = {}, const ProgressCallback& progress = {},
                           const OpenOptions& options = {});

}  // namespace rudolph
