#pragma once

class QPushButton;
class QAction;

namespace rudolph {

class PageActions;

/// The table of what can be done on the Photos page; who does it connects to the actions.
void addPhotoActions(PageActions& actions);

/// A button that does what an action does, while it can be done.
void followAction(QPushButton* button, QAction* action);

}  // namespace rudolph
