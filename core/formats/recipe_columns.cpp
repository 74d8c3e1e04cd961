#include "core/formats/recipe_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "core/base/error.h"
#include "core/base/text.h"

namespace rudolph {
namespace {

/// A pattern of column names: what stands before and after the mark, and what the mark is.
struct ColumnPattern {
    std::string before;
    std::string after;
    bool has_mark = false;
    bool is_name = false;
    long long times = 1;  ///< {2i+1}: 2
    long long plus = 0;   ///< 1
};

/// "{i}", "{ii}", "{2i}", "{2i+1}", "{name}".
ColumnPattern parse_pattern(const std::string& pattern) {
    ColumnPattern parsed;
    const size_t open = pattern.find('{');
    const size_t close = open == std::string::npos ? open : pattern.find('}', open);
    parsed.before = pattern.substr(0, open);
    if (close == std::string::npos)
        return parsed.before = pattern, parsed;
    parsed.after = pattern.substr(close + 1);
    parsed.has_mark = true;
    const std::string mark = pattern.substr(open + 1, close - open - 1);
    const size_t letter = mark.find('i');
    if (mark == "name" || letter == std::string::npos) {
        parsed.is_name = true;
        return parsed;
    }
    const size_t last = mark.find_last_of('i');
    if (letter > 0)
        parsed.times = std::clamp(parse_integer(mark.substr(0, letter)).value_or(1), 1LL, 1000LL);
    if (last + 1 < mark.size())
        parsed.plus =
            std::clamp(parse_integer(mark.substr(last + 1)).value_or(0), -100000LL, 100000LL);
    return parsed;
}

/// What the mark stands for in this name.
std::optional<std::string> mark_in(const ColumnPattern& pattern, const std::string& name,
                                   bool any_case) {
    const auto same = [any_case](std::string_view a, std::string_view b) {
        return any_case ? lower(a) == lower(b) : a == b;
    };
    const std::string_view text = name;
    if (!pattern.has_mark)
        return same(text, pattern.before) ? std::optional<std::string>("") : std::nullopt;
    const size_t around = pattern.before.size() + pattern.after.size();
    if (text.size() <= around || !same(text.substr(0, pattern.before.size()), pattern.before) ||
        !same(text.substr(text.size() - pattern.after.size()), pattern.after))
        return std::nullopt;
    const std::string_view mark = text.substr(pattern.before.size(), text.size() - around);
    if (pattern.is_name)
        return std::string(mark);
    if (mark.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    const auto number = parse_integer(mark);
    if (!number || (*number - pattern.plus) % pattern.times != 0 || *number < pattern.plus)
        return std::nullopt;
    return std::to_string((*number - pattern.plus) / pattern.times);
}

bool counts_up(const std::vector<std::string_view>& fields) {
    int run = 0;
    std::optional<long long> before;
    for (const std::string_view field : fields) {
        const auto number = parse_integer(field);
        run = number && before && *number == *before + 1 ? run + 1 : 0;
        before = number;
        if (run >= 3)
            return true;
    }
    return false;
}

int numbers_in(const std::vector<std::string_view>& fields, const RowSplitter& splitter) {
    return static_cast<int>(
        std::count_if(fields.begin(), fields.end(),
                      [&](std::string_view field) { return splitter.number(field).has_value(); }));
}

/// The lines that are not empty, from `first` on.
std::vector<size_t> filled_lines(const std::vector<std::string_view>& lines, size_t first,
                                 size_t most) {
    std::vector<size_t> filled;
    for (size_t i = first; i < lines.size() && filled.size() < most; ++i)
        if (!trimmed(lines[i]).empty())
            filled.push_back(i);
    return filled;
}

TableHead guessed_head(const std::vector<std::string_view>& lines, const std::vector<size_t>& rows,
                       const RowSplitter& splitter) {
    if (rows.empty())
        return TableHead::None;
    const auto first = splitter.fields(lines[rows[0]]);
    if (!first.empty() && lower(first.front()) == "scorer")
        return TableHead::DeepLabCut;
    if (rows.size() < 2)
        return numbers_in(first, splitter) == 0 ? TableHead::Names : TableHead::None;
    const auto second = splitter.fields(lines[rows[1]]);
    const int numbers_below = numbers_in(second, splitter);
    if (2 * numbers_in(first, splitter) < numbers_below)
        return TableHead::Names;
    // Columns that are called by their numbers.
    return counts_up(first) && !counts_up(second) ? TableHead::Names : TableHead::None;
}

TableNames deeplabcut_names(const std::vector<std::string_view>& lines,
                            const std::vector<size_t>& rows, const RowSplitter& splitter) {
    TableNames names;
    names.head = TableHead::DeepLabCut;
    std::map<std::string, std::vector<std::string_view>> head;
    for (const size_t row : rows) {
        const auto fields = splitter.fields(lines[row]);
        const std::string kind = fields.empty() ? "" : lower(fields.front());
        if (kind != "scorer" && kind != "individuals" && kind != "bodyparts" && kind != "coords")
            break;
        head[kind] = fields;
        names.first_row = static_cast<int>(row) + 1;
    }
    const auto cell = [&](const std::string& row, size_t column) {
        const auto found = head.find(row);
        return found == head.end() || column >= found->second.size()
                   ? std::string()
                   : std::string(found->second[column]);
    };
    for (size_t column = 0; column < head["coords"].size(); ++column) {
        const std::string axis = cell("coords", column);
        if (column == 0 || axis.empty()) {
            names.names.emplace_back();
            names.picture.push_back(static_cast<int>(column));
            continue;
        }
        const std::string individual = cell("individuals", column);
        if (!individual.empty() && std::find(names.individuals.begin(), names.individuals.end(),
                                             individual) == names.individuals.end())
            names.individuals.push_back(individual);
        std::string name = individual.empty() ? std::string() : individual + '/';
        name += cell("bodyparts", column);
        name += '_';
        name += axis;
        names.names.push_back(std::move(name));
    }
    return names;
}

std::string column_title(const RecipeColumn& column) {
    return column.name.empty() ? fmt::format("number {}", column.index)
                               : fmt::format("'{}'", column.name);
}

class Resolver {
public:
    Resolver(const TableNames& names, int count, const std::filesystem::path& file)
        : names_(names), count_(count), file_(file) {}

    int column(const RecipeColumn& wanted) const {
        if (wanted.name.empty()) {
            const int index = wanted.index < 0 ? count_ + wanted.index : wanted.index;
            if (index >= 0 && index < count_)
                return index;
        } else {
            for (const bool any_case : {false, true})
                for (size_t i = 0; i < names_.names.size(); ++i)
                    if (any_case ? lower(names_.names[i]) == lower(wanted.name)
                                 : names_.names[i] == wanted.name)
                        return static_cast<int>(i);
        }
        throw Error(fmt::format("the table has no column {}", column_title(wanted)), {file_, 1},
                    fmt::format("it has {} columns", count_));
    }

    /// The values of the points whose columns have names that begin with `individual`.
    void add_named_face(const RecipePoints& points, const std::string& individual,
                        TableColumns& columns) const {
        std::map<char, std::vector<std::pair<std::string, int>>> found;
        for (const auto& [letter, pattern] : points.columns) {
            found[letter] = columns_like(individual + pattern, names_.names);
            // "{name}_x" is "box_x", too.
            std::erase_if(found[letter], [&columns](const auto& column) {
                return std::find(columns.box.begin(), columns.box.end(), column.second) !=
                       columns.box.end();
            });
        }
        std::vector<int> face;
        std::vector<std::string> point_names;
        for (const auto& [mark, x] : found.at('x')) {
            std::vector<int> values;
            for (const char letter : columns.order) {
                const auto& all = found.at(letter);
                const auto same =
                    std::find_if(all.begin(), all.end(),
                                 [&mark = mark](const auto& other) { return other.first == mark; });
                if (same != all.end())
                    values.push_back(same->second);
                else if (letter == 'x' || letter == 'y')
                    break;
                else
                    values.push_back(-1);
            }
            if (values.size() != columns.order.size())
                continue;  // an x without its y
            face.insert(face.end(), values.begin(), values.end());
            point_names.push_back(mark);
        }
        if (face.empty())
            throw Error(fmt::format("the table has no columns like {} and {}",
                                    points.columns.at('x'), points.columns.at('y')),
                        {file_, 1});
        const bool numbers =
            std::all_of(point_names.begin(), point_names.end(), [](const auto& name) {
                return name.find_first_not_of("0123456789") == std::string::npos;
            });
        if (columns.faces.empty() && !numbers)
            columns.point_names = point_names;
        columns.faces.push_back(std::move(face));
    }

    void add_counted_face(const RecipePoints& points, TableColumns& columns) const {
        const int letters = static_cast<int>(points.order.size());
        const int there = (count_ - points.first) / letters;
        const int size = points.count > 0 ? points.count : there;
        if (size <= 0 || size > there)
            throw Error(
                fmt::format("the table has {} columns, too few for {} points from column {}",
                            count_, std::max(size, 1), points.first),
                {file_, 1});
        std::vector<int> face;
        for (int i = 0; i < size; ++i)
            for (int k = 0; k < letters; ++k)
                face.push_back(points.first + (points.in_blocks ? k * size + i : i * letters + k));
        columns.faces.push_back(std::move(face));
    }

private:
    const TableNames& names_;
    int count_;
    const std::filesystem::path& file_;
};

}  // namespace

std::vector<std::pair<std::string, int>> columns_like(const std::string& pattern,
                                                      const std::vector<std::string>& names) {
    const ColumnPattern parsed = parse_pattern(pattern);
    std::vector<std::pair<std::string, int>> found;
    for (const bool any_case : {false, true}) {
        for (size_t i = 0; i < names.size(); ++i)
            if (auto mark = mark_in(parsed, names[i], any_case))
                found.emplace_back(std::move(*mark), static_cast<int>(i));
        if (!found.empty())
            break;
    }
    if (parsed.has_mark && !parsed.is_name)
        std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
            return parse_integer(a.first).value_or(0) < parse_integer(b.first).value_or(0);
        });
    const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    return found;
}

