#pragma once

#include <deque>

#include "core/annotate/journal.h"
#include "core/annotate/journal_file.h"

namespace rudolph {

/// The lines of a journal and the file that holds them, without threads: what waits to be written,
/// and where in the file each entry stands.
class JournalStore {
public:
    /// Throws Error when neither folder can be written.
    JournalStore(const std::filesystem::path& source, const std::filesystem::path& fallback_folder);

    /// An entry to be written; entries are numbered from 0 as they come.
    void add(const JournalEntry& entry, std::int64_t unix_milliseconds, int left);
    /// Entries before this number are not needed any more.
    void drop_before(long long number);
    /// Brings the file up to date. Throws Error; then what could not be done is done next time.
    void update();

    /// update() has something to do.
    bool is_behind() const { return !waiting_.empty() || must_shorten(); }
    /// Entries before this number are in the file, or dropped.
    long long settled() const { return waiting_.empty() ? next_ : waiting_.front().number; }
    /// Null while there is none.
    std::shared_ptr<JournalFile> file() const { return file_; }
    /// Where it is or will be.
    std::filesystem::path path() const;

private:
    struct Line {
        long long number = 0;
        std::string text;
    };
    struct Place {
        long long number = 0;
        std::int64_t begin = 0;
    };
    bool must_shorten() const {
        return !places_.empty() && places_.front().number < dropped_before_;
    }
    std::shared_ptr<JournalFile> make_file();
    void shorten();
    void append();

    std::filesystem::path source_;
    std::filesystem::path folder_;  ///< of the data
    std::filesystem::path beside_;
    std::filesystem::path fallback_;
    bool use_fallback_ = false;
    std::deque<Line> waiting_;
    std::deque<Place> places_;
    std::shared_ptr<JournalFile> file_;
    long long next_ = 0;
    long long dropped_before_ = 0;
};

}  // namespace rudolph
