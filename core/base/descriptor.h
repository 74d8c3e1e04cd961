#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

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

    /// With the access that umask leaves to new files; not kept by programs that are started.
    static Descriptor open(const std::filesystem::path& path, int flags);
    /// A new file in the folder under a name that nothing has, ".PREFIX" and "SUFFIX" with
    /// something between, which goes to `name`. Only its owner may read it. Throws Error when the
    /// folder cannot be written to.
    static Descriptor make_hidden(const std::filesystem::path& folder, const std::string& prefix,
                                  std::filesystem::path& name, const std::string& suffix = {});

    bool is_open() const { return value_ >= 0; }
    int get() const { return value_; }
    /// All of it, where the last write ended.
    bool write(std::string_view bytes) const;
    /// All of it, at this place in the file.
    bool write_at(std::int64_t place, std::string_view bytes) const;
    /// Waits until it is on the disk.
    bool flush() const;
    void close();

private:
    int value_ = -1;
};

/// What errno says.
std::string errno_text();
/// "cannot be written", with what errno says.
Error cannot_be_written(const std::filesystem::path& file);
/// The access of new files: what umask leaves.
mode_t usual_access();
/// Waits until what is in a folder (its names) is on the disk, where the file system can.
void flush_folder(const std::filesystem::path& folder);

}  // namespace rudolph
