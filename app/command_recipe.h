#pragma once

#include "app/command.h"

namespace rudolph {

/// Adds "rudolph recipe": suggest, list, show.
void add_recipe_command(CLI::App& app, Action& action);

}  // namespace rudolph
