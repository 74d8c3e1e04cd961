#pragma once

#include "core/base/json.h"
#include "core/formats/format.h"

namespace rudolph {

/// Whether the file begins like a COCO annotation file.
bool looks_like_coco(const std::filesystem::path& file);

/// Reads COCO keypoints: every annotation of a category with keypoints is a face; pictures without
/// one are samples without points. Names are relative to the file's folder, or to "images" in it.
/// Fields of an annotation that Sample has no place for are kept in its attributes as JSON text,
/// and "info", "licenses" in the data set's. The first category with keypoints gives the scheme;
/// faces of others with another number of points become problems. Coordinates are 0-based.
ReaderResult read_coco(const std::filesystem::path& file, Dataset& dataset,
                       const CancelToken& cancel = {}, const ProgressCallback& progress = {});

/// Points with visibility, boxes, point names, lines as single edges, attributes that are JSON.
/// Faces with points but no box get the box around their points, as COCO demands one.
FormatWriter coco_writer();

}  // namespace rudolph
