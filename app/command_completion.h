#pragma once

#include "app/command.h"

namespace rudolph {

/// Adds "completion bash|zsh|man", which prints what shells and man read about all commands of the
/// program: added last. It is not in the help: packages run it.
void add_completion_command(CLI::App& app, Action& action);

}  // namespace rudolph
