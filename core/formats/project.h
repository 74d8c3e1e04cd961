#pragma once

#include "core/base/json_fwd.h"
#include "core/formats/format.h"
#include "core/formats/open_options.h"

namespace rudolph {

/// A project file (.rudolph, JSON): the folder of the pictures (relative to the file where it can
/// be), where the faces came from, the scheme, and for each picture its faces with everything that
/// Sample holds. It is also what the journal writes, picture by picture.

/// The faces of one picture as JSON, without the picture's name.
Json faces_to_json(const std::vector<Sample>& faces_of_a_picture);
/// Reads it back; ids, image and person come from the caller's `blank` (its id for the first face,
/// "#2" … for the others where the JSON does not say). Throws Error.
std::vector<Sample> faces_from_json(const Json& json, const Sample& blank, const ErrorPlace& place);

/// A path as JSON: text where it is UTF-8, else {"bytes": hexadecimal}, so that it comes back.
Json path_to_json(const std::filesystem::path& path);
std::filesystem::path path_from_json(const Json& json, const ErrorPlace& place);

bool looks_like_project(const std::filesystem::path& file);

/// Faces whose picture is missing are kept, with a problem that says so: what was annotated is not
/// lost when a folder is moved.
ReaderResult read_project(const std::filesystem::path& file, Dataset& dataset,
                          const CancelToken& cancel = {}, const ProgressCallback& progress = {},
                          const OpenOptions& options = {});

/// Holds everything.
FormatWriter project_writer();

std::string to_string(FaceState state);  ///< "new", "in work", "done", "doubtful"

}  // namespace rudolph
