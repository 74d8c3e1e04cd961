#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace rudolph {

/// YuNet's weights, which are not part of the program: where they come from and what they must be.
struct DetectorFile {
    std::string name;    ///< of the file
    std::string url;     ///< where it is offered
    std::string sha256;  ///< in lower-case hexadecimal digits
    std::uint64_t bytes = 0;
    std::string licence;  ///< "Apache-2.0"
};
const DetectorFile& yunet_file();

/// Where programs keep what was downloaded: models/ in the user's data folder ($XDG_DATA_HOME, else
/// ~/.local/share, then rudolph). Not created.
std::filesystem::path downloaded_models_folder();

/// The weights when they are there: at $RUDOLPH_YUNET, or among what was downloaded. Empty
/// otherwise.
std::filesystem::path find_yunet();

/// The file's bytes. Throws Error when it cannot be read or does not have that sum.
std::string read_with_sha256(const std::filesystem::path& file, const std::string& sha256);
/// The same, where only the check matters.
inline void require_sha256(const std::filesystem::path& file, const std::string& sha256) {
    read_with_sha256(file, sha256);
}

}  // namespace rudolph
