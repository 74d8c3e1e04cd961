#include "core/base/descriptor.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <set>
#include <system_error>
#include <vector>

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr mode_t kEverybody = 0666;
constexpr mode_t kModeBits = 07777;
constexpr size_t kPiece = size_t{1} << 20;

/// Calls write(rest, done) until nothing is left.
template <class Write>
bool write_all(std::string_view bytes, Write write) {
    for (size_t done = 0; done < bytes.size();) {
        const ssize_t written = write(bytes.substr(done), static_cast<std::int64_t>(done));
        if (written >= 0)
            done += static_cast<size_t>(written);
        else if (errno != EINTR)
            return false;
    }
    return true;
}

/// The access of new files: what umask leaves.
mode_t usual_access() {
    // The mask can only be read by changing it: once, or two threads take each other's zero for it.
    static const mode_t mask = [] {
        const mode_t current = ::umask(0);
        ::umask(current);
        return current;
    }();
    return kEverybody & ~mask;
}

/// Access lists, and what else someone has attached. Not all file systems have such, and some are
/// not ours to set: those stay behind.
void copy_attributes(const fs::path& from, const Descriptor& to) {
    const ssize_t length = ::listxattr(from.c_str(), nullptr, 0);
    if (length <= 0)
        return;
    std::vector<char> names(static_cast<size_t>(length));
    const ssize_t listed = ::listxattr(from.c_str(), names.data(), names.size());
    for (ssize_t at = 0; at < listed;) {
        const char* const name = names.data() + at;
        at += static_cast<ssize_t>(std::strlen(name)) + 1;
        const ssize_t size = ::getxattr(from.c_str(), name, nullptr, 0);
        std::vector<char> value(static_cast<size_t>(std::max<ssize_t>(size, 0)));
        if (size >= 0 && ::getxattr(from.c_str(), name, value.data(), value.size()) == size)
            ::fsetxattr(to.get(), name, value.data(), value.size(), 0);
    }
}

}  // namespace

Descriptor Descriptor::open(const fs::path& path, int flags) {
    return Descriptor(::open(path.c_str(), flags | O_CLOEXEC, kEverybody));
}

Descriptor Descriptor::to_read(const fs::path& path) {
    return open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
}

Descriptor Descriptor::to_write(const fs::path& path) {
    return open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK);
}

Descriptor Descriptor::of_name(const fs::path& path) {
    return open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK);
}

