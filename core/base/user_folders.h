#pragma once

#include <filesystem>

namespace rudolph {

/// Where programs keep what they download, and a person's recipes and schemes: "rudolph" in
/// $XDG_DATA_HOME, else in ~/.local/share (XDG base directory specification, which has relative
/// paths ignored).
std::filesystem::path user_data_folder();
/// What can be made anew: "rudolph" in $XDG_CACHE_HOME, else in ~/.cache, else in the folder for
/// temporary files.
std::filesystem::path user_cache_folder();

}  // namespace rudolph
