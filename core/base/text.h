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

/// A text in a field of a CSV row, quoted where it must be (RFC 4180). A text that spreadsheets
/// would compute (it begins with =, +, -, @ and is no number) gets an apostrophe before it inside
/// the quotes, which the functions below take away again.
std::string csv_field(std::string_view text);

struct CsvField {
    std::string text;
    bool is_quoted = false;  ///< space at its ends was meant
};
/// The fields of one CSV row, as csv_rows() gives it.
std::vector<CsvField> csv_cells(std::string_view row, char separator = ',');
/// The same, their texts alone.
std::vector<std::string> csv_fields(std::string_view row, char separator = ',');

struct CsvRowText {
    std::string_view text;  ///< without the end of its line
    int line = 0;           ///< of the file, where the row begins; 1-based
};
/// The rows of a CSV file: lines, several of them where a quoted field has line breaks.
std::vector<CsvRowText> csv_rows(std::string_view text, char separator = ',');

}  // namespace rudolph
