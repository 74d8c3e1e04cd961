#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace rudolph::test {

/// The files in a folder and below it, hidden ones included, relative to it and sorted.
inline std::vector<std::string> files_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (!entry.is_directory())
            names.push_back(entry.path().lexically_relative(folder).string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace rudolph::test
