#pragma once

#include "app/command.h"

namespace rudolph {

void add_study_command(CLI::App& app, Action& action);

}  // namespace rudolph
