#pragma once

#include <filesystem>
#include <string>

#include "app/command.h"

namespace rudolph {

/// A run folder as it is named, or its name in runs/.
std::filesystem::path run_folder(const std::string& name);

/// The commands under "rudolph runs" that take several runs.
void add_run_comparisons(CLI::App& runs_command, Action& action);

}  // namespace rudolph
