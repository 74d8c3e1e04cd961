#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "core/base/cancel_scope.h"

namespace rudolph {
namespace {

template <class Number>
std::optional<Number> parse(std::string_view text) {
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    Number value{};
    const char* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ec != std::errc() || result.ptr != end)
        return std::nullopt;
    return value;
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
    return parse<double>(text);
}

std::optional<long long> parse_integer(std::string_view text) {
    return parse<long long>(text);
}

std::string number_text(double value) {
    char buffer[32];
    const auto result = std::to_chars(buffer, buffer + sizeof buffer, value);
    return {buffer, result.ptr};
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n\f\v";
    const size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

std::vector<std::string_view> words(std::string_view line) {
    std::vector<std::string_view> found;
    constexpr std::string_view space = " \t\r";
    size_t start = line.find_first_not_of(space);
    while (start != std::string_view::npos) {
        const size_t end = line.find_first_of(space, start);
        found.push_back(line.substr(start, end - start));
        start = line.find_first_not_of(space, end);
    }
    return found;
}

std::vector<std::string_view> split(std::string_view line, char separator) {
    std::vector<std::string_view> parts;
    size_t start = 0;
    for (size_t end; (end = line.find(separator, start)) != std::string_view::npos; start = end + 1)
        parts.push_back(line.substr(start, end - start));
    parts.push_back(line.substr(start));
    return parts;
}

std::vector<std::string_view> lines(std::string_view text) {
    std::vector<std::string_view> found = split(text, '\n');
    if (found.back().empty())
        found.pop_back();
    for (std::string_view& line : found)
        if (line.ends_with('\r'))
            line.remove_suffix(1);
    return found;
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

size_t utf8_length(std::string_view text, size_t at) {
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    const size_t length = lead < 0x80                   ? 1
                          : lead >= 0xC2 && lead < 0xE0 ? 2
                          : lead >= 0xE0 && lead < 0xF0 ? 3
                          : lead >= 0xF0 && lead < 0xF5 ? 4
                                                        : 0;
    if (length == 0 || at + length > text.size())
        return 0;
    for (size_t i = at + 1; i < at + length; ++i)
        if ((byte(i) & 0xC0U) != 0x80)
            return 0;
    return length;
}

namespace {

/// Whether a spreadsheet may compute this text, or one that begins with an apostrophe is taken for
/// such a text that was made harmless.
bool may_be_computed(std::string_view text) {
    constexpr std::string_view signs = "=+-@\t\r";
    const size_t first = text.find_first_not_of('\'');
    return first != std::string_view::npos && signs.find(text[first]) != std::string_view::npos;
}

/// Where the quoted field that opens at `at` ends: behind its closing quote. npos: nowhere.
size_t end_of_quotes(std::string_view text, size_t at) {
    for (size_t i = at + 1; (i = text.find('"', i)) != std::string_view::npos; i += 2)
        if (i + 1 >= text.size() || text[i + 1] != '"')
            return i + 1;
    return std::string_view::npos;
}

/// Whether a field may end here: before the separator or the end of the line.
bool ends_field(std::string_view text, size_t at, char separator) {
    at = std::min(text.find_first_not_of(' ', at), text.size());
    return at == text.size() || text[at] == separator || text[at] == '\r' || text[at] == '\n';
}

}  // namespace

std::string csv_field(std::string_view text) {
    const bool computed = may_be_computed(text) && !parse_number(text);
    if (!computed && text.find_first_of(",;\t\"\r\n") == std::string_view::npos &&
        trimmed(text).size() == text.size())
        return std::string(text);
    std::string quoted = computed ? "\"'" : "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"')
            quoted += c;
    }
    return quoted + "\"";
}

std::vector<CsvField> csv_cells(std::string_view row, char separator) {
    std::vector<CsvField> fields;
    for (size_t at = 0;;) {
        CsvField field;
        const size_t first = row.find_first_not_of(' ', at);
        size_t end = std::string_view::npos;
        if (first != std::string_view::npos && row[first] == '"') {
            field.is_quoted = true;
            const size_t closed = std::min(end_of_quotes(row, first), row.size());
            const bool is_closed = closed > first + 1 && row[closed - 1] == '"';
            for (size_t i = first + 1; i < closed - (is_closed ? 1 : 0); ++i) {
                field.text += row[i];
                if (row[i] == '"')
                    ++i;
            }
            // What still stands between the quotes and the separator belongs to it, somehow.
            end = std::min(row.find(separator, closed), row.size());
            field.text += trimmed(row.substr(closed, end - closed));
            if (field.text.starts_with('\'') && may_be_computed(field.text))
                field.text.erase(0, 1);
        } else {
            end = std::min(row.find(separator, at), row.size());
            field.text = row.substr(at, end - at);
        }
        fields.push_back(std::move(field));
        if (end >= row.size())
            return fields;
        at = end + 1;
    }
}

std::vector<std::string> csv_fields(std::string_view row, char separator) {
    std::vector<std::string> texts;
    for (CsvField& field : csv_cells(row, separator))
        texts.push_back(std::move(field.text));
    return texts;
}

std::vector<CsvRowText> csv_rows(std::string_view text, char separator) {
    std::vector<CsvRowText> rows;
    int line = 1;
    for (size_t start = 0; start < text.size();) {
        throw_if_scope_cancelled();
        size_t end = start;
        bool begins_field = true;
        while (end < text.size() && text[end] != '\n') {
            size_t closed = begins_field && text[end] == '"' ? end_of_quotes(text, end)
                                                             : std::string_view::npos;
            // Quotes that nothing closes, or some other quote far away, end with their line, or the
            // rest of the file were lost.
            if (closed != std::string_view::npos && !ends_field(text, closed, separator))
                closed = std::string_view::npos;
            begins_field = text[end] == separator || (begins_field && text[end] == ' ');
            end = closed == std::string_view::npos ? end + 1 : closed;
        }
        std::string_view row = text.substr(start, end - start);
        const auto more = static_cast<int>(std::count(row.begin(), row.end(), '\n'));
        if (row.ends_with('\r'))
            row.remove_suffix(1);
        rows.push_back({row, line});
        line += more + 1;
        start = end + 1;
    }
    return rows;
}

}  // namespace rudolph
