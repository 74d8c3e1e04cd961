#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph::test {

/// What the small run was trained on.
Dataset faces_of_sound_run();
/// The files of a small run that can be read: their names and bytes.
std::vector<std::pair<std::string, std::string>> sound_run_files();
/// Each of them with its number before it, as the fuzzed reader of runs takes them.
std::vector<std::string> run_seeds();

}  // namespace rudolph::test
