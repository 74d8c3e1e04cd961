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

/// Adds "--pts-first-pixel 0|1".
void add_pts_option(CLI::App& command, OpenOptions& options);

/// Adds "--recipe NAME|FILE" and "--pictures-only".
void add_recipe_option(CLI::App& command, OpenOptions& options);
/// Adds "--scheme NAME": what the points of the data that is read mean, where the program should
/// not choose by itself.
void add_scheme_option(CLI::App& command, std::string& scheme);
/// A built-in scheme's name, or a .json file. Throws Error.
LandmarkScheme scheme_named(const std::string& name);
/// The options with the scheme of this name; as they are where the name is empty.
OpenOptions with_scheme(OpenOptions options, const std::string& scheme);

/// {"file", "line", "message", "sample"}
Json problem_json(const Problem& problem);
Json problems_json(const std::vector<Problem>& problems);
/// "file:line: message"
std::string problem_text(const Problem& problem);

}  // namespace rudolph
