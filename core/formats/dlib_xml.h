#pragma once

#include "core/formats/reader.h"

namespace rudolph {

/// Whether the file begins like a dlib list of pictures. False for what cannot be read.
bool looks_like_dlib_xml(const std::filesystem::path& file);

/// Reads a list of pictures with boxes as dlib's imglab writes it; picture names are relative to
/// the list's folder, in UTF-8 or Latin-1. Every box becomes a sample, one without parts a sample
/// without points. Parts are whole pixels; where a .pts file lies beside the picture, the box that
/// it belongs to takes its sub-pixel points instead. Pictures are not decoded.
///
/// A list that breaks off is read up to there. Throws Error when it is not such a list, or nothing
/// of it can be read.
ReaderResult read_dlib_xml(const std::filesystem::path& list, const CancelToken& cancel = {},
                           const ProgressCallback& progress = {});

}  // namespace rudolph
