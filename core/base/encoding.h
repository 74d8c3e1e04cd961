#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace rudolph {

/// Names on disk are bytes; old archives have them in Latin-1 (ISO-8859-1).
bool is_utf8(std::string_view bytes);
std::string utf8_from_latin1(std::string_view bytes);
/// Empty when a character has no place in Latin-1, or `text` is not UTF-8.
std::optional<std::string> latin1_from_utf8(std::string_view text);

/// Two names with the same key look the same to a person, or to a disk that knows no case: it
/// differs neither by how Unicode composes letters (macOS decomposes them) nor by case nor by the
/// encoding, UTF-8 or Latin-1. For comparing; never a name itself.
std::string name_key(std::string_view name);

/// At most `most` characters of a file for a message on any terminal: what cannot be shown is a
/// question mark.
std::string shown_text(std::string_view text, std::size_t most = 40);

/// Text as editors and spreadsheets save it, as text that readers know: UTF-16 (with a byte mark,
/// or recognised by its zeros) becomes UTF-8, byte marks are taken off, lines that end in a
/// carriage return alone end in \n. All else stays as it is.
std::string plain_text(std::string bytes);

/// A whole text file as plain_text(). Throws Error as read_file() does, and where the file is no
/// text: it has a zero byte near its start.
std::string read_text(const std::filesystem::path& file,
                      std::uint64_t max_bytes = std::uint64_t{1} << 31);

/// The first `bytes` of a text file as plain_text(), for recognising its kind; empty when it cannot
/// be read.
std::string read_text_start(const std::filesystem::path& file, std::size_t bytes = 1 << 16);
/// The same of the start and, where the file is longer, of the end.
std::string read_text_ends(const std::filesystem::path& file, std::size_t bytes = 1 << 16);

}  // namespace rudolph
