#pragma once

#include <filesystem>
#include <string>

#include "app/command.h"

namespace rudolph {

/// A run folder as it is named, or its name in runs/.
std::filesystem::path run_folder(const std::string& name);

void add_runs_command(CLI::App& app, Action& action);

}  // namespace rudolph
