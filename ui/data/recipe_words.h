#pragma once

#include <QString>

#include "core/formats/suggest_recipes.h"

namespace rudolph {

/// "Found: 3 pictures (.jpg) in images · 3 files of numbers (.txt) in points".
QString surveyWords(const Survey& survey);

/// How a recipe reads, in one line: "A file for each picture (*.txt), x and y in turn".
QString recipeWords(const Recipe& recipe);

/// What a recipe makes of a sample of the faces: "24 of 24 faces · 68 points · 99 % inside the
/// pictures". Empty where it reads no face.
QString readingWords(const RecipeSuggestion& tried);

/// What to try where the points lie as no face's do; empty: they look right.
QString doubtWords(const RecipeSuggestion& tried);

/// Fields of a recipe as one types them: patterns between commas, a column's name or number.
QString listText(const std::vector<std::string>& list);
std::vector<std::string> typedList(const QString& text);
QString columnText(const RecipeColumn& column);
RecipeColumn typedColumn(const QString& text);

}  // namespace rudolph
