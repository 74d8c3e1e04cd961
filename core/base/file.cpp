#include "core/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

#include "core/base/error.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

std::string errno_text() {
    return std::generic_category().message(errno);
}

/// The mask can only be read by changing it: once, or two threads take each other's zero for it.
mode_t usual_mask() {
    static const mode_t mask = [] {
        const mode_t current = ::umask(0);
        ::umask(current);
        return current;
    }();
    return mask;
}

void write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR)
                continue;
            throw Error(errno_text());
        }
        bytes.remove_prefix(static_cast<size_t>(written));
    }
}

}  // namespace

std::string read_file(const fs::path& file, std::uint64_t max_bytes) {
    std::error_code failed;
    const auto status = fs::status(file, failed);
    if (!fs::exists(status))
        throw Error("the file does not exist", {file});
    if (fs::is_directory(status))
        throw Error("this is a folder, not a file", {file});
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw Error("cannot be opened: " + errno_text(), {file}, "check its permissions");
    // Read in pieces rather than by the size the file system claims: pipes and /proc claim none.
    std::string bytes;
    char piece[1 << 16];
    while (stream.read(piece, sizeof piece), stream.gcount() > 0) {
        bytes.append(piece, static_cast<size_t>(stream.gcount()));
        if (bytes.size() > max_bytes)
            throw Error("larger than " + std::to_string(max_bytes) + " bytes", {file});
    }
    if (stream.bad())
        throw Error("cannot be read: " + errno_text(), {file});
    return bytes;
}

void write_file(const fs::path& file, std::string_view bytes) {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    create_folder(folder);
    std::string beside = (folder / ("." + file.filename().string() + ".XXXXXX")).string();
    const int descriptor = ::mkstemp(beside.data());
    if (descriptor < 0)
        throw Error("cannot write into this folder: " + errno_text(), {folder},
                    "choose a folder that can be written to");
    try {
        write_all(descriptor, bytes);
        // mkstemp makes files that only their owner may read; give what umask would have given.
        const mode_t mask = usual_mask();
        if (::fchmod(descriptor, 0666 & ~mask) != 0 || ::fsync(descriptor) != 0)
            throw Error(errno_text());
    } catch (const Error& error) {
        ::close(descriptor);
        ::unlink(beside.c_str());
        throw Error("cannot be written: " + error.message(), {file}, "is the disk full?");
    }
    ::close(descriptor);
    if (::rename(beside.c_str(), file.c_str()) != 0) {
        const std::string why = errno_text();
        ::unlink(beside.c_str());
        throw Error("cannot be replaced: " + why, {file});
    }
}

void create_folder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        throw Error("the folder cannot be created: " + failed.message(), {folder},
                    "choose a folder that can be written to");
}

}  // namespace rudolph
