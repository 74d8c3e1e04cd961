#pragma once

#include "core/formats/open_options.h"
#include "core/formats/reader.h"

namespace rudolph {

/// Whether the file begins like a COCO annotation file.
bool looks_like_coco(const std::filesystem::path& file);

/// Reads COCO keypoints: every annotation of a category with keypoints is a face; pictures without
/// one are samples without points. Names are relative to the file's folder, or to "images" in it.
/// Coordinates are 0-based. The first category with as many keypoints as most faces have gives the
/// scheme. Everything else is kept as JSON text, so that writing the list again leaves it as it
/// was: an annotation's other fields and its id in Sample::attributes, a picture's as
/// "image.<field>" (see picture_attributes.h), other parts of the list in Dataset::attributes,
/// where "images" and "annotations" hold the entries that nothing is made of (missing pictures,
/// objects without keypoints, what is damaged) and "categories" all of them, if they are not the
/// usual one.
ReaderResult read_coco(const std::filesystem::path& file, Dataset& dataset,
                       const CancelToken& cancel = {}, const ProgressCallback& progress = {},
                       const OpenOptions& options = {});

}  // namespace rudolph
