#pragma once

#include <QPalette>

namespace rudolph {

/// The palette with placeholder texts that can be read on its ground: themes of desktops may leave
/// their colour as it is for light windows. Others stay as they are.
QPalette withReadablePlaceholders(const QPalette& palette);

/// Gives the application such a palette, now and whenever the desktop's changes.
void keepPlaceholdersReadable();

}  // namespace rudolph
