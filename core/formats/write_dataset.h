#pragma once

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/formats/format.h"

namespace rudolph {

/// What happens to the pictures when a data set is written somewhere else.
enum class PictureHandling {
    Copy,  ///< beside the files of points, under the same relative names
    Link,  ///< the same, as symbolic links
    Refer  ///< they stay where they are: lists name them by a relative path; for formats with a
           ///< file per picture only the files of points are written
};

struct WriteRequest {
    DatasetFormat format = DatasetFormat::Project;
    /// A folder (made when missing) or, for formats of one file, that file or the folder it goes
    /// to.
    std::filesystem::path destination;
    PictureHandling pictures = PictureHandling::Copy;
    FormatOptions options;
    /// Existing annotation files are written over only when this says so.
    bool overwrite = false;
    /// Copies of pictures keep what else their files tell: where they were taken, by which camera,
    /// remarks, previews (core/image/private_data.h).
    bool keep_private_data = false;
    /// Pictures that do not lie with the data set (see outside.h) are copied, too; else they are an
    /// error that names the first. What is no picture is never copied.
    bool follow_outside = false;
    /// The folders that pictures may lie in, where they are not the data set's own (see
    /// pictures_outside): of sets that were joined.
    std::vector<std::filesystem::path> folders = {};
    /// If given, filled with what became of the pictures.
    struct CopiedPictures* copied = nullptr;
};

/// Pictures that were copied.
struct CopiedPictures {
    int cleaned = 0;  ///< those whose files told more than the copies do
    /// Those of kinds out of which that cannot be taken, so that it is in the copies still.
    std::vector<std::filesystem::path> not_cleaned;
};

/// Writes a data set somewhere: all files are staged beside their destinations, flushed, and
/// renamed only when every one is complete, so that a failure or a cancel changes nothing that was
/// there. Formats with relative places get the sizes of the pictures themselves. Returns the file
/// or folder that open_dataset() reads back. Throws Error.
std::filesystem::path write_dataset(const Dataset& dataset, const WriteRequest& request,
                                    const CancelToken& cancel = {},
                                    const ProgressCallback& progress = {});

/// Whether a format is one file that needs no others beside it, but the pictures.
bool is_whole_in_one_file(DatasetFormat format);

/// What write_dataset() would put into the file of such a format, the pictures staying where they
/// are: their names are relative to the folder of `list`, which is not written. Throws Error.
std::string text_of_list(const Dataset& dataset, DatasetFormat format, const FormatOptions& options,
                         const std::filesystem::path& list, const CancelToken& cancel = {},
                         const ProgressCallback& progress = {});

}  // namespace rudolph
