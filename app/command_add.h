#pragma once

#include <memory>
#include <string>
#include <utility>

#include "app/command.h"

namespace rudolph {

/// Adds a subcommand that makes `chosen` the action, unless one of its own subcommands is named. It
/// is not the callers' sources that make a CLI::App, which takes long to compile.
CLI::App* add_command(CLI::App& parent, Action& action, const std::string& name,
                      const std::string& text, Action chosen);

/// The same with options that the command line fills in before `perform` gets them; they live as
/// long as the command.
template <class Options>
std::pair<CLI::App*, std::shared_ptr<Options>> add_command(CLI::App& parent, Action& action,
                                                           const std::string& name,
                                                           const std::string& text,
                                                           int (*perform)(const Options&)) {
    auto options = std::make_shared<Options>();
    return {add_command(parent, action, name, text, [=] { return perform(*options); }), options};
}

}  // namespace rudolph
