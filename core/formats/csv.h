#pragma once

#include <string_view>

#include "core/formats/format.h"
#include "core/formats/open_options.h"

namespace rudolph {

/// Whether the file's first line is the head of a table of points.
bool looks_like_csv(const std::filesystem::path& file);

/// One row of a table of points, before its picture is looked for.
struct CsvFace {
    std::string picture;  ///< as the file names it; empty: the table has no such column
    Landmarks points;     ///< an empty field is a point that is not labelled
    int line = 0;
    std::map<std::string, std::string> attributes;  ///< the other columns, by their names
};

struct CsvTable {
    int points = 0;               ///< that the head has columns for
    bool names_pictures = false;  ///< it has a column for them
    int unread_columns = 0;
    std::vector<CsvFace> faces;
    std::vector<Problem> problems;
};

/// Reads a table with columns part_0_x, part_0_y, … or x_0, …, y_0, … (in any order), and the
/// picture's name in a column image_name, image, file, file_name, filename, name or path. Fields
/// are separated by commas, semicolons or tabs, and numbers may have a decimal comma. OpenFace's
/// X_0, Y_0, Z_0 are millimetres and no points. Throws Error when the head is not such a one, or
/// the table is about a video; `file` is for messages.
CsvTable parse_csv(std::string_view text, const std::filesystem::path& file);

/// Picture names are relative to the table's folder; without a column of names the picture with the
/// table's stem is meant. Rows of one picture are its faces. Points are 0-based.
ReaderResult read_csv(const std::filesystem::path& file, Dataset& dataset,
                      const CancelToken& cancel = {}, const ProgressCallback& progress = {},
                      const OpenOptions& options = {});

/// Points and which of them are labelled; pictures without points are left out.
FormatWriter csv_writer();

}  // namespace rudolph
