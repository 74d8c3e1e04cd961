#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace rudolph {

/// One file that changes in a replacement. Paths are absolute, and lead through no link at their
/// end.
struct FileChange {
    std::filesystem::path file;
    /// The hidden file beside it that is to take its place; empty: the file is to go.
    std::filesystem::path staged;
    /// The file has other names or another owner: it keeps its place, and gets the bytes.
    bool in_place = false;
    /// Where what was there is kept until all is done; empty: nowhere yet, or nothing was there.
    std::filesystem::path before{};
};

/// Lets complete, flushed files take the place of others, all or none. Where that is more than one
/// rename, a record of it is made durable first (".rudolph-replacing" in the folder that holds them
/// all): when the program or the machine breaks off, whoever opens one of the files next carries it
/// out. Throws Error, after which everything is as it was. Hidden files that are left are the
/// caller's to remove.
void replace_files(std::vector<FileChange>& changes);

/// Finishes a replacement that was broken off in this folder (or this file's), or in one above it;
/// waits up to ten seconds for one that is going on. Returns what it did, in words, for the person.
/// Throws Error when it can neither be finished nor undone, and where the record came from
/// elsewhere, so that the files may be of two versions.
std::optional<std::string> settle_replacements(const std::filesystem::path& path);

}  // namespace rudolph
