#include "core/base/descriptor.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr mode_t kEverybody = 0666;

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

}  // namespace

Descriptor Descriptor::open(const fs::path& path, int flags) {
    return Descriptor(::open(path.c_str(), flags | O_CLOEXEC, kEverybody));
}

Descriptor Descriptor::make_hidden(const fs::path& folder, const std::string& prefix,
                                   fs::path& name, const std::string& suffix) {
    std::string pattern = (folder / ("." + prefix + "XXXXXX" + suffix)).string();
    Descriptor made(::mkostemps(pattern.data(), static_cast<int>(suffix.size()), O_CLOEXEC));
    if (!made.is_open())
        throw Error("cannot write into this folder: " + errno_text(), {folder},
                    "choose a folder that can be written to");
    name = std::move(pattern);
    return made;
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

bool Descriptor::flush() const {
    return ::fsync(value_) == 0;
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

mode_t usual_access() {
    // The mask can only be read by changing it: once, or two threads take each other's zero for it.
    static const mode_t mask = [] {
        const mode_t current = ::umask(0);
        ::umask(current);
        return current;
    }();
    return kEverybody & ~mask;
}

void flush_folder(const fs::path& folder) {
    if (const Descriptor names = Descriptor::open(folder, O_RDONLY | O_DIRECTORY); names.is_open())
        names.flush();
}

}  // namespace rudolph
