#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json_fwd.h"

namespace rudolph {

/// How the points of a recipe's files are laid out.
enum class RecipeLayout {
    FilePerFace,  ///< a file of numbers for each picture
    RowPerFace,   ///< a table in which each row is a face
    RowPerPoint,  ///< a table in which each row is one point of a face
    Blocks        ///< one file: a line with the picture's name, then lines of numbers, and again
};

/// What tells which picture the points belong to.
enum class PictureFrom {
    FileName,   ///< the name of the file of points, less `prefix` and `suffix`
    FirstLine,  ///< the first line of the file of points
    Column,     ///< a column of the table
    Pixels      ///< no file at all: a column holds the grey values of the picture's pixels, or,
                ///< of a MATLAB file, the picture
};

/// What the first rows of a table are.
enum class TableHead {
    Guess,
    None,
    Names,      ///< one row with the names of the columns
    DeepLabCut  ///< rows "scorer", perhaps "individuals", "bodyparts", "coords"
};

/// What coordinates are relative to.
enum class RecipeFrame {
    Pixels,   ///< pixels of the picture
    Picture,  ///< (0, 0) to `size` is the whole picture
    Centre,   ///< pixels from the middle of the picture, y upwards
    Box       ///< (0, 0) to `size` is the face's box
};

enum class RecipeBoxKind {
    Corners,  ///< x_min y_min x_max y_max
    Size      ///< x_min y_min width height
};

/// A column of a table: by the name in its head (upper and lower case may differ), or, where that
/// is empty, by its number from 0; negative numbers count from the end.
struct RecipeColumn {
    std::string name;
    int index = 0;

    bool operator==(const RecipeColumn&) const = default;
};

/// How numbers stand in the text.
struct RecipeText {
    /// Between two fields: a character, ' ' for any white space, '*' for any of all those; 0:
    /// guessed.
    char separator = 0;
    char decimal = 0;    ///< '.' or ','; 0: guessed
    int skip_lines = 0;  ///< passed over at the top of each file
    TableHead head = TableHead::Guess;
    bool count_first = false;  ///< the first number of a face says how many points follow
    int skip_numbers = 0;      ///< of a face, before its points (and after the count)
    /// Of MATLAB's files: the variable that holds the points, the first of these that is there.
    /// A structure's field is "structure.field".
    std::vector<std::string> variables;

    bool operator==(const RecipeText&) const = default;
};

struct RecipePictures {
    PictureFrom from = PictureFrom::FileName;
    /// What the points' file name has before and after the picture's: "_landmarks". A picture's
    /// extension may follow the picture's name ("face.jpg.cat").
    std::string prefix;
    std::string suffix;
    /// What the picture's name has of its own around that: "face_001.jpg" for "points_001.txt".
    std::string picture_prefix;
    std::string picture_suffix;
    RecipeColumn column;  ///< with the name or the pixels
    /// Preferred where several pictures have the name; a name or a path relative to the data set.
    std::string folder;

    bool operator==(const RecipePictures&) const = default;
};

/// Where the coordinates stand. A letter stands for a value: x, y, v (visibility as COCO has it: 0
/// not labelled, 1 hidden, 2 visible), s (seen: 0 hidden, else visible), o (occluded: 0 visible,
/// else hidden), c (confidence: 0 and less is not labelled), n (the point's name), - (ignored).
struct RecipePoints {
    std::string order = "xy";  ///< the values of one point
    bool in_blocks = false;    ///< first the x of all points, then the y of all …
    int first = 0;             ///< the column of the first value, in tables
    int count = 0;             ///< points of a face; 0: as many as there are
    /// In tables with a head, instead of `first` and `count`: for each letter the name of its
    /// columns, with the point's number as {i} ("x{i}", "{2i+1}") or its name as {name}
    /// ("{name}_x").
    std::map<char, std::string> columns;
    RecipeColumn point;  ///< of RowPerPoint: which point the row is; unnamed and 0: as they come
    bool has_point_column = false;
    /// What stands for a point that is not there, besides an empty field and NaN: numbers ("-1",
    /// either coordinate), or a pair ("0,0").
    std::vector<std::string> missing;

    bool operator==(const RecipePoints&) const = default;
};

struct RecipePlace {
    RecipeFrame frame = RecipeFrame::Pixels;
    double width = 1;  ///< the frame's size where it is Picture or Box
    double height = 1;
    double first_pixel = 0;  ///< the coordinate of the top-left pixel: 0 or 1

    bool operator==(const RecipePlace&) const = default;
};

struct RecipeBox {
    std::vector<RecipeColumn> columns;  ///< four, or none
    RecipeBoxKind kind = RecipeBoxKind::Corners;

    bool operator==(const RecipeBox&) const = default;
};

/// What a data set must have for the recipe to be tried unasked. All of it must hold.
struct RecipeSigns {
    std::vector<std::string> files;    ///< for each of these patterns a file
    std::vector<std::string> columns;  ///< names in the head of the table
    int points = 0;                    ///< of most faces; 0: any number

    bool empty() const { return files.empty() && columns.empty() && points == 0; }
    bool operator==(const RecipeSigns&) const = default;
};

/// How a layout that has no reader of its own is read: which files hold points, to which pictures
/// they belong, and which numbers are what. A value; read_by_recipe() carries it out.
///
/// Patterns of files know * (any part of a name), ? (one character) and ** (any folders); one
/// without a / is compared with the name alone. Upper and lower case do not differ.
struct Recipe {
    std::string name;   ///< "wflw"
    std::string title;  ///< for people
    RecipeLayout layout = RecipeLayout::FilePerFace;
    std::vector<std::string> files;   ///< patterns of the files that hold points
    std::vector<std::string> ignore;  ///< patterns of files, and of pictures in tables, to pass by
    RecipeText text;
    RecipePictures pictures;
    RecipePoints points;
    RecipePlace place;
    RecipeBox box;
    std::vector<std::pair<std::string, RecipeColumn>> attributes;  ///< and their names
    /// The landmark scheme; empty: the built-in one that fits best, else numbered points.
    std::string scheme;
    /// The part of the set for names of files: "train": ["*train*"]. Beside it, the words train,
    /// val and test in a file's path are understood.
    std::map<std::string, std::vector<std::string>> parts;
    RecipeSigns recognise;

    bool operator==(const Recipe&) const = default;
};

/// Throws Error naming the key that is unknown, missing or wrong; `file` is for messages.
Recipe recipe_from_json(const Json& json, const std::filesystem::path& file = {});
/// What differs from the defaults.
Json to_json(const Recipe& recipe);

/// Reads a recipe's file. Throws Error.
Recipe read_recipe(const std::filesystem::path& file);

/// Whether a path relative to the data set (with / between folders) fits a pattern of a recipe.
bool fits_pattern(const std::string& pattern, const std::string& relative_path);
bool fits_any(const std::vector<std::string>& patterns, const std::string& relative_path);

/// One or two sentences for people: how the recipe reads.
std::string recipe_text(const Recipe& recipe);

}  // namespace rudolph
