#pragma once

#include <string>
#include <vector>

#include "core/base/json_fwd.h"

namespace rudolph {

/// Whole-body COCO files have, beside a body's "keypoints", those of its face, hands and feet, each
/// a scheme of its own: "face_kpts" (68), "lefthand_kpts", "righthand_kpts" (21) and "foot_kpts"
/// (6), with a flag ("face_valid") and mostly a box ("face_box").
struct WholeBodyPart {
    std::string taken;              ///< "keypoints", or one of those above
    std::vector<std::string> said;  ///< what is left out, with counts
};

/// Makes the file one of a single part, in place: annotations become those of the part, in a
/// category of its own. `wanted`: the part's name; empty: the faces where there are any, else the
/// bodies. Files that are not whole-body are left alone, with "keypoints" taken and nothing said.
/// Throws Error when the wanted part is not in the file.
WholeBodyPart take_whole_body_part(Json& coco, const std::string& wanted);

}  // namespace rudolph
