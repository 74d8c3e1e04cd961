#include "core/annotate/journal_store.h"

#include <algorithm>

#include "core/annotate/journal_line.h"
#include "core/base/error.h"
#include "core/base/file.h"

namespace rudolph {
namespace fs = std::filesystem;

JournalStore::JournalStore(const fs::path& source, const fs::path& fallback_folder)
    : source_(plain_source(source)),
      folder_(data_folder(source_)),
      beside_(folder_ / journal_name(source_)),
      fallback_(fallback_folder / fallback_journal_name(source_)),
      use_fallback_(!can_write_into(folder_)) {
    if (!use_fallback_)
        return;
    create_folder(fallback_folder);
    if (!can_write_into(fallback_folder))
        throw Error("no journal of edits can be kept: neither " + folder_.string() +
                        " nor this folder can be written",
                    {fallback_folder}, "make one of them writable");
}

fs::path JournalStore::path() const {
    if (file_)
        return file_->path();
    return use_fallback_ ? fallback_ : beside_;
}

void JournalStore::add(const JournalEntry& entry, std::int64_t unix_milliseconds, int left) {
    if (next_ >= dropped_before_)
        waiting_.push_back({next_, journal_line(entry, folder_, unix_milliseconds, left)});
    ++next_;
}

void JournalStore::drop_before(long long number) {
    dropped_before_ = std::max(dropped_before_, number);
    while (!waiting_.empty() && waiting_.front().number < dropped_before_)
        waiting_.pop_front();
}

void JournalStore::update() {
    if (must_shorten())
        shorten();
    if (!waiting_.empty())
        append();
}

void JournalStore::shorten() {
    const auto kept = std::find_if(places_.begin(), places_.end(), [this](const Place& place) {
        return place.number >= dropped_before_;
    });
    if (kept == places_.end()) {
        file_->remove();
        file_.reset();
        places_.clear();
        return;
    }
    if (file_->is_gone())
        file_ = file_->made_again(use_fallback_ ? fallback_ : beside_);
    file_ = file_->rewritten(kept->begin);
    const std::int64_t shift = kept->begin - file_->header_size();
    places_.erase(places_.begin(), kept);
    for (Place& place : places_)
        place.begin -= shift;
}

void JournalStore::append() {
    if (!file_)
        file_ = make_file();
    else if (file_->is_gone())
        file_ = file_->made_again(use_fallback_ ? fallback_ : beside_);
    std::string bytes;
    for (const Line& line : waiting_)
        bytes += line.text;
    file_->append(bytes);
    std::int64_t place = file_->end() - std::ssize(bytes);
    for (const Line& line : waiting_) {
        places_.push_back({line.number, place});
        place += std::ssize(line.text);
    }
    waiting_.clear();
}

std::shared_ptr<JournalFile> JournalStore::make_file() {
    std::optional<Error> not_beside;
    try {
        // Beside the data the source is relative, so that both can be moved.
        if (!use_fallback_)
            return JournalFile::make(
                beside_, journal_header(source_ == folder_ ? fs::path(".") : source_.filename()));
    } catch (const Error& error) {
        not_beside = error;
    }
    try {
        create_folder(fallback_.parent_path());
        auto file = JournalFile::make(fallback_, journal_header(source_));
        use_fallback_ = true;
        return file;
    } catch (const Error& error) {
        throw not_beside ? *not_beside : error;
    }
}

}  // namespace rudolph
