#include "core/base/resources.h"

#include "core/base/error.h"

namespace rudolph {

/// Made by CMake from the files: pairs of a name and its text, in alphabetical order.
struct EmbeddedResource {
    std::string_view name;
    std::string_view text;
};
extern const EmbeddedResource kEmbeddedResources[];
extern const unsigned long kEmbeddedResourceCount;

std::string_view resource(std::string_view name) {
    for (unsigned long i = 0; i < kEmbeddedResourceCount; ++i)
        if (kEmbeddedResources[i].name == name)
            return kEmbeddedResources[i].text;
    throw Error("there is no built-in file named '" + std::string(name) + "'");
}

std::vector<std::string> resource_names(std::string_view folder) {
    std::vector<std::string> names;
    for (unsigned long i = 0; i < kEmbeddedResourceCount; ++i)
        if (kEmbeddedResources[i].name.starts_with(folder))
            names.emplace_back(kEmbeddedResources[i].name);
    return names;
}

}  // namespace rudolph