Descriptor Descriptor::new_file(const fs::path& path) {
    return Descriptor(
        ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
}

bool Descriptor::write(std::string_view bytes) const {
    return write_all(bytes, [this](std::string_view rest, std::int64_t) {
        return ::write(value_, rest.data(), rest.size());
    });
}

bool Descriptor::write_at(std::int64_t place, std::string_view bytes) const {
    return write_all(bytes, [&](std::string_view rest, std::int64_t done) {
        return ::pwrite(value_, rest.data(), rest.size(), place + done);
    });
}

bool Descriptor::write_from(const Descriptor& other, std::int64_t begin, std::int64_t end,
                            std::int64_t place) const {
    std::string piece(kPiece, '\0');
    while (begin < end) {
        const auto wanted = std::min<std::int64_t>(end - begin, std::ssize(piece));
        const ssize_t got = ::pread(other.value_, piece.data(), static_cast<size_t>(wanted), begin);
        if (got < 0 && errno == EINTR)
            continue;
        if (got == 0)
            errno = ENODATA;  // the file has become shorter
        if (got <= 0 || !write_at(place, {piece.data(), static_cast<size_t>(got)}))
            return false;
        begin += got;
        place += got;
    }
    return true;
}

bool Descriptor::truncate(std::int64_t size) const {
    return ::ftruncate(value_, size) == 0;
}

std::int64_t Descriptor::size() const {
    struct stat found {};
    return ::fstat(value_, &found) == 0 ? found.st_size : -1;
}

bool Descriptor::flush() const {
    return ::fsync(value_) == 0;
}

bool Descriptor::flush_data() const {
    return ::fdatasync(value_) == 0;
}

bool Descriptor::lock() const {
    return ::flock(value_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

bool Descriptor::is_named(const fs::path& path) const {
    struct stat opened {};
    struct stat named {};
    return ::fstat(value_, &opened) == 0 && ::lstat(path.c_str(), &named) == 0 &&
           S_ISREG(opened.st_mode) && opened.st_ino == named.st_ino &&
           opened.st_dev == named.st_dev;
}

std::uint64_t Descriptor::file_number() const {
    struct stat found {};
    return ::fstat(value_, &found) == 0 ? found.st_ino : 0;
}

bool Descriptor::is_ours() const {
    struct stat file {};
    return ::fstat(value_, &file) == 0 && S_ISREG(file.st_mode) && file.st_uid == ::geteuid();
}

bool Descriptor::is_of_owner(const fs::path& folder) const {
    struct stat file {};
    struct stat around {};
    return ::fstat(value_, &file) == 0 && ::stat(folder.c_str(), &around) == 0 &&
           file.st_uid == around.st_uid;
}

void Descriptor::close() {
    if (is_open())
        ::close(std::exchange(value_, -1));
}

std::string errno_text() {
    return std::generic_category().message(errno);
}

Error cannot_be_written(const fs::path& file) {
    return Error("cannot be written: " + errno_text(), {file}, "is the disk full?");
}

void flush_folder(const fs::path& folder) {
    if (const Descriptor names = Descriptor::open(folder, O_RDONLY | O_DIRECTORY); names.is_open())
        names.flush();
}

void flush_file_systems_of(const std::vector<fs::path>& files) {
    std::set<dev_t> done;
    for (const fs::path& path : files) {
        struct stat status {};
        if (::lstat(path.c_str(), &status) != 0 || !done.insert(status.st_dev).second)
            continue;
        const Descriptor file = Descriptor::open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
        if (!file.is_open() || ::syncfs(file.get()) != 0)
            throw cannot_be_written(path);
    }
}

bool take_access(const Descriptor& file, const fs::path& place) {
    struct stat before {};
    struct stat now {};
    if (::stat(place.c_str(), &before) != 0)
        return ::fchmod(file.get(), usual_access()) == 0;
    if (before.st_nlink > 1 || ::fstat(file.get(), &now) != 0)
        return false;
    const bool other = now.st_uid != before.st_uid || now.st_gid != before.st_gid;
    if (other && ::fchown(file.get(), before.st_uid, before.st_gid) != 0)
        return false;
    copy_attributes(place, file);
    // Last: a change of the owner takes bits away.
    return ::fchmod(file.get(), before.st_mode & kModeBits) == 0;
}

bool can_write_into(const fs::path& folder) {
    if (Descriptor::open(folder, O_TMPFILE | O_RDWR).is_open())
        return true;
    if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)
        return false;
    return ::faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) == 0;
}

bool may_write(const fs::path& file) {
    return ::access(file.c_str(), W_OK) == 0;
}

bool remove_name(const fs::path& file) {
    return ::unlink(file.c_str()) == 0 || errno == ENOENT;
}

bool rename_over(const fs::path& from, const fs::path& to) {
    return ::rename(from.c_str(), to.c_str()) == 0;
}

bool add_name(const fs::path& file, const fs::path& name) {
    return ::link(file.c_str(), name.c_str()) == 0;
}

bool rename_to_free(const fs::path& from, const fs::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    // Some file systems know no such rename; links, where they have them, replace nothing either.
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    if (::link(from.c_str(), to.c_str()) == 0)
        return ::unlink(from.c_str()) == 0;
    if (errno == EEXIST)
        return false;
    struct stat found {};
    if (::lstat(to.c_str(), &found) == 0) {
        errno = EEXIST;
        return false;
    }
    return ::rename(from.c_str(), to.c_str()) == 0;
}

}  // namespace rudolph
