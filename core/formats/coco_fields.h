#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/dataset/dataset.h"

namespace rudolph {

/// What COCO's reader and writer share: where fields are kept that have no place of their own.

/// Dataset::attributes: the entries that the reader makes nothing of (pictures that are missing,
/// objects without keypoints, what is damaged), and the categories where they say more than a
/// scheme. Other names there are those of the file.
inline constexpr const char* kCocoImages = "images";
inline constexpr const char* kCocoAnnotations = "annotations";
inline constexpr const char* kCocoCategories = "categories";
/// Sample::attributes: an annotation's own fields by their names.
inline constexpr const char* kCocoId = "id";
inline constexpr const char* kCocoCategoryId = "category_id";  ///< only of another than the main
/// Sample::attributes of all faces of a picture: kPictureAttribute and the field of its entry.
inline constexpr const char* kCocoImageId = "image.id";
inline constexpr const char* kCocoFileName = "image.file_name";  ///< where it is not the usual one
inline constexpr const char* kCocoWidth = "image.width";         ///< these where they are no sizes
inline constexpr const char* kCocoHeight = "image.height";

/// On one line; what is not UTF-8 is replaced.
std::string coco_text(const Json& json);

/// A list in an object; an empty one where there is none.
const Json& coco_list(const Json& json, const char* key);

/// A whole number of an object; else throws Error.
long long coco_id(const Json& object, const char* key);

/// What a file of these names and edges is read as.
LandmarkScheme coco_scheme(const std::string& name, std::vector<std::string> points,
                           std::vector<Polyline> lines);

/// Lines as COCO has them: edges between two points.
std::vector<Polyline> coco_edges(const std::vector<Polyline>& lines);

LandmarkScheme scheme_of_coco_category(const Json& category);

/// The category that a scheme is written as when nothing else is known.
Json coco_category(const LandmarkScheme& scheme, long long id);

/// The categories with keypoints, by id. Damaged entries are left out, and named in `problems`.
std::map<long long, LandmarkScheme> coco_categories(const Json& list,
                                                    std::vector<std::string>* problems = nullptr);

/// The category that gives the scheme of faces with this many points: the first that has as many,
/// else the first. There must be one.
long long main_coco_category(const std::map<long long, LandmarkScheme>& categories, int points);

/// Whether the categories say no more than the scheme does.
bool are_usual_coco_categories(const Json& list);

}  // namespace rudolph
