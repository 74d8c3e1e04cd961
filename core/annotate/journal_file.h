#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/descriptor.h"

namespace rudolph {

inline constexpr const char* kJournalEnding = ".rudolph-journal";

/// ".NAME.rudolph-journal", as a journal beside its data is called; the second one has "-2" at its
/// end.
std::filesystem::path journal_name(const std::filesystem::path& source);
/// In the fallback folder, where data sets of the same name from several places meet.
std::filesystem::path fallback_journal_name(const std::filesystem::path& source);

/// The file of a journal, open and locked. All methods but sync() for one thread at a time; sync()
/// may run beside them.
class JournalFile {
public:
    /// Makes the file, or, where that name is taken, one with "-2", "-3" …; the file begins with
    /// `header`, which is written with the first append(). Throws Error.
    static std::shared_ptr<JournalFile> make(const std::filesystem::path& name,
                                             const std::string& header);
    const std::filesystem::path& path() const { return path_; }
    /// Where the next append() writes; 0 in a new file.
    std::int64_t end() const { return end_; }
    std::int64_t header_size() const { return std::ssize(header_); }

    /// All or nothing. Throws Error; then the file is as before.
    void append(std::string_view bytes);
    /// A file with the header and what stands from `begin` on, written beside and renamed to this
    /// one's name. Throws Error; then this file goes on.
    std::shared_ptr<JournalFile> rewritten(std::int64_t begin) const;
    /// For a file that someone has removed: makes it again, under a free name. Throws Error.
    std::shared_ptr<JournalFile> made_again(const std::filesystem::path& name) const;
    /// Waits until what was written is on the disk. Throws Error.
    void sync() const;
    /// Someone has removed the file.
    bool is_gone() const;
    void remove() const;

private:
    JournalFile(std::filesystem::path path, Descriptor file, std::string header);

    std::filesystem::path path_;
    Descriptor file_;
    std::string header_;
    std::int64_t end_ = 0;
};

}  // namespace rudolph
