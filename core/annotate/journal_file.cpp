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
constexpr mode_t kMode = 0666;
constexpr const char* kAdvice = "is the disk full, or the folder read-only?";

std::string errno_text() {
    return std::generic_category().message(errno);
}

void write_at(int descriptor, std::int64_t place, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(descriptor, bytes.data(), bytes.size(), place);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            throw Error(errno_text());
        }
        place += written;
        bytes.remove_prefix(static_cast<size_t>(written));
    }
}

/// Appends the bytes from `begin` to `end` of one file to another.
void copy_bytes(int from, std::int64_t begin, std::int64_t end, int to, std::int64_t place) {
    std::string piece(size_t{1} << 20, '\0');
    while (begin < end) {
        const auto wanted = std::min<std::int64_t>(end - begin, std::ssize(piece));
        const ssize_t got = ::pread(from, piece.data(), static_cast<size_t>(wanted), begin);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            throw Error(got < 0 ? errno_text() : "the file has become shorter");
        write_at(to, place, {piece.data(), static_cast<size_t>(got)});
        begin += got;
        place += got;
    }
}

/// The lock goes with the descriptor: a killed program keeps none.
bool lock(int descriptor) {
    // Some network file systems have no locks; there a journal is as good as its name.
    return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

bool is_file_of_that_name(int descriptor, const fs::path& path) {
    struct stat opened {};
    struct stat named {};
    return ::fstat(descriptor, &opened) == 0 && ::lstat(path.c_str(), &named) == 0 &&
           S_ISREG(opened.st_mode) && opened.st_ino == named.st_ino &&
           opened.st_dev == named.st_dev;
}

/// An empty file of this name, locked; −1 when the name is taken. Throws Error.
int take_name(const fs::path& path) {
    const int descriptor =
        ::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, kMode);
    if (descriptor < 0) {
        std::error_code unknown;
        if (fs::symlink_status(path, unknown).type() == fs::file_type::not_found)
            throw Error("a journal of edits cannot be made: " + errno_text(), {path}, kAdvice);
        return -1;
    }
    struct stat found {};
    // Another program's, or one that a crash has left and nobody has looked at yet.
    if (lock(descriptor) && ::fstat(descriptor, &found) == 0 && found.st_size == 0 &&
        is_file_of_that_name(descriptor, path))
        return descriptor;
    ::close(descriptor);
    return -1;
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
    const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, kMode);
    if (descriptor >= 0) {
        ::close(descriptor);
        return true;
    }
    if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)
        return false;
    return ::faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) == 0;
}

JournalFile::JournalFile(fs::path path, int descriptor, std::string header)
    : path_(std::move(path)), descriptor_(descriptor), header_(std::move(header)), end_(0) {}

JournalFile::~JournalFile() {
    ::close(descriptor_);
}

std::shared_ptr<JournalFile> JournalFile::make(const fs::path& name, const std::string& header) {
    for (int number = 1; number <= kMostJournals; ++number) {
        fs::path path = name;
        if (number > 1)
            path += fmt::format("-{}", number);
        if (const int descriptor = take_name(path); descriptor >= 0)
            return std::shared_ptr<JournalFile>(new JournalFile(path, descriptor, header));
    }
    throw Error("there are too many journals of edits already", {name},
                "open the data set and recover or discard them");
}

void JournalFile::append(std::string_view bytes) {
    try {
        if (end_ == 0)
            write_at(descriptor_, 0, header_ + std::string(bytes));
        else
            write_at(descriptor_, end_, bytes);
    } catch (const Error& error) {
        // If this fails too, the next append() writes over the part.
        [[maybe_unused]] const int cut = ::ftruncate(descriptor_, end_);
        throw Error("edits cannot be written to their journal: " + error.message(), {path_},
                    kAdvice);
    }
    end_ += std::ssize(bytes) + (end_ == 0 ? std::ssize(header_) : 0);
}

std::shared_ptr<JournalFile> JournalFile::rewritten(std::int64_t begin) const {
    // The lock on this file makes the name beside it ours as well.
    fs::path beside = path_;
    beside += "~";
    const int descriptor = ::open(beside.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, kMode);
    if (descriptor < 0)
        throw Error("the journal of edits cannot be shortened: " + errno_text(), {beside}, kAdvice);
    std::shared_ptr<JournalFile> file(new JournalFile(path_, descriptor, header_));
    try {
        if (!lock(descriptor) || ::ftruncate(descriptor, 0) != 0)
            throw Error(errno_text());
        write_at(descriptor, 0, header_);
        copy_bytes(descriptor_, begin, end_, descriptor, std::ssize(header_));
        file->end_ = std::ssize(header_) + end_ - begin;
        file->sync();
        if (::rename(beside.c_str(), path_.c_str()) != 0)
            throw Error(errno_text());
    } catch (const Error& error) {
        ::unlink(beside.c_str());
        throw Error("the journal of edits cannot be shortened: " + error.message(), {path_},
                    kAdvice);
    }
    return file;
}

std::shared_ptr<JournalFile> JournalFile::made_again(const fs::path& name) const {
    std::shared_ptr<JournalFile> file = make(name, header_);
    try {
        copy_bytes(descriptor_, 0, end_, file->descriptor_, 0);
    } catch (const Error& error) {
        file->remove();
        throw Error("the journal of edits was removed and cannot be made again: " + error.message(),
                    {path_}, kAdvice);
    }
    file->end_ = end_;
    return file;
}

void JournalFile::sync() const {
    if (::fdatasync(descriptor_) != 0)
        throw Error("the journal of edits does not reach the disk: " + errno_text(), {path_},
                    kAdvice);
    // The name, too; folders that cannot be flushed need not be.
    const int folder = ::open(path_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}

bool JournalFile::is_gone() const {
    return !is_file_of_that_name(descriptor_, path_);
}

void JournalFile::remove() const {
    if (!is_gone())
        ::unlink(path_.c_str());
}

}  // namespace rudolph
