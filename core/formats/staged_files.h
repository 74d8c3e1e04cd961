#pragma once

#include <filesystem>
#include <set>
#include <string_view>
#include <vector>

#include "core/base/descriptor.h"

namespace rudolph {

/// Several files that change together or not at all: each is written beside its destination; only
/// commit() renames them, when all are complete and flushed. What was not committed is removed when
/// this goes. For one thread. All methods throw Error.
class StagedFiles {
public:
    StagedFiles() = default;
    ~StagedFiles();
    StagedFiles(const StagedFiles&) = delete;
    StagedFiles& operator=(const StagedFiles&) = delete;

    /// Missing folders are made. A link is followed: the file it leads to is written.
    void write(const std::filesystem::path& file, std::string_view bytes);
    void copy(const std::filesystem::path& from, const std::filesystem::path& file);
    /// A symbolic link.
    void link(const std::filesystem::path& target, const std::filesystem::path& file);
    void remove(const std::filesystem::path& file);
    /// Puts everything in place. When one file cannot be, those before it are put back.
    void commit();

private:
    struct Change {
        std::filesystem::path file;
        std::filesystem::path staged;  ///< empty: the file is to go
        std::filesystem::path before;  ///< what was there, kept until all is done; empty: nothing
    };

    std::filesystem::path place_for(const std::filesystem::path& file);
    /// The hidden file that is to take this place; open for writing where `file` is given.
    const std::filesystem::path& stage(const std::filesystem::path& place,
                                       Descriptor* file = nullptr);
    void flush() const;
    void apply(Change& change) const;
    static void put_back(const Change& change);

    std::vector<Change> changes_;
    std::vector<std::filesystem::path> new_folders_;
    std::set<std::filesystem::path> folders_;
    bool committed_ = false;
};

}  // namespace rudolph
