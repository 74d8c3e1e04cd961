#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/dataset/dataset.h"

namespace rudolph {

/// Sample::attributes: the part of its set that a face belongs to, where the files say so. Faces
/// without it are of "train".
inline constexpr const char* kSetPart = "part";
inline constexpr const char* kTrainPart = "train";
inline constexpr const char* kValidationPart = "val";
inline constexpr const char* kTestPart = "test";

/// The part that the name of a list or a folder means: "train", "training", "train2017" …, "val",
/// "valid", "validation", "dev", "test", "testing", standing alone or between other words
/// ("person_keypoints_val2017"). Empty: none, or several.
std::string part_in_name(std::string_view name);

/// The part that a face is of.
std::string part_of(const Sample& face);

}  // namespace rudolph
