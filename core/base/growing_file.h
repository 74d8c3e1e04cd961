#pragma once

#include <filesystem>
#include <string_view>

#include "core/base/descriptor.h"

namespace rudolph {

/// A file that is written piece by piece under a hidden name beside its destination, where it
/// appears when it is complete: a reader sees the old file or the new one, never a part. A link is
/// followed, and what is there keeps its owner, access and other names. Without commit() it is
/// removed. For one thread.
class GrowingFile {
public:
    /// Creates missing parent folders. Throws Error when the folder cannot be written to, and for
    /// devices, pipes, folders and files that may not be written.
    explicit GrowingFile(std::filesystem::path file);
    ~GrowingFile();
    GrowingFile(const GrowingFile&) = delete;
    GrowingFile& operator=(const GrowingFile&) = delete;

    const std::filesystem::path& path() const { return file_; }
    /// Throws Error, after which the file cannot be gone on with.
    void append(std::string_view bytes);
    /// Flushes to disk and renames. Once. Throws Error, leaving what was there before.
    void commit();

private:
    std::filesystem::path file_;
    std::filesystem::path place_;
    std::filesystem::path beside_;  ///< empty once it is gone
    Descriptor descriptor_;
};

}  // namespace rudolph
