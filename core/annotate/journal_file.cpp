#include "core/annotate/journal_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
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

/// Appends the bytes from `begin` to `end` of one file to another.
bool copy_bytes(const Descriptor& from, std::int64_t begin, std::int64_t end, const Descriptor& to,
                std::int64_t place) {
    std::string piece(size_t{1} << 20, '\0');
    while (begin < end) {
        const auto wanted = std::min<std::int64_t>(end - begin, std::ssize(piece));
        const ssize_t got = ::pread(from.get(), piece.data(), static_cast<size_t>(wanted), begin);
        if (got < 0 && errno == EINTR)
            continue;
        if (got == 0)
            errno = ENODATA;  // the file has become shorter
        if (got <= 0 || !to.write_at(place, {piece.data(), static_cast<size_t>(got)}))
            return false;
        begin += got;
        place += got;
    }
    return true;
}

/// The lock goes with the descriptor: a killed program keeps none.
bool lock(const Descriptor& file) {
    // Some network file systems have no locks; there a journal is as good as its name.
    return ::flock(file.get(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

bool is_file_of_that_name(const Descriptor& file, const fs::path& path) {
    struct stat opened {};
    struct stat named {};
    return ::fstat(file.get(), &opened) == 0 && ::lstat(path.c_str(), &named) == 0 &&
           S_ISREG(opened.st_mode) && opened.st_ino == named.st_ino &&
           opened.st_dev == named.st_dev;
}

/// An empty file of this name, locked; not open when the name is taken. Throws Error.
Descriptor take_name(const fs::path& path) {
    Descriptor file = Descriptor::open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK);
    if (!file.is_open()) {
        const Error error = failed("a journal of edits cannot be made", path);
        std::error_code unknown;
        if (fs::symlink_status(path, unknown).type() == fs::file_type::not_found)
            throw error;
        return file;
    }
    struct stat found {};
    // Another program's, or one that a crash has left and nobody has looked at yet.
    if (!lock(file) || ::fstat(file.get(), &found) != 0 || found.st_size != 0 ||
        !is_file_of_that_name(file, path))
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

bool can_write_into(const fs::path& folder) {
    if (Descriptor::open(folder, O_TMPFILE | O_RDWR).is_open())
        return true;
    if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)
        return false;
    return ::faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) == 0;
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
        [[maybe_unused]] const int cut = ::ftruncate(file_.get(), end_);
        throw error;
    }
    end_ += std::ssize(all);
}

std::shared_ptr<JournalFile> JournalFile::rewritten(std::int64_t begin) const {
    const std::string what = "the journal of edits cannot be shortened";
    // The lock on this file makes the name beside it ours as well.
    fs::path beside = path_;
    beside += "~";
    Descriptor opened = Descriptor::open(beside, O_RDWR | O_CREAT | O_NOFOLLOW);
    if (!opened.is_open())
        throw failed(what, beside);
    std::shared_ptr<JournalFile> file(new JournalFile(path_, std::move(opened), header_));
    const Descriptor& to = file->file_;
    const bool good = lock(to) && ::ftruncate(to.get(), 0) == 0 && to.write_at(0, header_) &&
                      copy_bytes(file_, begin, end_, to, std::ssize(header_)) &&
                      ::fdatasync(to.get()) == 0 && ::rename(beside.c_str(), path_.c_str()) == 0;
    if (!good) {
        const Error error = failed(what, path_);
        ::unlink(beside.c_str());
        throw error;
    }
    flush_folder(path_.parent_path());
    file->end_ = std::ssize(header_) + end_ - begin;
    return file;
}

std::shared_ptr<JournalFile> JournalFile::made_again(const fs::path& name) const {
    std::shared_ptr<JournalFile> file = make(name, header_);
    if (!copy_bytes(file_, 0, end_, file->file_, 0)) {
        const Error error =
            failed("the journal of edits was removed and cannot be made again", path_);
        file->remove();
        throw error;
    }
    file->end_ = end_;
    return file;
}

void JournalFile::sync() const {
    if (::fdatasync(file_.get()) != 0)
        throw failed("the journal of edits does not reach the disk", path_);
    flush_folder(path_.parent_path());
}

bool JournalFile::is_gone() const {
    return !is_file_of_that_name(file_, path_);
}

void JournalFile::remove() const {
    if (!is_gone())
        ::unlink(path_.c_str());
}

}  // namespace rudolph
