#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

/// What a journal that no running program holds has to give back.
struct JournalContents {
    std::filesystem::path file;
    std::filesystem::path source;  ///< the data set that it belongs to
    std::chrono::system_clock::time_point last_edit;
    int edits = 0;  ///< entries
    std::optional<LandmarkScheme> scheme;
    /// The last state of each picture that was edited.
    std::map<std::filesystem::path, std::vector<Sample>> pictures;
    int damaged_lines = 0;  ///< a line broken off by a crash, or changed; left out
};

/// The journals of a data set that no running program has locked, the oldest first. Broken files
/// are given as far as they can be read; files in which there is nothing of a journal are left out.
/// They stay until the caller removes them.
std::vector<JournalContents> find_journals(const std::filesystem::path& source,
                                           const std::filesystem::path& fallback_folder);

}  // namespace rudolph
