#pragma once

#include "app/command.h"

namespace rudolph {

void add_demo_faces_command(CLI::App& app, Action& action);

}  // namespace rudolph
