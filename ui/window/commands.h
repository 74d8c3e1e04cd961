#pragma once

#include <functional>
#include <vector>

#include "ui/window/command_search.h"

class QAction;

namespace rudolph {

class Guide;
class Session;
class Shortcuts;

/// Everything that the command search finds: the actions of all pages and of the menus, the
/// settings of an experiment (they lead to their field), and the headings of the guide.
std::vector<Command> allCommands(
    const Shortcuts& shortcuts, Session* session, const Guide& guide,
    const std::function<void(QAction* action)>& run_action,
    const std::function<void(const QString& chapter, const QString& anchor)>& show_guide);

}  // namespace rudolph
