#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace rudolph {

/// The whole file as bytes. Throws Error when it is missing, unreadable, a folder, or larger than
/// `max_bytes`.
std::string read_file(const std::filesystem::path& file,
                      std::uint64_t max_bytes = std::uint64_t{1} << 31);

/// Writes beside the destination, flushes to disk, then renames: a reader sees the old file or the
/// new one, never a part. Creates missing parent folders. Throws Error, leaving the old file alone.
void write_file(const std::filesystem::path& file, std::string_view bytes);

/// Creates a folder and its parents; throws Error naming the folder when that fails.
void create_folder(const std::filesystem::path& folder);

}  // namespace rudolph
