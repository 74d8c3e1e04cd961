#pragma once

#include <filesystem>
#include <set>
#include <string_view>
#include <vector>

#include "core/base/descriptor.h"
#include "core/base/replacement.h"

namespace rudolph {

/// Several files that change together or not at all: each is written beside its destination; only
/// commit() lets them take their places (replace_files), when all are complete and flushed. What
/// was not committed is removed when this goes. A link is followed; what is there keeps its owner,
/// access and other names. For one thread. All methods throw Error.
class StagedFiles {
public:
    StagedFiles() = default;
    ~StagedFiles();
    StagedFiles(const StagedFiles&) = delete;
    StagedFiles& operator=(const StagedFiles&) = delete;

    /// Missing folders are made.
    void write(const std::filesystem::path& file, std::string_view bytes);
    void copy(const std::filesystem::path& from, const std::filesystem::path& file);
    /// A symbolic link.
    void link(const std::filesystem::path& target, const std::filesystem::path& file);
    void remove(const std::filesystem::path& file);
    /// Takes over a file that make_beside() has made in the folder of `place`, complete.
    void adopt(std::filesystem::path beside, Descriptor written,
               const std::filesystem::path& place);
    /// Puts everything in place, or, when one file cannot be, nothing.
    void commit();

private:
    std::filesystem::path place_for(const std::filesystem::path& file);
    void flush() const;

    std::vector<FileChange> changes_;
    std::vector<std::filesystem::path> new_folders_;
    std::set<std::filesystem::path> folders_;
    bool committed_ = false;
};

}  // namespace rudolph
