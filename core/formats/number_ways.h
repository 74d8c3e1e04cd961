#pragma once

#include <string>
#include <vector>

#include "core/formats/recipe.h"
#include "core/formats/recipe_rows.h"

namespace rudolph {

/// One way in which the numbers of a face may be points.
struct NumberWay {
    RecipePoints points;
    RecipePlace place;
    bool count_first = false;
    int skip_numbers = 0;
    double prior = 1;  ///< as RecipeCandidate::prior
};

/// The numbers of a face line by line; words that stand among them are NaN.
struct NumberLines {
    std::vector<std::vector<double>> rows;
    std::vector<bool> word_columns;  ///< where all rows are as long: columns that hold words
};

/// The lines of one face's text that hold points.
NumberLines number_lines(const std::vector<std::string_view>& lines, const RowSplitter& splitter);

/// The ways to make points of the numbers of some faces, each face's in its lines.
std::vector<NumberWay> number_ways(const std::vector<NumberLines>& faces);

/// What a value beside x and y is, by all of its values: v, s, o, c or -, as RecipePoints has them.
char flag_letter(const std::vector<double>& values);

/// The frames that coordinates of this range may be in, and how likely each is. `x` and `y` are all
/// the coordinates, without those of missing points.
std::vector<std::pair<RecipePlace, double>> plausible_places(const std::vector<double>& x,
                                                             const std::vector<double>& y);

/// How missing points are marked among these coordinates: "-1", "0,0".
std::vector<std::string> missing_marks(const std::vector<double>& x, const std::vector<double>& y);

}  // namespace rudolph