TableNames table_names(const RecipeText& text, const std::vector<std::string_view>& lines,
                       const RowSplitter& splitter) {
    constexpr size_t head_rows = 6;
    std::vector<size_t> rows = filled_lines(lines, static_cast<size_t>(text.skip_lines), head_rows);
    // CelebA's lists begin with the number of their rows.
    if (rows.size() > 1 && parse_integer(trimmed(lines[rows[0]])) &&
        splitter.fields(lines[rows[1]]).size() > 2)
        rows.erase(rows.begin());
    TableNames names;
    names.first_row = rows.empty() ? static_cast<int>(lines.size()) : static_cast<int>(rows[0]);
    const TableHead head =
        text.head == TableHead::Guess ? guessed_head(lines, rows, splitter) : text.head;
    if (head == TableHead::DeepLabCut)
        return deeplabcut_names(lines, rows, splitter);
    if (head == TableHead::None || rows.empty())
        return names;
    names.head = TableHead::Names;
    for (const std::string_view field : splitter.fields(lines[rows[0]]))
        names.names.emplace_back(field);
    names.first_row = static_cast<int>(rows[0]) + 1;
    // CelebA's head leaves the column of the pictures without a name.
    if (rows.size() > 1 && splitter.fields(lines[rows[1]]).size() == names.names.size() + 1)
        names.names.insert(names.names.begin(), std::string());
    return names;
}

