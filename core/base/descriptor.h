#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/error.h"

namespace rudolph {

/// A file of POSIX that is written, and closed when this goes: what all that write files share.
/// What a signal breaks off is gone on with. Functions that return a bool leave the reason in
/// errno.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int value) : value_(value) {}
    Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(value_, other.value_);
        return *this;
    }
    ~Descriptor() { close(); }

    /// `flags` are POSIX's. With the access that umask leaves to new files; not kept by programs
    /// that are started.
    static Descriptor open(const std::filesystem::path& path, int flags);
    /// A file that is there. None of these follows a link or waits for whoever is at the other end
    /// of a pipe.
    static Descriptor to_read(const std::filesystem::path& path);
    static Descriptor to_write(const std::filesystem::path& path);
    /// Makes it where it is not there; to read and write.
    static Descriptor of_name(const std::filesystem::path& path);
    /// A file that nobody has, for its owner alone. Not open, with EEXIST, where somebody does.
    static Descriptor new_file(const std::filesystem::path& path);

    bool is_open() const { return value_ >= 0; }
    int get() const { return value_; }
    /// All of it, where the last write ended.
    bool write(std::string_view bytes) const;
    /// All of it, at this place in the file.
    bool write_at(std::int64_t place, std::string_view bytes) const;
    /// Appends what another file holds from `begin` to `end` at this place in this one.
    bool write_from(const Descriptor& other, std::int64_t begin, std::int64_t end,
                    std::int64_t place) const;
    bool truncate(std::int64_t size) const;
    /// Bytes; -1 where that cannot be told.
    std::int64_t size() const;
    /// Waits until it is on the disk.
    bool flush() const;
    /// The same without what else is known of the file, such as its times: quicker.
    bool flush_data() const;
    /// Keeps others from locking it until it is closed, also by a kill. Some network file systems
    /// have no locks; there it is always true.
    bool lock() const;
    /// Whether the file still has this name, and is none of the kinds that only look like files.
    bool is_named(const std::filesystem::path& path) const;
    /// Tells it from all other files of its file system (the inode); 0 where that is not known.
    std::uint64_t file_number() const;
    /// Whether it is a regular file of the person who runs this.
    bool is_ours() const;
    /// Whether it is of the person whom the folder belongs to.
    bool is_of_owner(const std::filesystem::path& folder) const;
    void close();

private:
    int value_ = -1;
};

/// What errno says.
std::string errno_text();
/// "cannot be written", with what errno says.
Error cannot_be_written(const std::filesystem::path& file);
/// Waits until what is in a folder (its names) is on the disk, where the file system can.
void flush_folder(const std::filesystem::path& folder);
/// Waits until the file systems that hold these files are on their disks. Throws Error.
void flush_file_systems_of(const std::vector<std::filesystem::path>& files);

/// A new file that takes the place of another gets what that had: mode, owner, access lists and
/// other attributes; where there is none, what umask leaves. False when the owner cannot be kept,
/// or the old file has other names still: then it is the old file that is to be written.
bool take_access(const Descriptor& file, const std::filesystem::path& place);
/// Whether files can be made in this folder; leaves no trace.
bool can_write_into(const std::filesystem::path& folder);
bool may_write(const std::filesystem::path& file);
/// True also where there is none.
bool remove_name(const std::filesystem::path& file);
bool rename_over(const std::filesystem::path& from, const std::filesystem::path& to);
/// A second name of the same file, where file systems have such.
bool add_name(const std::filesystem::path& file, const std::filesystem::path& name);
/// Gives a name to a file that no file has. False, with EEXIST in errno, where one has.
bool rename_to_free(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace rudolph
