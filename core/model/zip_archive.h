#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rudolph {

inline constexpr const char* kDamagedAdvice = "the file is damaged; download or save it again";

/// A zip file in memory whose members are stored uncompressed, as PyTorch writes them. Members take
/// no more memory than the archive has bytes. Throws Error naming `name`.
class ZipArchive {
public:
    /// `bytes` and `name` must outlive the archive.
    ZipArchive(std::string_view bytes, const std::filesystem::path& name);
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    const std::vector<std::string>& members() const { return members_; }
    bool contains(const std::string& member) const;
    /// Checks the member's checksum.
    std::string read(const std::string& member) const;

private:
    struct Handle;

    std::string_view bytes_;
    const std::filesystem::path& name_;
    std::unique_ptr<Handle> handle_;
    std::vector<std::string> members_;
};

}  // namespace rudolph
