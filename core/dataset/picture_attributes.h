#pragma once

#include <map>
#include <string>

#include "core/dataset/dataset.h"

namespace rudolph {

/// Attributes of a sample that begin like this ("image.license") say something of its picture: all
/// faces of the picture have them, and they stay with it when its faces go.
inline constexpr const char* kPictureAttribute = "image.";

/// Those of a face's attributes.
std::map<std::string, std::string> picture_attributes(const Sample& face);

}  // namespace rudolph
