#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace rudolph {

/// A file that is not part of the program and that a person may want to download: where it comes
/// from and what it must be.
struct OfferedFile {
    std::string name;    ///< of the file
    std::string url;     ///< where it is offered
    std::string sha256;  ///< in lower-case hexadecimal digits; of some only the first are known
    std::uint64_t bytes = 0;
    std::string licence;  ///< "Apache-2.0"
};

/// Where programs keep what was downloaded: models/ in the user's data folder ($XDG_DATA_HOME, else
/// ~/.local/share, then rudolph). Not created.
std::filesystem::path downloaded_models_folder();

/// Whether a SHA-256 is the wanted one, of which only the first digits may be known.
bool is_sha256(const std::string& sum, const std::string& wanted);

/// The file's bytes. Throws Error when it cannot be read or does not have that sum.
std::string read_with_sha256(const std::filesystem::path& file, const std::string& sha256);
/// The same, where only the check matters.
inline void require_sha256(const std::filesystem::path& file, const std::string& sha256) {
    read_with_sha256(file, sha256);
}

/// Writes bytes whose sum was checked. Where only the first digits of it were known, the whole sum
/// is written beside them, "NAME.sha256" as sha256sum reads it, so that later damage shows. Throws
/// Error.
void keep_downloaded(const std::filesystem::path& file, std::string_view bytes,
                     const std::string& sha256);
/// What is known of the sum of a file that was kept: the whole one that was written beside it, else
/// `sha256`.
std::string known_sha256(const std::filesystem::path& file, const std::string& sha256);

}  // namespace rudolph
