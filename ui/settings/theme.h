#pragma once

#include <QPalette>

namespace rudolph {

/// The colours of the windows: those of the desktop, or one's own choice.
enum class Theme { System, Light, Dark };

/// What was chosen last.
Theme chosenTheme();
/// Remembers it, and gives the application its palette at once: everything on the screen follows.
void chooseTheme(Theme theme);
/// The application's palette for what was chosen last, once at the start.
void applyTheme();

/// Of Theme::Light and Theme::Dark.
QPalette paletteOf(Theme theme);

}  // namespace rudolph
