#pragma once

#include <string>

#include "app/program_description.h"

namespace rudolph {

/// Scripts that make a shell complete the program's commands, options and what they take: choices
/// and known names, files elsewhere, nothing where a number stands.
std::string bash_completion(const ProgramDescription& program);
std::string zsh_completion(const ProgramDescription& program);

}  // namespace rudolph
