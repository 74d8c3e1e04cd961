#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

/// Enough of a file to notice that someone has changed it.
struct FileStamp {
    std::uint64_t size = 0;
    std::int64_t modified_ns = 0;

    bool operator==(const FileStamp&) const = default;
};

/// Empty when there is no such file.
std::optional<FileStamp> file_stamp(const std::filesystem::path& file);

/// By path; an empty stamp: there was no such file.
using FileStamps = std::map<std::filesystem::path, std::optional<FileStamp>>;

/// The stamps of all files that saving this data set in place could write: the list, or the file of
/// points beside each picture. Taken when a data set is opened.
FileStamps annotation_stamps(const Dataset& dataset);

}  // namespace rudolph
