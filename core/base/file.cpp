#include "core/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "core/base/cancel_scope.h"
#include "core/base/descriptor.h"
#include "core/base/error.h"
#include "core/base/growing_file.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// Opening a pipe does not wait for who writes into it, nor a terminal become the program's own.
constexpr int kToRead = O_RDONLY | O_NONBLOCK | O_NOCTTY;

void require_regular(const fs::file_status& status, const fs::path& file) {
    const auto refuse = [&file](const std::string& what) {
        throw Error("this is " + what + ", not a file", {file}, "save what it gives as a file");
    };
    switch (status.type()) {
        case fs::file_type::not_found:
            throw Error("the file does not exist", {file});
        case fs::file_type::directory:
            throw Error("this is a folder, not a file", {file});
        case fs::file_type::fifo:
            return refuse("a pipe");
        case fs::file_type::socket:
            return refuse("a socket");
        case fs::file_type::character:
        case fs::file_type::block:
            return refuse("a device");
        default:
            return;
    }
}

/// The size that the file claims. Another may have taken its place since it was looked at.
std::uint64_t require_still_regular(const Descriptor& opened, const fs::path& file) {
    struct stat about {};
    if (::fstat(opened.get(), &about) != 0)
        throw Error("cannot be read: " + errno_text(), {file});
    if (!S_ISREG(about.st_mode))
        throw Error("this is no longer a file", {file});
    return static_cast<std::uint64_t>(about.st_size);
}

/// How many bytes there were; 0 at the end.
template <size_t size>
size_t read_piece(const Descriptor& opened, const fs::path& file, char (&piece)[size]) {
    for (;;) {
        const ssize_t read = ::read(opened.get(), piece, size);
        if (read >= 0)
            return static_cast<size_t>(read);
        if (errno != EINTR)
            throw Error("cannot be read: " + errno_text(), {file});
    }
}

}  // namespace

void require_regular_file(const fs::path& file) {
    std::error_code failed;
    const auto status = fs::status(file, failed);
    // What cannot be looked at is opened, which says why that fails.
    if (!fs::status_known(status))
        return;
    require_regular(status, file);
}

std::string read_file(const fs::path& file, std::uint64_t max_bytes) {
    require_regular_file(file);
    const Descriptor opened = Descriptor::open(file, kToRead);
    if (!opened.is_open())
        throw Error("cannot be opened: " + errno_text(), {file}, "check its permissions");
    const std::uint64_t claimed = require_still_regular(opened, file);
    const auto require_bytes = [&](std::uint64_t bytes) {
        if (bytes > max_bytes)
            throw Error("larger than " + std::to_string(max_bytes) + " bytes", {file});
    };
    require_bytes(claimed);
    std::string bytes;
    bytes.reserve(claimed);
    // In pieces rather than by the size the file system claims: files in /proc claim none.
    char piece[1 << 16];
    for (size_t read; (read = read_piece(opened, file, piece)) > 0;) {
        throw_if_scope_cancelled();
        bytes.append(piece, read);
        require_bytes(bytes.size());
    }
    return bytes;
}

std::string read_part(const fs::path& file, std::uint64_t from, std::size_t bytes) {
    try {
        require_regular_file(file);
        const Descriptor opened = Descriptor::open(file, kToRead);
        if (!opened.is_open() || ::lseek(opened.get(), static_cast<off_t>(from), SEEK_SET) < 0)
            return {};
        const std::uint64_t claimed = require_still_regular(opened, file);
        std::string part;
        part.reserve(std::min<std::uint64_t>(bytes, claimed));
        char piece[1 << 16];
        for (size_t read; part.size() < bytes && (read = read_piece(opened, file, piece)) > 0;)
            part.append(piece, std::min(read, bytes - part.size()));
        return part;
    } catch (const Error&) {
        return {};
    }
}

void write_file(const fs::path& file, std::string_view bytes) {
    GrowingFile growing(file);
    growing.append(bytes);
    growing.commit();
}

void create_folder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        throw Error("the folder cannot be created: " + failed.message(), {folder},
                    "choose a folder that can be written to");
}

}  // namespace rudolph
