#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rudolph {

/// Numbers in files and on command lines have a decimal point whatever the user's locale says;
/// these never look at the locale.

/// The number that `text` spells, whole and without surrounding space; empty for anything else.
/// "nan" and "inf" are numbers here: who reads them decides.
std::optional<double> parse_number(std::string_view text);
std::optional<long long> parse_integer(std::string_view text);

/// The shortest text that reads back as the same number.
std::string number_text(double value);

std::string_view trimmed(std::string_view text);
/// The parts between runs of spaces and tabs.
std::vector<std::string_view> words(std::string_view line);
/// The parts between single separators, empty ones included.
std::vector<std::string_view> split(std::string_view line, char separator);
/// Lines without their ends; `\n` and `\r\n` both end one.
std::vector<std::string_view> lines(std::string_view text);
std::string lower(std::string_view text);

/// How many bytes the UTF-8 character at `at` has; 0: it is none.
std::size_t utf8_length(std::string_view text, std::size_t at);

/// A field of a CSV row, quoted where it must be (RFC 4180).
std::string csv_field(std::string_view text);
/// The fields of one CSV row (RFC 4180; a quoted field does not span lines).
std::vector<std::string> csv_fields(std::string_view row, char separator = ',');

}  // namespace rudolph
