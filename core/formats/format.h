#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/formats/reader.h"

namespace rudolph {

/// How a format lays its faces out on disk.
enum class FormatLayout {
    FilePerPicture,  ///< a small file beside each picture
    OneFile          ///< one file that names the pictures
};

struct FormatInfo {
    DatasetFormat format = DatasetFormat::Imm;
    std::string key;    ///< on the command line: "asf", "pts", "dlib", "csv", "coco", "yolo", …
    std::string title;  ///< for people: "iBUG .pts"
    std::string extension;  ///< of the files with the points: ".pts"
    FormatLayout layout = FormatLayout::FilePerPicture;
    bool needs_image_size = false;
    std::string list_name;  ///< the usual name of the one file: "labels.xml"; empty for others
    /// Who trains with it takes a picture without a face in it for one that shows none.
    bool lists_negatives = false;
};

enum class CsvColumns {
    Part,  ///< part_0_x, part_0_y, part_1_x, …
    Xy     ///< x_0, …, x_67, y_0, …, y_67, as OpenFace writes them
};

/// What can be chosen when a format is written.
struct FormatOptions {
    int pts_first_pixel = 1;  ///< the coordinates of the top-left pixel in .pts files: 1 or 0
    CsvColumns csv_columns = CsvColumns::Part;
    /// Pictures on which nothing is annotated are written by formats that list negatives, and
    /// become such; else they are left out, unless the list was read in the same format.
    bool keep_unannotated = false;

    bool operator==(const FormatOptions&) const = default;
};

/// A file that is to be written.
struct OutputFile {
    std::filesystem::path path;  ///< absolute
    std::string bytes;
};

/// One format's writer: two pure functions over the same data set. Its pictures lie where they will
/// lie when the files are read (write_dataset() has moved the samples' `image` there); `list` is
/// the file to write for FormatLayout::OneFile, the folder else.
struct FormatWriter {
    /// What reading the written files gives back, computed with the same arithmetic, except that
    /// samples keep their ids, that faces a format has no place for are left out, and that name,
    /// root, source and problems are not looked at. Says nothing else about what is lost:
    /// losses() compares.
    std::function<Dataset(Dataset, const FormatOptions&)> held;
    /// The files. `dataset` is what held() returned. Throws Error when something is missing that
    /// the format cannot do without (an image size of 0×0).
    std::function<std::vector<OutputFile>(const Dataset& dataset, const std::filesystem::path& list,
                                          const FormatOptions& options)>
        print;
};

std::vector<OutputFile> one_file(std::filesystem::path path, std::string bytes);

/// Pictures that differ from another one of the data set in their extension alone.
std::set<std::filesystem::path> pictures_of_shared_stems(const Dataset& dataset);
/// The file of a picture's points: face.pts for face.jpg; face.jpg.pts where the stem is shared.
std::filesystem::path points_file_name(const std::filesystem::path& picture,
                                       const std::string& extension,
                                       const std::set<std::filesystem::path>& shared);

/// What formats with a file of bare points per picture hold: each picture with its first true face
/// that has all of its points labelled, as points only; pictures without such a face stay without.
Dataset one_bare_face_per_picture(Dataset dataset);

/// The data set without what only a project holds: states, notes, and the points that a network has
/// proposed (their boxes stay).
Dataset truth_only(Dataset dataset);

/// Points that are not labelled have no place; where none is, there are no points.
void forget_unlabelled(Landmarks& points);
/// The face without its box, its attributes and what is not labelled; all that is left is visible.
void keep_points_alone(Sample& face);

/// Leaves out faces with neither box nor points where their picture has others; the last one stands
/// for the picture itself.
void drop_blank_faces(Dataset& dataset);

/// The faces of pictures that are left out, see FormatOptions::keep_unannotated: whose pictures
/// have neither a box nor a true point.
std::vector<Sample> take_unannotated(Dataset& dataset, DatasetFormat format,
                                     const FormatOptions& options);

/// Throws Error when the picture's size is not known.
void require_image_size(const Sample& face);

/// The formats that can be written, in the order in which they are offered.
const std::vector<FormatInfo>& writable_formats();
const FormatInfo& format_info(DatasetFormat format);
/// By its key; throws Error naming the keys there are.
const FormatInfo& format_named(const std::string& key);
/// Throws Error for formats that can be read only.
const FormatWriter& writer_of(DatasetFormat format);

}  // namespace rudolph
