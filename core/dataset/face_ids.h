#pragma once

#include <filesystem>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

/// The id of the nth face of a picture, n from 1: the picture's own for the first, "#n" after it
/// for the others.
std::string face_id(const std::string& picture_id, int n);

/// The id of a face's picture: its own without "#n".
std::string picture_id_of(const Sample& face, const std::filesystem::path& root);

/// Gives every face an id of its own. Ids that are free stay as they are, in the order of the
/// samples: those of existing projects and runs. Where another picture has one already (anna.jpg
/// and anna.png; the second face of team.jpg and team#2.jpg), all faces of the later picture keep
/// its extension in their ids, and where that is taken, too, get "~2", "~3", …; of two faces of one
/// picture with the same id the later one gets the next free number.
void settle_face_ids(std::vector<Sample>& samples, const std::filesystem::path& root);

/// The first id that is free for one more face of this picture; `picture_id` is that of its first
/// face.
std::string free_face_id(const std::string& picture_id,
                         const std::unordered_set<std::string>& taken);

}  // namespace rudolph
