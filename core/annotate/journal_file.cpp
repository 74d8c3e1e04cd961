#include "core/annotate/journal_file.h"

#include <fmt/format.h>

#include <system_error>

#include "core/annotate/journal_line.h"
#include "core/base/error.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr int kMostJournals = 1000;
constexpr const char* kDiskAdvice = "is the disk full, or the folder read-only?";

/// `what` was being done and errno says why not.
Error failed(const std::string& what, const fs::path& file) {
    return Error(what + ": " + errno_text(), {file}, kDiskAdvice);
}

/// An empty file of this name, locked; not open when the name is taken. Throws Error.
Descriptor take_name(const fs::path& path) {
    Descriptor file = Descriptor::of_name(path);
    if (!file.is_open()) {
        const Error error = failed("a journal of edits cannot be made", path);
        std::error_code unknown;
        if (fs::symlink_status(path, unknown).type() == fs::file_type::not_found)
            throw error;
        return file;
    }
    // Another program's, or one that a crash has left and nobody has looked at yet.
    if (!file.lock() || file.size() != 0 || !file.is_named(path))
        file.close();
    return file;
}

}  // namespace

fs::path journal_name(const fs::path& source) {
    return "." + source.filename().string() + kJournalEnding;
}

fs::path fallback_journal_name(const fs::path& source) {
    return "." + source.filename().string() + "-" + hexadecimal(fnv1a(source.native())) +
           kJournalEnding;
}

JournalFile::JournalFile(fs::path path, Descriptor file, std::string header)
    : path_(std::move(path)), file_(std::move(file)), header_(std::move(header)) {}

std::shared_ptr<JournalFile> JournalFile::make(const fs::path& name, const std::string& header) {
    for (int number = 1; number <= kMostJournals; ++number) {
        fs::path path = name;
        if (number > 1)
            path += fmt::format("-{}", number);
        if (Descriptor file = take_name(path); file.is_open())
            return std::shared_ptr<JournalFile>(new JournalFile(path, std::move(file), header));
    }
    throw Error("there are too many journals of edits already", {name},
                "open the data set and recover or discard them");
}

void JournalFile::append(std::string_view bytes) {
    const std::string all = (end_ == 0 ? header_ : std::string()).append(bytes);
    if (!file_.write_at(end_, all)) {
        const Error error = failed("edits cannot be written to their journal", path_);
        // If this fails too, the next append() writes over the part.
        file_.truncate(end_);
        throw error;
    }
    end_ += std::ssize(all);
}

std::shared_ptr<JournalFile> JournalFile::rewritten(std::int64_t begin) const {
    const std::string what = "the journal of edits cannot be shortened";
    // The lock on this file makes the name beside it ours as well.
    fs::path beside = path_;
    beside += "~";
    Descriptor opened = Descriptor::of_name(beside);
    if (!opened.is_open() || !opened.is_named(beside))
        throw failed(what, beside);
    std::shared_ptr<JournalFile> file(new JournalFile(path_, std::move(opened), header_));
    const Descriptor& to = file->file_;
    take_access(to, path_);
    const bool good = to.lock() && to.truncate(0) && to.write_at(0, header_) &&
                      to.write_from(file_, begin, end_, std::ssize(header_)) && to.flush_data() &&
                      rename_over(beside, path_);
    if (!good) {
        const Error error = failed(what, path_);
        remove_name(beside);
        throw error;
    }
    flush_folder(path_.parent_path());
    file->end_ = std::ssize(header_) + end_ - begin;
    return file;
}

std::shared_ptr<JournalFile> JournalFile::made_again(const fs::path& name) const {
    std::shared_ptr<JournalFile> file = make(name, header_);
    if (!file->file_.write_from(file_, 0, end_, 0)) {
        const Error error =
            failed("the journal of edits was removed and cannot be made again", path_);
        file->remove();
        throw error;
    }
    file->end_ = end_;
    return file;
}

void JournalFile::sync() const {
    if (!file_.flush_data())
        throw failed("the journal of edits does not reach the disk", path_);
    flush_folder(path_.parent_path());
}

bool JournalFile::is_gone() const {
    return !file_.is_named(path_);
}

void JournalFile::remove() const {
    if (!is_gone())
        remove_name(path_);
}

}  // namespace rudolph
