#include "core/dataset/picture_attributes.h"

namespace rudolph {

std::map<std::string, std::string> picture_attributes(const Sample& face) {
    std::map<std::string, std::string> attributes = face.attributes;
    std::erase_if(attributes, [](const auto& attribute) {
        return !attribute.first.starts_with(kPictureAttribute);
    });
    return attributes;
}

}  // namespace rudolph
