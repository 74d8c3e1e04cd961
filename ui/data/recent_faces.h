#pragma once

class QMenu;

namespace rudolph {

class Session;

/// Adds what was opened before to a menu, the latest first; nothing, where nothing was.
void addRecentFaces(QMenu* menu, Session* session);

}  // namespace rudolph
