#pragma once

#include <string>

#include "core/dataset/dataset.h"
#include "core/formats/open_dataset.h"

namespace CLI {
class App;
}

namespace rudolph {

/// open_dataset with progress on standard error, where it also says what is left out; stoppable
/// with Ctrl+C.
Dataset open_data(const std::string& path, const OpenOptions& options = {});

/// Adds what cannot be seen from the data: "--pts-first-pixel", "--images", "--scheme", "--recipe",
/// "--pictures-only", "--every" and "--keypoints".
void add_open_options(CLI::App& command, OpenOptions& options);
/// A built-in scheme's name, or a .json file. Throws Error.
LandmarkScheme scheme_named(const std::string& name);

/// {"file", "line", "message", "sample", "others"}; the last one of a problem that stands for so
/// many that are not listed.
Json problem_json(const Problem& problem);
Json problems_json(const std::vector<Problem>& problems);
/// "file:line: message"
std::string problem_text(const Problem& problem);

}  // namespace rudolph
