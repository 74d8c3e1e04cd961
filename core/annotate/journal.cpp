#include "core/annotate/journal.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include "core/annotate/journal_store.h"
#include "core/base/error.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr auto kRetryAfter = std::chrono::seconds(1);
/// Between two flushes to the disk; with the flush itself this stays below a second.
constexpr auto kFlushAfter = std::chrono::milliseconds(300);
constexpr size_t kEntriesAtOnce = 256;

struct Recorded {
    JournalEntry entry;
    std::int64_t unix_milliseconds = 0;
    int left = 0;  ///< see journal_line()
};

/// Two threads: one writes, and never waits for the disk, so that what is recorded leaves the
/// program at once; the other flushes.
class JournalWriter : public Journal {
public:
    JournalWriter(const fs::path& source, const fs::path& fallback_folder)
        : store_(source, fallback_folder), path_(store_.path()) {
        writer_ = std::thread([this] { write_loop(); });
        flusher_ = std::thread([this] { flush_loop(); });
    }
    ~JournalWriter() override;
    JournalWriter(const JournalWriter&) = delete;
    JournalWriter& operator=(const JournalWriter&) = delete;

    const fs::path& file() const override;
    void record(std::vector<JournalEntry> entries) override;
    std::string take_failure() override;
    long long mark() const override;
    void drop_before(long long mark) override;
    void flush() override;

private:
    void write_loop();
    void flush_loop();
    std::vector<Recorded> take_some();
    void note_failure(const Error& error);

    JournalStore store_;  ///< of the thread that writes
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Recorded> queue_;
    long long recorded_ = 0;
    long long to_drop_ = 0;   ///< entries before this are to be dropped …
    long long dropped_ = 0;   ///< … and those before this are
    long long written_ = 0;   ///< entries that have left the program
    long long on_disk_ = 0;   ///< entries that a power failure does not take
    long long failures_ = 0;  ///< how often something could not be done
    bool flush_now_ = false;  ///< somebody waits
    bool stop_ = false;
    bool writer_is_done_ = false;
    std::string failure_;
    std::shared_ptr<JournalFile> file_;  ///< for the thread that flushes
    fs::path path_;
    mutable fs::path shown_path_;  ///< the caller's
    std::thread writer_;
    std::thread flusher_;
};

JournalWriter::~JournalWriter() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    changed_.notify_all();
    writer_.join();
    flusher_.join();
}

const fs::path& JournalWriter::file() const {
    const std::lock_guard lock(mutex_);
    shown_path_ = path_;
    return shown_path_;
}

void JournalWriter::record(std::vector<JournalEntry> entries) {
    const bool together = std::any_of(entries.begin(), entries.end(),
                                      [](const auto& entry) { return entry.scheme.has_value(); });
    const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    {
        const std::lock_guard lock(mutex_);
        auto left = static_cast<int>(entries.size());
        for (JournalEntry& entry : entries) {
            --left;
            queue_.push_back({std::move(entry), time.count(), together ? left : 0});
        }
        recorded_ += std::ssize(entries);
    }
    changed_.notify_all();
}

std::string JournalWriter::take_failure() {
    const std::lock_guard lock(mutex_);
    return std::exchange(failure_, {});
}

long long JournalWriter::mark() const {
    const std::lock_guard lock(mutex_);
    return recorded_;
}

void JournalWriter::drop_before(long long mark) {
    {
        const std::lock_guard lock(mutex_);
        to_drop_ = std::clamp(mark, to_drop_, recorded_);
    }
    changed_.notify_all();
}

void JournalWriter::flush() {
    std::unique_lock lock(mutex_);
    const long long failures = failures_;
    flush_now_ = true;
    changed_.notify_all();
    changed_.wait(lock, [&, all = recorded_, drop = to_drop_] {
        return (on_disk_ >= all && dropped_ >= drop) || failures_ > failures;
    });
    flush_now_ = false;
}

std::vector<Recorded> JournalWriter::take_some() {
    const auto end =
        queue_.begin() + static_cast<std::ptrdiff_t>(std::min(queue_.size(), kEntriesAtOnce));
    std::vector<Recorded> taken(std::make_move_iterator(queue_.begin()),
                                std::make_move_iterator(end));
    queue_.erase(queue_.begin(), end);
    return taken;
}

void JournalWriter::note_failure(const Error& error) {
    failure_ = error.what();
    ++failures_;
    flush_now_ = false;
}

void JournalWriter::write_loop() {
    std::unique_lock lock(mutex_);
    for (bool last = false; !last;) {
        const bool retries = store_.is_behind();
        if (retries)
            changed_.wait_for(lock, kRetryAfter, [this] { return stop_ || flush_now_; });
        else
            changed_.wait(lock, [this] { return stop_ || !queue_.empty() || dropped_ < to_drop_; });
        // What could not be written before goes first, alone.
        const std::vector<Recorded> taken = retries ? std::vector<Recorded>() : take_some();
        const long long drop = to_drop_;
        const bool stop = stop_;
        lock.unlock();
        std::optional<Error> failure;
        try {
            for (const Recorded& recorded : taken)
                store_.add(recorded.entry, recorded.unix_milliseconds, recorded.left);
            store_.drop_before(drop);
            store_.update();
        } catch (const Error& error) {
            failure = error;
        }
        lock.lock();
        if (failure)
            note_failure(*failure);
        else
            dropped_ = drop;
        written_ = store_.settled();
        file_ = store_.file();
        path_ = store_.path();
        last = stop && (failure || queue_.empty());
        changed_.notify_all();
    }
    writer_is_done_ = true;
    changed_.notify_all();
}

void JournalWriter::flush_loop() {
    std::unique_lock lock(mutex_);
    const auto hurries = [this] { return flush_now_ || writer_is_done_; };
    while (true) {
        changed_.wait(lock, [this] { return writer_is_done_ || on_disk_ < written_; });
        if (on_disk_ >= written_)
            return;
        changed_.wait_for(lock, kFlushAfter, hurries);
        const long long written = written_;
        const std::shared_ptr<JournalFile> file = file_;
        lock.unlock();
        std::optional<Error> failure;
        try {
            if (file)
                file->sync();
        } catch (const Error& error) {
            failure = error;
        }
        lock.lock();
        if (!failure)
            on_disk_ = written;
        else if (writer_is_done_)
            return;
        else {
            note_failure(*failure);
            changed_.wait_for(lock, kRetryAfter, hurries);
        }
        changed_.notify_all();
    }
}

}  // namespace

std::unique_ptr<Journal> Journal::open(const fs::path& source, const fs::path& fallback_folder) {
    return std::make_unique<JournalWriter>(source, fallback_folder);
}

}  // namespace rudolph
