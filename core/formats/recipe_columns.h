#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/formats/recipe.h"
#include "core/formats/recipe_rows.h"

namespace rudolph {

/// Where in a table the values that a recipe speaks of stand.
struct TableColumns {
    std::vector<int> picture;  ///< whose fields, joined by /, name it; or the one with its pixels
    std::string order;         ///< the values of a point, as RecipePoints::order
    /// For each face of a row, the columns of its points' values: the first point's in `order`,
    /// then the second's …
    std::vector<std::vector<int>> faces;
    std::vector<std::string> point_names;  ///< where the head tells them
    int point = -1;                        ///< the column that says which point the row is
    std::vector<int> box;                  ///< four, or none
    std::vector<std::pair<std::string, int>> attributes;
    int count = 0;      ///< columns of a row
    int first_row = 0;  ///< the index of the first line after the head
};

/// Throws Error when the table has not the columns that the recipe names.
TableColumns table_columns(const Recipe& recipe, const std::vector<std::string_view>& lines,
                           const RowSplitter& splitter, const std::filesystem::path& file);

/// What the head of a table says: the names of the columns, none where there is no head.
struct TableNames {
    TableHead head = TableHead::None;
    std::vector<std::string> names;
    std::vector<int> picture;  ///< of DeepLabCut's tables
    int first_row = 0;
    /// Of DeepLabCut's tables: the animals or faces of a row, whose columns begin with "NAME/".
    std::vector<std::string> individuals;
};
TableNames table_names(const RecipeText& text, const std::vector<std::string_view>& lines,
                       const RowSplitter& splitter);

/// The column of each number or name that a pattern's {i} or {name} stands for, in the order of the
/// numbers, or of the columns. Patterns without such a mark fit the one column.
std::vector<std::pair<std::string, int>> columns_like(const std::string& pattern,
                                                      const std::vector<std::string>& names);

/// The splitter that a recipe's text says, what it leaves open guessed from the lines.
RowSplitter splitter_for(const RecipeText& text, const std::vector<std::string_view>& lines);

}  // namespace rudolph
