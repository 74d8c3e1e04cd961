#include "core/formats/recipe_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "core/base/text.h"

namespace rudolph {
namespace {

constexpr std::string_view kAnySeparators = " \t,;|()[]\r";
constexpr size_t kLinesLookedAt = 60;

std::string_view without_marks(std::string_view field) {
    field = trimmed(field);
    if (field.size() >= 2 && (field.front() == '"' || field.front() == '\'') &&
        field.back() == field.front())
        field = trimmed(field.substr(1, field.size() - 2));
    while (!field.empty() && (field.front() == '(' || field.front() == '['))
        field = trimmed(field.substr(1));
    while (!field.empty() && (field.back() == ')' || field.back() == ']') &&
           field.find(field.back() == ')' ? '(' : '[') == std::string_view::npos)
        field = trimmed(field.substr(0, field.size() - 1));
    return field;
}

/// Where a field that begins at `start` ends: at a separator outside of quotes.
size_t end_of_field(std::string_view line, size_t start, std::string_view separators) {
    const size_t first = line.find_first_not_of(" \t", start);
    const bool quoted = first != std::string_view::npos && line[first] == '"' &&
                        separators.find('"') == std::string_view::npos;
    size_t from = start;
    if (quoted) {
        const size_t close = line.find('"', first + 1);
        from = close == std::string_view::npos ? start : close;
    }
    return line.find_first_of(separators, from);
}

struct JudgedSplitter {
    RowSplitter splitter;
    double numbers = 0;  ///< a line
    double broken = 0;   ///< fields a line that look as if they were cut wrongly
};

/// A field with a digit first that is no number was probably cut wrongly: "5 34". The grey values
/// of a picture's pixels are longer.
bool looks_broken(std::string_view field) {
    constexpr size_t pixels = 1000;
    if (field.size() >= pixels && field.find_first_not_of("0123456789 ") == std::string_view::npos)
        return false;
    const size_t at = field.find_first_not_of("+-.,");
    if (at == std::string_view::npos)
        return !field.empty() && field != "-";
    return std::strchr("0123456789", field[at]) != nullptr &&
           field.find_first_not_of("0123456789.,;|+- \teE") == std::string_view::npos;
}

JudgedSplitter judged(const RowSplitter& splitter, const std::vector<std::string_view>& lines) {
    JudgedSplitter result{splitter};
    double counted = 0;
    for (const std::string_view line : lines) {
        if (trimmed(line).empty())
            continue;
        ++counted;
        for (const std::string_view field : splitter.fields(line)) {
            if (splitter.number(field))
                ++result.numbers;
            else if (looks_broken(field))
                ++result.broken;
        }
    }
    result.numbers /= std::max(1.0, counted);
    result.broken /= std::max(1.0, counted);
    return result;
}

}  // namespace

std::vector<std::string_view> RowSplitter::fields(std::string_view line) const {
    std::vector<std::string_view> found;
    if (separator_ == ' ' || separator_ == '*') {
        std::string_view separators =
            separator_ == ' ' ? std::string_view(" \t\r") : kAnySeparators;
        if (separator_ == '*' && decimal_ == ',')
            separators = " \t;|()[]\r";
        size_t start = line.find_first_not_of(separators);
        while (start != std::string_view::npos) {
            size_t end = end_of_field(line, start, separators);
            found.push_back(without_marks(
                line.substr(start, end == std::string_view::npos ? end : end - start)));
            start = end == std::string_view::npos ? end : line.find_first_not_of(separators, end);
        }
        return found;
    }
    size_t start = 0;
    const std::string_view separators(&separator_, 1);
    for (size_t end; (end = end_of_field(line, start, separators)) != std::string_view::npos;
         start = end + 1)
        found.push_back(without_marks(line.substr(start, end - start)));
    found.push_back(without_marks(line.substr(start)));
    return found;
}

std::optional<double> RowSplitter::number(std::string_view field) const {
    if (decimal_ != ',' || field.find(',') == std::string_view::npos)
        return parse_number(field);
    if (field.size() > 40 || field.find('.') != std::string_view::npos)
        return std::nullopt;
    std::array<char, 40> with_point{};
    std::replace_copy(field.begin(), field.end(), with_point.begin(), ',', '.');
    return parse_number({with_point.data(), field.size()});
}

std::vector<RowSplitter> plausible_splitters(const std::vector<std::string_view>& lines) {
    const std::vector<std::string_view> start(
        lines.begin(),
        lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), kLinesLookedAt)));
    std::vector<JudgedSplitter> all;
    for (const auto& [separator, decimal] :
         {std::pair(';', '.'), std::pair(';', ','), std::pair('\t', '.'), std::pair('\t', ','),
          std::pair(',', '.'), std::pair('|', '.'), std::pair(' ', '.'), std::pair(' ', ','),
          std::pair(':', '.'), std::pair('*', '.'), std::pair('*', ',')})
        all.push_back(judged(RowSplitter(separator, decimal), start));
    // Nothing cut wrongly; then as many numbers as can be, at least two a line; then the plainest.
    std::stable_sort(all.begin(), all.end(), [](const JudgedSplitter& a, const JudgedSplitter& b) {
        const auto rank = [](const JudgedSplitter& way) {
            return (way.numbers >= 1.5 ? 2.0
                    : way.numbers > 0  ? 1.0
                                       : 0.0) -
                   2 * way.broken / std::max(1.0, way.numbers + way.broken);
        };
        if (std::abs(rank(a) - rank(b)) > 1e-9)
            return rank(a) > rank(b);
        const bool a_any = a.splitter.separator() == '*';
        const bool b_any = b.splitter.separator() == '*';
        return a_any != b_any ? b_any : a.numbers > b.numbers + 1e-9;
    });
    std::vector<RowSplitter> ways;
    for (const JudgedSplitter& way : all)
        if (ways.empty() || (way.numbers >= 1 && way.broken < 0.2 * way.numbers))
            ways.push_back(way.splitter);
    return ways;
}

bool is_blank_field(std::string_view field) {
    if (field.size() > 4)
        return false;
    const std::string small = lower(field);
    return small.empty() || small == "nan" || small == "null" || small == "na" || small == "none" ||
           small == "n/a" || small == "-nan";
}

}  // namespace rudolph
