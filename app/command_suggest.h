#pragma once

#include "app/command.h"

namespace rudolph {

void add_suggest_command(CLI::App& app, Action& action);

}  // namespace rudolph
