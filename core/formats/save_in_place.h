#pragma once

#include <filesystem>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/formats/file_stamp.h"
#include "core/formats/format.h"

namespace rudolph {

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
