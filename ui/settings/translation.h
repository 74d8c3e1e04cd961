#pragma once

#include <QString>
#include <string>
#include <vector>

namespace rudolph {

/// A language that the studio's texts are there in.
struct Language {
    QString code;  ///< "de"
    QString name;  ///< in itself: "Deutsch"
};
std::vector<Language> languages();

/// Gives the application the texts of a language, and its numbers and dates; an empty code stands
/// for the system's language, English where that is not there. Texts on the screen stay as they
/// are until they are made anew: see MainWindow::chooseLanguage().
void installTranslation(const QString& code);

/// Part of installTranslation(): "1 face" and "2 faces" in the sources' own English.
void installEnglishPlurals();

/// A text of core's in the person's language: names and tips of settings, descriptions of presets.
/// Texts that are not there stay as they are.
QString coreText(const std::string& text);
/// The name of a point or of a distance between points. Those of the built-in schemes are made of
/// words between commas, some with a number ("jaw, viewer's left 8"), and each of these is
/// translated; where a word is not known, as in a person's own scheme, all stays as it is.
QString landmarkText(const std::string& name);

}  // namespace rudolph
