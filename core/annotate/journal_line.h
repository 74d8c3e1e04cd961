#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/annotate/journal.h"
#include "core/base/json_fwd.h"

namespace rudolph {

/// The lines of a journal: {"checksum":"…",…}, one JSON object each. The checksum is FNV-1a (64
/// bits, http://www.isthe.com/chongo/tech/comp/fnv/) of all that follows it in the line. The first
/// line says whose journal it is, each further one is an entry. Paths below the data's folder are
/// relative to it, so that a folder can be moved with its journal.

inline constexpr const char* kJournalKey = "rudolph_journal";
inline constexpr int kJournalVersion = 1;

std::uint64_t fnv1a(std::string_view bytes);
std::string hexadecimal(std::uint64_t value);

/// Absolute, and without a slash at its end.
std::filesystem::path plain_source(const std::filesystem::path& source);

/// The folder that holds the data: the source itself, or where the list lies.
std::filesystem::path data_folder(const std::filesystem::path& source);

/// `source` as the reader is to find it. With the end of the line.
std::string journal_header(const std::filesystem::path& source);

/// An entry as a line with its end. `left`: how many lines after this one belong to it so that it
/// means nothing without them.
std::string journal_line(const JournalEntry& entry, const std::filesystem::path& folder,
                         std::int64_t unix_milliseconds, int left);

/// What an intact line says; empty for any other.
std::optional<Json> parse_journal_line(std::string_view line);

/// The entry of a parsed line. Throws Error.
JournalEntry journal_entry(const Json& line, const std::filesystem::path& folder,
                           const std::filesystem::path& journal);

}  // namespace rudolph
