#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace rudolph {

/// Throws Error for what is missing, a folder, or a pipe, a socket or a device: reading those waits
/// for ever or never ends. All that reads files asks this first; the functions below do so
/// themselves, libraries that open a file by its name are asked for.
void require_regular_file(const std::filesystem::path& file);

/// The whole file as bytes. Throws Error as require_regular_file() does, and when it is unreadable
/// or larger than `max_bytes`.
std::string read_file(const std::filesystem::path& file,
                      std::uint64_t max_bytes = std::uint64_t{1} << 31);

/// At most `bytes` from the place `from` on; empty where there are none or the file cannot be read,
/// of which read_file() says why.
std::string read_part(const std::filesystem::path& file, std::uint64_t from, std::size_t bytes);

/// Writes beside the destination, flushes to disk, then renames: a reader sees the old file or the
/// new one, never a part. Creates missing parent folders. Throws Error, leaving the old file alone.
void write_file(const std::filesystem::path& file, std::string_view bytes);

/// Creates a folder and its parents; throws Error naming the folder when that fails.
void create_folder(const std::filesystem::path& folder);

}  // namespace rudolph
