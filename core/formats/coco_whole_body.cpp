#include "core/formats/coco_whole_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/formats/coco_fields.h"

namespace rudolph {
namespace {

constexpr const char* kBody = "keypoints";

struct BodyPart {
    const char* points;  ///< also the name that a person gives
    const char* valid;
    const char* box;
    const char* name;  ///< of the category
    const char* several;
};

constexpr std::array kBodyParts = {
    BodyPart{"face_kpts", "face_valid", "face_box", "face", "faces"},
    BodyPart{"lefthand_kpts", "lefthand_valid", "lefthand_box", "left hand", "left hands"},
    BodyPart{"righthand_kpts", "righthand_valid", "righthand_box", "right hand", "right hands"},
    BodyPart{"foot_kpts", "foot_valid", "foot_box", "feet", "pairs of feet"},
};

bool has_part(const Json& annotation, const BodyPart& part) {
    if (!annotation.is_object() || coco_list(annotation, part.points).empty())
        return false;
    const auto valid = annotation.find(part.valid);
    return valid == annotation.end() || !valid->is_boolean() || valid->get<bool>();
}

bool has_body(const Json& annotation) {
    const Json& values = coco_list(annotation, kBody);
    for (size_t i = 2; i < values.size(); i += 3)
        if (values[i].is_number() && values[i].get<double>() > 0)
            return true;
    return false;
}

/// The annotations as those of one part.
Json annotations_of(const Json& list, const BodyPart& part, long long category) {
    Json taken = Json::array();
    for (const Json& annotation : list) {
        if (!has_part(annotation, part))
            continue;
        Json face = {{kBody, annotation[part.points]}, {kCocoCategoryId, category}};
        for (const char* key : {kCocoId, "image_id"})
            if (annotation.contains(key))
                face[key] = annotation[key];
        if (coco_list(annotation, part.box).size() == 4)
            face["bbox"] = annotation[part.box];
        taken.push_back(std::move(face));
    }
    return taken;
}

}  // namespace

WholeBodyPart take_whole_body_part(Json& coco, const std::string& wanted) {
    const Json list = coco_list(coco, kCocoAnnotations);
    std::map<std::string, int> counts;
    bool whole_body = false;
    for (const Json& annotation : list) {
        if (!annotation.is_object())
            continue;
        counts[kBody] += has_body(annotation) ? 1 : 0;
        for (const BodyPart& part : kBodyParts) {
            whole_body = whole_body || annotation.contains(part.points);
            counts[part.points] += has_part(annotation, part) ? 1 : 0;
        }
    }
    const std::string face = kBodyParts.front().points;
    WholeBodyPart result;
    result.taken = !wanted.empty()                     ? wanted
                   : whole_body && counts.at(face) > 0 ? face
                                                       : std::string(kBody);
    if (result.taken != kBody && counts[result.taken] == 0)
        throw Error("no annotation has '" + result.taken + "'", {},
                    "a whole-body COCO file has face_kpts, lefthand_kpts, righthand_kpts or "
                    "foot_kpts beside keypoints");
    if (!whole_body)
        return result;
    std::string others;
    const auto add_other = [&](const char* key, const char* name) {
        if (key != result.taken && counts[key] > 0)
            others +=
                fmt::format("{}{} {} ({})", others.empty() ? "" : ", ", counts[key], name, key);
    };
    add_other(kBody, "bodies");
    for (const BodyPart& part : kBodyParts) {
        add_other(part.points, part.several);
        if (part.points != result.taken)
            continue;
        const long long category = 1;
        coco[kCocoAnnotations] = annotations_of(list, part, category);
        coco[kCocoCategories] = Json::array({{{kCocoId, category}, {"name", part.name}}});
    }
    if (!others.empty())
        result.said.push_back(
            fmt::format("the bodies of this file have several parts: '{}' is "
                        "read, and not {}; the other parts open by their names",
                        result.taken, others));
    return result;
}

}  // namespace rudolph
