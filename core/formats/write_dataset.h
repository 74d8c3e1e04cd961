#pragma once

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/formats/file_stamp.h"
#include "core/formats/format.h"

namespace rudolph {

/// What happens to the pictures when a data set is written somewhere else.
enum class PictureHandling {
    Copy,  ///< beside the files of points, under the same relative names
    Link,  ///< the same, as symbolic links
    Refer  ///< they stay where they are: lists name them by a relative path; for formats with a
           ///< file per picture only the files of points are written
};

/// Something that a format cannot hold, said before it is written.
struct Loss {
    std::string
        message;  ///< "dlib XML keeps whole pixels: up to 0.5 px lost on 68 points of 12 faces"
    std::vector<std::string> sample_ids;  ///< the faces it is about
    double pixels = 0;                    ///< the largest shift, where points move

    bool operator==(const Loss&) const = default;
};

/// What writing loses, the gravest first; empty: reading the files again gives the same faces.
/// Differences below a millionth of a pixel are none. Proposals that nobody has accepted are
/// written by no format but the project; they count as lost points. So do faces that could not be
/// read (entries of `dataset.problems` with a line of the list) when the list is written over,
/// except in COCO's format, which keeps them. Takes about a second for 100 000 faces.
std::vector<Loss> losses(const Dataset& dataset, DatasetFormat format,
                         const FormatOptions& options = {}, const CancelToken& cancel = {});

struct WriteRequest {
    DatasetFormat format = DatasetFormat::Project;
    /// A folder (made when missing) or, for formats of one file, that file or the folder it goes
    /// to.
    std::filesystem::path destination;
    PictureHandling pictures = PictureHandling::Copy;
    FormatOptions options;
    /// Existing annotation files are written over only when this says so.
    bool overwrite = false;
};

/// Writes a data set somewhere: all files are staged beside their destinations, flushed, and
/// renamed only when every one is complete, so that a failure or a cancel changes nothing that was
/// there. Image sizes that are missing and needed are found by decoding. Returns the file or folder
/// that open_dataset() reads back. Throws Error.
std::filesystem::path write_dataset(const Dataset& dataset, const WriteRequest& request,
                                    const CancelToken& cancel = {},
                                    const ProgressCallback& progress = {});

/// The files that save_in_place() would write over or remove.
std::vector<std::filesystem::path> files_in_place(
    const Dataset& dataset, const std::vector<std::filesystem::path>& changed);

/// Writes a data set back into the files that it was read from (`dataset.source`, its format):
/// lists whole, formats with a file per picture only for the pictures in `changed` (a picture whose
/// face lost its points loses its file). Files whose stamp differs from `stamps` were changed by
/// someone else: then nothing is written and the names are returned, unless `overwrite` is set.
/// Otherwise returns an empty list, and `stamps` is brought up to date. Atomic as write_dataset().
/// Throws Error.
std::vector<std::filesystem::path> save_in_place(const Dataset& dataset,
                                                 const std::vector<std::filesystem::path>& changed,
                                                 const FormatOptions& options, FileStamps& stamps,
                                                 bool overwrite, const CancelToken& cancel = {},
                                                 const ProgressCallback& progress = {});

}  // namespace rudolph
