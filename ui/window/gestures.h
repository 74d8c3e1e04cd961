#pragma once

namespace rudolph {

class Shortcuts;

/// What the mouse does, and keys that are no action's, for the list of keys.
void addGestures(Shortcuts* shortcuts);

}  // namespace rudolph
