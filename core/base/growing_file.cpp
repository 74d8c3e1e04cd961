#include "core/base/growing_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "core/base/error.h"
#include "core/base/file.h"

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

}  // namespace

GrowingFile::GrowingFile(fs::path file) : file_(std::move(file)) {
    const fs::path folder = file_.has_parent_path() ? file_.parent_path() : fs::path(".");
    create_folder(folder);
    std::string name = (folder / ("." + file_.filename().string() + ".XXXXXX")).string();
    descriptor_ = ::mkstemp(name.data());
    if (descriptor_ < 0)
        throw Error("cannot write into this folder: " + errno_text(), {folder},
                    "choose a folder that can be written to");
    beside_ = std::move(name);
}

GrowingFile::~GrowingFile() {
    close();
    if (!beside_.empty())
        ::unlink(beside_.c_str());
}

void GrowingFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR)
                continue;
            throw Error("cannot be written: " + errno_text(), {file_}, "is the disk full?");
        }
        bytes.remove_prefix(static_cast<size_t>(written));
    }
}

void GrowingFile::commit() {
    // mkstemp makes files that only their owner may read; give what umask would have given.
    if (::fchmod(descriptor_, 0666 & ~usual_mask()) != 0 || ::fsync(descriptor_) != 0)
        throw Error("cannot be written: " + errno_text(), {file_}, "is the disk full?");
    close();
    if (::rename(beside_.c_str(), file_.c_str()) != 0)
        throw Error("cannot be replaced: " + errno_text(), {file_});
    beside_.clear();
}

void GrowingFile::close() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
    descriptor_ = -1;
}

}  // namespace rudolph