RowSplitter splitter_for(const RecipeText& text, const std::vector<std::string_view>& lines) {
    if (text.separator != 0 && text.decimal != 0)
        return {text.separator, text.decimal};
    const auto skipped = std::min(lines.size(), static_cast<size_t>(text.skip_lines));
    for (const RowSplitter& way :
         plausible_splitters({lines.begin() + static_cast<std::ptrdiff_t>(skipped), lines.end()}))
        if ((text.separator == 0 || text.separator == way.separator()) &&
            (text.decimal == 0 || text.decimal == way.decimal()))
            return way;
    return {text.separator != 0 ? text.separator : ' ', text.decimal != 0 ? text.decimal : '.'};
}

TableColumns table_columns(const Recipe& recipe, const std::vector<std::string_view>& lines,
                           const RowSplitter& splitter, const std::filesystem::path& file) {
    RecipeText text = recipe.text;
    if (text.head == TableHead::Guess && !recipe.points.columns.empty() &&
        (lines.empty() || !lower(lines.front()).starts_with("scorer")))
        text.head = TableHead::Names;
    const TableNames names = table_names(text, lines, splitter);
    TableColumns columns;
    columns.first_row = names.first_row;
    const auto rows = filled_lines(lines, static_cast<size_t>(names.first_row), 1);
    columns.count = !names.names.empty() ? static_cast<int>(names.names.size())
                    : rows.empty()       ? 0
                                   : static_cast<int>(splitter.fields(lines[rows.front()]).size());
    if (columns.count == 0)
        throw Error("the table has no rows", {file});
    const Resolver resolver(names, columns.count, file);
    for (const RecipeColumn& column : recipe.box.columns)
        columns.box.push_back(resolver.column(column));
    columns.order = recipe.points.order;
    if (!recipe.points.columns.empty()) {
        columns.order = "xy";
        for (const auto& [letter, pattern] : recipe.points.columns)
            if (letter != 'x' && letter != 'y')
                columns.order += letter;
        if (names.individuals.empty())
            resolver.add_named_face(recipe.points, "", columns);
        for (const std::string& individual : names.individuals)
            resolver.add_named_face(recipe.points, individual + "/", columns);
    } else if (recipe.layout == RecipeLayout::RowPerPoint) {
        RecipePoints one = recipe.points;
        one.count = 1;
        resolver.add_counted_face(one, columns);
    } else {
        resolver.add_counted_face(recipe.points, columns);
    }
    if (recipe.layout == RecipeLayout::RowPerPoint && recipe.points.has_point_column)
        columns.point = resolver.column(recipe.points.point);
    if (names.head == TableHead::DeepLabCut)
        columns.picture = names.picture;
    else if (recipe.pictures.from == PictureFrom::Column ||
             recipe.pictures.from == PictureFrom::Pixels)
        columns.picture = {resolver.column(recipe.pictures.column)};
    for (const auto& [name, column] : recipe.attributes)
        columns.attributes.emplace_back(name, resolver.column(column));
    return columns;
}

}  // namespace rudolph
