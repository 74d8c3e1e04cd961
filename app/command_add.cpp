#include "app/command_add.h"

#include <CLI/CLI.hpp>

namespace rudolph {

CLI::App* add_command(CLI::App& parent, Action& action, const std::string& name,
                      const std::string& text, Action chosen) {
    CLI::App* command = parent.add_subcommand(name, text);
    command->callback([command, &action, chosen = std::move(chosen)] {
        if (command->get_subcommands().empty())
            action = chosen;
    });
    return command;
}

}  // namespace rudolph
