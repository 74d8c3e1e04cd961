#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rudolph {

/// The files of resources/ that core needs (landmark schemes, experiment presets, models), compiled
/// into the library so that a program works wherever it is copied to. Names are relative, e.g.
/// "schemes/ibug-68.json". Throws Error for a name that is not there.
std::string_view resource(std::string_view name);

/// The names that start with `folder`, in alphabetical order.
std::vector<std::string> resource_names(std::string_view folder);

}  // namespace rudolph
