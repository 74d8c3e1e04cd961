#pragma once

#include <filesystem>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/dataset/dataset.h"
#include "core/formats/open_options.h"

namespace rudolph {

/// Opens a folder of .asf, .pts or .ljson files (with pictures of the same stem; subfolders are
/// searched), a dlib XML list, a CSV table, a COCO keypoints file, a YOLO pose data set (its .yaml
/// or its folder), what an annotation tool exports (CVAT for images, Label Studio, VIA, labelme), a
/// project (.rudolph), a folder that holds exactly one list of these, or a folder of pictures that
/// nobody has annotated: the format is found by looking. A folder with a list and files of points
/// opens as the list, which adds the boxes. Points are converted to the convention of Landmarks.
/// Pictures are looked for but decoded only where the format needs their size. Pictures without
/// annotations in a folder of annotated ones are samples without points. Files of points that are
/// called by numbers beside a video are of its frames, which are written as pictures into the
/// user's cache (core/formats/video_frames.h).
///
/// What no reader finds points in is read by a recipe (core/formats/recipe.h): the one of the
/// options, else a shipped or remembered one that clearly fits. Where pictures have files beside
/// them that probably hold their points, but no recipe is known for them, that is an Error, too,
/// unless the options say otherwise.
///
/// Files that cannot be read, counts that do not match, values that are no numbers or infinite, and
/// missing pictures become problems; a sample they spoil is left out. Where the files do not name
/// the points, the most frequent number of them and what the faces look like decide the scheme (see
/// choose_scheme()); faces with another number become problems.
/// Throws Error when nothing at all can be made of `path`, saying what was looked for;
/// UnknownLayout (core/formats/recipe_dataset.h) where a recipe would help.
Dataset open_dataset(const std::filesystem::path& path, const OpenOptions& options,
                     const CancelToken& cancel = {}, const ProgressCallback& progress = {});
Dataset open_dataset(const std::filesystem::path& path, const CancelToken& cancel = {},
                     const ProgressCallback& progress = {});

/// The file that a data set of a format of one file comes from: its source, or, where that is a
/// folder, the one list of its format there. Throws Error when there is none, or another beside it.
std::filesystem::path list_of(const Dataset& dataset);

}  // namespace rudolph
