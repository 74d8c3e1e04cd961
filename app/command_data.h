#pragma once

#include <filesystem>
#include <string>
#include <vector>

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
/// Adds "--follow-outside" to a command that draws faces into a file.
void add_follow_outside(CLI::App& command, bool& follow);
/// The pictures of a data set that are not drawn without it, of which it tells the person.
std::vector<std::filesystem::path> not_drawn_unasked(const Dataset& dataset, bool follow);
/// Tells it; nothing for none.
void print_not_drawn(const std::vector<std::filesystem::path>& outside);
/// A built-in scheme's name, or a .json file. Throws Error.
LandmarkScheme scheme_named(const std::string& name);

/// {"file", "line", "message", "sample", "others"}; the last one of a problem that stands for so
/// many that are not listed.
Json problem_json(const Problem& problem);
Json problems_json(const std::vector<Problem>& problems);
/// "file:line: message"
std::string problem_text(const Problem& problem);

}  // namespace rudolph
