#pragma once

#include <filesystem>

namespace rudolph {

/// Whether a path is that of a folder or of something in it, by their names alone: both absolute or
/// both relative to the same place, and without "..".
inline bool is_below(const std::filesystem::path& path, const std::filesystem::path& folder) {
    const std::filesystem::path relative = path.lexically_relative(folder);
    return !relative.empty() && *relative.begin() != "..";
}

}  // namespace rudolph
