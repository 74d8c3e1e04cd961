#pragma once

#include "app/command.h"

namespace rudolph {

/// The commands under "rudolph runs" that take several runs.
void add_run_comparisons(CLI::App& runs_command, Action& action);

}  // namespace rudolph
