#include "core/formats/recipe_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "core/base/encoding.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/formats/matlab_file.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr size_t kFewestNumbers = 6;

const MatlabVariable& wanted_variable(const MatlabFile& matlab, const Recipe& recipe,
                                      const fs::path& file) {
    for (const std::string& name : recipe.text.variables)
        if (const MatlabVariable* found = matlab.variable(name);
            found != nullptr && found->kind == MatlabKind::Numbers)
            return *found;
    std::string wanted;
    for (const std::string& name : recipe.text.variables)
        wanted += (wanted.empty() ? "" : ", ") + name;
    std::string there;
    for (const MatlabVariable& variable : matlab.variables())
        if (variable.kind == MatlabKind::Numbers)
            there += (there.empty() ? "" : ", ") + shown_text(variable.name);
    throw Error(wanted.empty() ? std::string("the recipe names no variable of a MATLAB file")
                               : fmt::format("the file has no variable {}", wanted),
                {file}, there.empty() ? "it holds no matrix of numbers" : "it has " + there);
}

std::string point_lines(const cv::Mat& numbers) {
    // Coordinates below each other, points side by side.
    const bool lies = numbers.rows < numbers.cols && (numbers.rows == 2 || numbers.rows == 3);
    const cv::Mat_<double> points = lies ? cv::Mat(numbers.t()) : numbers;
    std::string text;
    for (int row = 0; row < points.rows; ++row)
        for (int column = 0; column < points.cols; ++column)
            text += number_text(points(row, column)) + (column + 1 < points.cols ? ' ' : '\n');
    return text;
}

/// Tabs and ends of lines divide the table.
std::string field_of(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

void add_numbers(const MatlabFile& matlab, const std::string& name,
                 std::vector<std::string>& lines) {
    const cv::Mat_<double> numbers = matlab.numbers(name);
    const auto add = [](std::string& line, const std::string& field) {
        line += (line.empty() ? "" : "\t") + field;
    };
    for (int column = 0; column < numbers.cols; ++column)
        add(lines.front(), numbers.cols == 1 ? name : fmt::format("{}{}", name, column + 1));
    for (int row = 0; row < numbers.rows; ++row)
        for (int column = 0; column < numbers.cols; ++column)
            add(lines[static_cast<size_t>(row) + 1], number_text(numbers(row, column)));
}

std::string table_lines(const MatlabFile& matlab, const MatlabVariable& table) {
    std::vector<std::string> lines(table.rows + 1);
    add_numbers(matlab, table.name, lines);
    for (const MatlabVariable& other : matlab.variables())
        if (other.kind == MatlabKind::Numbers && other.rows == table.rows &&
            other.name != table.name)
            add_numbers(matlab, other.name, lines);
    for (const MatlabVariable& other : matlab.variables()) {
        if (other.kind == MatlabKind::Numbers || other.rows != table.rows)
            continue;
        lines.front() += '\t' + other.name;
        std::vector<std::string> texts;
        if (other.kind == MatlabKind::Texts)
            texts = matlab.texts(other.name);
        for (size_t row = 0; row < table.rows; ++row)
            lines[row + 1] += '\t' + (other.kind == MatlabKind::Pictures
                                          ? fmt::format("{}#{}", other.name, row + 1)
                                      : row < texts.size() ? field_of(texts[row])
                                                           : std::string());
    }
    std::string text;
    for (const std::string& line : lines)
        text += line + '\n';
    return text;
}

std::string matlab_text(const fs::path& file, const Recipe& recipe) {
    const MatlabFile matlab(file);
    const MatlabVariable& variable = wanted_variable(matlab, recipe, file);
    return recipe.layout == RecipeLayout::FilePerFace ? point_lines(matlab.numbers(variable.name))
                                                      : table_lines(matlab, variable);
}

template <class Fits>
std::vector<std::string> variables_that(const fs::path& file, Fits fits) {
    std::vector<std::string> names;
    if (!has_matlab_extension(file))
        return names;
    try {
        const MatlabFile matlab(file);
        for (const MatlabVariable& variable : matlab.variables())
            if (variable.kind == MatlabKind::Numbers && fits(matlab, variable))
                names.push_back(variable.name);
    } catch (const Error&) {
        names.clear();
    }
    return names;
}

}  // namespace

std::string recipe_source(const fs::path& file, const Recipe& recipe, std::uint64_t max_bytes) {
    return has_matlab_extension(file) ? matlab_text(file, recipe) : read_text(file, max_bytes);
}

std::string recipe_source_start(const fs::path& file, const Recipe& recipe, std::size_t bytes) {
    if (!has_matlab_extension(file))
        return read_text_start(file, bytes);
    try {
        return matlab_text(file, recipe).substr(0, bytes);
    } catch (const Error&) {
        return {};
    }
}

std::vector<std::string> variables_like_points(const fs::path& file) {
    return variables_that(file, [](const MatlabFile& matlab, const MatlabVariable& variable) {
        (void)matlab;
        const auto [less, more] = std::minmax(variable.rows, variable.columns);
        return (less == 2 || less == 3) ? more >= 3
                                        : less == 1 && more >= kFewestNumbers && more % 2 == 0;
    });
}

std::vector<std::string> variables_like_tables(const fs::path& file) {
    return variables_that(file, [](const MatlabFile& matlab, const MatlabVariable& variable) {
        const auto& all = matlab.variables();
        return variable.columns >= kFewestNumbers &&
               std::any_of(all.begin(), all.end(), [&variable](const MatlabVariable& other) {
                   return other.kind != MatlabKind::Numbers && other.rows == variable.rows;
               });
    });
}

}  // namespace rudolph
