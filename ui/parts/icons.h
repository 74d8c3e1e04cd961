#pragma once

#include <QIcon>
#include <QString>

namespace rudolph {

/// An icon of resources/icons by its name, drawn in the text colour of the application's palette at
/// the moment it is painted, so that it fits light and dark alike.
QIcon themedIcon(const QString& name);

/// The program's mark, in its own colours.
QIcon markIcon();

}  // namespace rudolph
