#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/geometry/landmark_scheme.h"

namespace rudolph {

/// One face in one picture.
struct Sample {
    /// Unique in its data set and the same whenever it is opened: the picture's path relative to
    /// the data set's root without its extension ("04-1m", "afw/1051618982_1"), and "#2" for the
    /// second box of a picture, "#3" for the third.
    std::string id;
    std::filesystem::path image;
    cv::Size image_size;        ///< 0×0 until the picture has been decoded
    std::optional<Box> box;     ///< a face detector's box in the image, where the data set has one
    Landmarks points_in_image;  ///< empty when the face has no points
    /// Whose face: samples with the same text must be on the same side of a split. IMM's person
    /// ("04"); elsewhere the picture without "_mirror", so that twins stay together.
    std::string person;
    std::optional<int> view;  ///< IMM's view, 1 to 6

    bool operator==(const Sample&) const = default;
};

/// Something that is wrong with a data set and does not stop the rest of it from being used.
struct Problem {
    std::filesystem::path file;
    int line = 0;  ///< 1-based; 0: the whole file
    std::string message;
    std::string sample_id;  ///< the sample it is about, when that could be read; else empty

    bool operator==(const Problem&) const = default;
};

enum class DatasetFormat { Imm, Pts, DlibXml };

std::string to_string(DatasetFormat format);  ///< "IMM .asf", "iBUG .pts", "dlib XML"

/// Annotated faces, in a steady order (by file name; in a list's order for XML).
struct Dataset {
    std::string name;              ///< the folder's or the list's name
    std::filesystem::path root;    ///< the folder that sample ids are relative to
    std::filesystem::path source;  ///< what was opened: a folder, or an XML file; absolute
    DatasetFormat format = DatasetFormat::Imm;
    LandmarkScheme scheme;  ///< all samples with points have this many
    std::vector<Sample> samples;
    std::vector<Problem> problems;

    /// Indices of the samples that have points: those that can be trained on and measured.
    std::vector<int> labelled() const;
    /// The index of a sample, empty when there is none with that id.
    std::optional<int> find(const std::string& id) const;
};

/// Opens a folder of .asf files (with pictures of the same stem), a folder of .pts files (searched
/// through its subfolders), a dlib XML list, or a folder that holds exactly one such list: the
/// format is found by looking. A folder with one dlib list and .pts files opens as the list, which
/// adds the boxes. Points are converted to the convention of Landmarks. Pictures are looked for but
/// decoded only where the format needs their size (.asf).
///
/// Files that cannot be read, counts that do not match, values that are no numbers or infinite, and
/// missing pictures become problems; a sample they spoil is left out. The most frequent number of
/// points decides the scheme; faces with another number become problems.
/// Throws Error when nothing at all can be made of `path`, saying what was looked for.
Dataset open_dataset(const std::filesystem::path& path, const CancelToken& cancel = {},
                     const ProgressCallback& progress = {});

/// Decodes every picture (on all processors), fills in image sizes, and looks for what can only be
/// seen then. Samples whose picture does not decode are moved to the problems; samples with points
/// outside the picture by more than a quarter of its longer side get a problem and stay.
void check_images(Dataset& dataset, const CancelToken& cancel = {},
                  const ProgressCallback& progress = {});

}  // namespace rudolph
