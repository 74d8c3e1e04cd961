#pragma once

#include <string>

#include "core/dataset/dataset.h"
#include "core/formats/open_dataset.h"

namespace CLI {
class App;
}

namespace rudolph {

/// open_dataset with progress on standard error, stoppable with Ctrl+C.
Dataset open_data(const std::string& path, const OpenOptions& options = {});

/// Adds "--pts-first-pixel 0|1".
void add_pts_option(CLI::App& command, OpenOptions& options);

/// Adds "--recipe NAME|FILE" and "--pictures-only".
void add_recipe_option(CLI::App& command, OpenOptions& options);

/// {"file", "line", "message", "sample"}
Json problem_json(const Problem& problem);
Json problems_json(const std::vector<Problem>& problems);
/// "file:line: message"
std::string problem_text(const Problem& problem);

}  // namespace rudolph
