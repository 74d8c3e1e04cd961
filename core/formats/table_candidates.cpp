#include "core/formats/table_candidates.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>

#include "core/base/encoding.h"
#include "core/base/text.h"
#include "core/formats/matlab_file.h"
#include "core/formats/number_ways.h"
#include "core/formats/recipe_columns.h"
#include "core/formats/recipe_rows.h"
#include "core/formats/recipe_source.h"
#include "core/geometry/landmark_scheme.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr size_t kTableBytes = 1 << 19;
constexpr size_t kTableRows = 200;
constexpr size_t kRowsForPictures = 40;
constexpr size_t kWaysOfSplitting = 3;
constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

/// The start of a table, column by column.
struct TableStart {
    RowSplitter splitter{',', '.'};
    RecipeText text;
    TableNames names;
    std::vector<std::vector<std::string_view>> rows;
    std::vector<std::vector<double>> numbers;  ///< [column][row]; NaN: none
    std::vector<bool> is_number;               ///< most fields of the column are numbers, or blank
    std::unordered_map<std::string, int> columns_called;  ///< how many have a name

    size_t columns() const { return numbers.size(); }
    std::string name_of(size_t column) const {
        return column < names.names.size() ? names.names[column] : std::string();
    }
};

size_t usual_fields(const std::vector<std::string_view>& lines, const RowSplitter& splitter) {
    std::map<size_t, int> lengths;
    for (size_t i = 0; i < std::min<size_t>(lines.size(), 40); ++i)
        if (!trimmed(lines[i]).empty())
            ++lengths[splitter.fields(lines[i]).size()];
    size_t usual = 0;
    int most = 0;
    for (const auto& [length, count] : lengths)
        if (count >= most) {
            usual = length;
            most = count;
        }
    return usual;
}

/// What stands above the head: a count, a title.
int lines_above(const std::vector<std::string_view>& lines, const RowSplitter& splitter,
                size_t usual) {
    constexpr size_t most = 30;
    for (size_t i = 0; i < std::min(lines.size(), most); ++i) {
        const size_t fields = splitter.fields(lines[i]).size();
        if (!trimmed(lines[i]).empty() && (fields == usual || fields + 1 == usual))
            return static_cast<int>(i);
    }
    return 0;
}

bool is_pixels(std::string_view field) {
    constexpr size_t fewest = 16 * 16 * 2;
    return field.size() >= fewest &&
           field.find_first_not_of("0123456789 .") == std::string_view::npos &&
           std::count(field.begin(), field.end(), ' ') >= 255;
}

std::optional<TableStart> table_start(const std::vector<std::string_view>& lines,
                                      const RowSplitter& splitter) {
    TableStart start;
    start.splitter = splitter;
    const size_t usual = usual_fields(lines, splitter);
    if (usual < 3)
        return std::nullopt;
    start.text.separator = splitter.separator();
    start.text.decimal = splitter.decimal();
    start.text.skip_lines = lines_above(lines, splitter, usual);
    start.names = table_names(start.text, lines, splitter);
    start.text.head = start.names.head;
    if (start.names.names.size() > usual)  // most rows have fewer fields than the head
        start.names.names.resize(usual);
    for (const std::string& name : start.names.names)
        ++start.columns_called[name];
    for (size_t i = static_cast<size_t>(start.names.first_row);
         i < lines.size() && start.rows.size() < kTableRows; ++i) {
        if (trimmed(lines[i]).empty())
            continue;
        auto fields = splitter.fields(lines[i]);
        while (fields.size() > usual && fields.back().empty())
            fields.pop_back();
        if (fields.size() == usual)
            start.rows.push_back(std::move(fields));
    }
    if (start.rows.empty())
        return std::nullopt;
    start.numbers.assign(usual, {});
    for (size_t column = 0; column < usual; ++column) {
        size_t good = 0;
        size_t filled = 0;
        for (const auto& row : start.rows) {
            const auto number = splitter.number(row[column]);
            start.numbers[column].push_back(number.value_or(kNothing));
            good += number ? 1 : 0;
            filled += number || !is_blank_field(row[column]) ? 1 : 0;
        }
        start.is_number.push_back(filled > 0 && 10 * good >= 9 * filled);
    }
    return start;
}

/// The column that names the pictures.
struct PictureColumn {
    int column = -1;
    double share = 0;  ///< of the rows, whose pictures are there
};

PictureColumn picture_column(const TableStart& start, const RecipeFiles& files,
                             const fs::path& file) {
    PictureColumn best;
    for (const bool numbers : {false, true}) {
        for (size_t column = 0; column < start.columns(); ++column) {
            if (start.is_number[column] != numbers)
                continue;
            size_t found = 0;
            const size_t looked_at = std::min(start.rows.size(), kRowsForPictures);
            std::set<std::string_view> names;
            for (size_t i = 0; i < looked_at; ++i) {
                const std::string_view field =
                    start.rows[i * start.rows.size() / looked_at][column];
                const bool usable = !field.empty() && field.size() < 1000;
                found += usable && files.pictures.find(field, file).candidates > 0 ? 1 : 0;
                names.insert(field);
            }
            const double share = static_cast<double>(found) / static_cast<double>(looked_at);
            // A number that happens to be a picture's name is one only where all are.
            if (numbers && (share < 0.9 || (looked_at > 1 && 2 * names.size() < looked_at)))
                continue;
            if (share > best.share + 1e-9)
                best = {static_cast<int>(column), share};
        }
        if (best.column >= 0)
            break;
    }
    return best;
}

std::vector<double> values_of(const TableStart& start, const std::vector<size_t>& columns) {
    std::vector<double> values;
    for (const size_t column : columns)
        values.insert(values.end(), start.numbers[column].begin(), start.numbers[column].end());
    return values;
}

/// Few whole numbers, near 0: a class, a flag, no coordinate.
bool is_category(const TableStart& start, size_t column) {
    std::set<double> seen;
    for (const double value : start.numbers[column])
        if (!std::isnan(value)) {
            if (std::floor(value) != value || value < -1 || value > 10)
                return false;
            seen.insert(value);
        }
    return seen.size() <= 6;
}

bool is_known_size(size_t points) {
    static const std::vector<LandmarkScheme> schemes = builtin_schemes();
    return std::any_of(schemes.begin(), schemes.end(), [points](const LandmarkScheme& scheme) {
        return static_cast<size_t>(scheme.size()) == points;
    });
}

RecipeColumn column_at(const TableStart& start, size_t column) {
    const std::string name = start.name_of(column);
    const auto called = start.columns_called.find(name);
    const bool once = called != start.columns_called.end() && called->second == 1;
    if (!name.empty() && once && start.names.head == TableHead::Names)
        return {name, 0};
    return {{}, static_cast<int>(column)};
}

// Columns by their names ----------------------------------------------------------------------

/// Columns of boxes as people name them.
std::optional<RecipeBox> named_box(const TableStart& start, std::set<size_t>& taken) {
    struct Kind {
        std::array<const char*, 4> names;
        RecipeBoxKind kind;
    };
    static const std::vector<Kind> kinds = {
        {{"xmin", "ymin", "xmax", "ymax"}, RecipeBoxKind::Corners},
        {{"minx", "miny", "maxx", "maxy"}, RecipeBoxKind::Corners},
        {{"left", "top", "right", "bottom"}, RecipeBoxKind::Corners},
        {{"left", "top", "width", "height"}, RecipeBoxKind::Size},
        {{"x1", "y1", "width", "height"}, RecipeBoxKind::Size},
        {{"x", "y", "w", "h"}, RecipeBoxKind::Size},
        {{"x", "y", "width", "height"}, RecipeBoxKind::Size},
        {{"boxx", "boxy", "boxw", "boxh"}, RecipeBoxKind::Size},
        {{"bboxx", "bboxy", "bboxw", "bboxh"}, RecipeBoxKind::Size},
        {{"x1", "y1", "x2", "y2"}, RecipeBoxKind::Corners},
        {{"x0", "y0", "x1", "y1"}, RecipeBoxKind::Corners}};
    std::map<std::string, size_t> plain;
    for (size_t i = 0; i < start.names.names.size(); ++i) {
        std::string name;
        for (const char c : lower(start.names.names[i]))
            if (std::isalnum(static_cast<unsigned char>(c)) != 0)
                name += c;
        plain.try_emplace(name, i);
    }
    for (const std::string prefix :
         {"", "bbox", "box", "face", "rect", "facebox", "facerect", "roi"})
        for (const Kind& kind : kinds) {
            RecipeBox box;
            box.kind = kind.kind;
            std::set<size_t> columns;
            for (const char* name : kind.names)
                if (const auto found = plain.find(prefix + name); found != plain.end()) {
                    box.columns.push_back(column_at(start, found->second));
                    columns.insert(found->second);
                }
            // x1, y1, x2, y2 of many points are points.
            const bool of_points = prefix.empty() && kind.names[0][0] == 'x' &&
                                   (plain.contains("x3") || plain.contains("x4"));
            if (columns.size() == 4 && !of_points) {
                taken.insert(columns.begin(), columns.end());
                return box;
            }
        }
    return std::nullopt;
}

/// The columns of x and y that are called alike.
struct NamedGroup {
    std::string x;  ///< patterns
    std::string y;
    std::vector<std::pair<size_t, size_t>> columns;
};

/// The name with its one number as {i}; empty: it has none, or several.
std::string with_number_mark(const std::string& name, size_t axis) {
    size_t first = std::string::npos;
    size_t last = 0;
    int runs = 0;
    for (size_t i = 0; i < name.size(); ++i) {
        const bool digit = std::isdigit(static_cast<unsigned char>(name[i])) != 0;
        const bool before = i > 0 && std::isdigit(static_cast<unsigned char>(name[i - 1])) != 0;
        if (digit && !before) {
            ++runs;
            first = i;
        }
        if (digit)
            last = i;
    }
    if (runs != 1 || (axis > first && axis < last) || last - first > 5)
        return {};
    return name.substr(0, first) + "{i}" + name.substr(last + 1);
}

/// "{name}_x" or "x_{name}"; empty where the axis is in the middle.
std::string with_name_mark(const std::string& name, size_t axis) {
    const auto is_word = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0;
    };
    if (axis + 1 == name.size()) {
        size_t start = axis;
        while (start > 0 && !is_word(name[start - 1]))
            --start;
        return start == 0 ? std::string() : "{name}" + name.substr(start);
    }
    if (axis == 0) {
        size_t end = 1;
        while (end < name.size() && !is_word(name[end]))
            ++end;
        return end == name.size() ? std::string() : name.substr(0, end) + "{name}";
    }
    return {};
}

std::vector<NamedGroup> named_groups(const TableStart& start, const std::set<size_t>& taken) {
    std::map<std::string, size_t> column_of;
    for (size_t i = 0; i < start.names.names.size(); ++i)
        column_of.try_emplace(start.names.names[i], i);
    std::map<std::pair<std::string, std::string>, NamedGroup> groups;
    for (size_t i = 0; i < start.names.names.size(); ++i) {
        const std::string& name = start.names.names[i];
        if (taken.contains(i) || i >= start.columns() || !start.is_number[i])
            continue;
        for (size_t axis = 0; axis < name.size(); ++axis) {
            if (name[axis] != 'x' && name[axis] != 'X')
                continue;
            std::string other = name;
            other[axis] = name[axis] == 'x' ? 'y' : 'Y';
            const auto y = column_of.find(other);
            if (y == column_of.end() || taken.contains(y->second) || !start.is_number[y->second])
                continue;
            for (const auto& mark : {with_number_mark, with_name_mark}) {
                const std::string pattern = mark(name, axis);
                if (pattern.empty())
                    continue;
                NamedGroup& group = groups[{pattern, mark(other, axis)}];
                group.x = pattern;
                group.y = mark(other, axis);
                group.columns.emplace_back(i, y->second);
            }
        }
    }
    std::vector<NamedGroup> found;
    for (auto& [key, group] : groups)
        found.push_back(std::move(group));
    std::sort(found.begin(), found.end(), [](const NamedGroup& a, const NamedGroup& b) {
        return a.columns.front() != b.columns.front() ? a.columns.front() < b.columns.front()
                                                      : a.columns.size() > b.columns.size();
    });
    return found;
}

/// The column beside x and y that says how visible or sure the point is.
void add_flag_columns(const TableStart& start, const NamedGroup& group, RecipePoints& points) {
    const size_t at_x = [&group] {
        for (size_t i = 0; i < std::min(group.x.size(), group.y.size()); ++i)
            if (group.x[i] != group.y[i])
                return i;
        return size_t{0};
    }();
    for (const char* word : {"v", "vis", "visible", "visibility", "likelihood", "confidence",
                             "conf", "score", "occ", "occluded", "occlusion", "c", "p", "s"}) {
        std::string pattern = group.x;
        pattern.replace(at_x, 1, word);
        const auto columns = columns_like(pattern, start.names.names);
        if (columns.size() < group.columns.size())
            continue;
        std::vector<size_t> numbers;
        for (const auto& [mark, column] : columns)
            numbers.push_back(static_cast<size_t>(column));
        char letter = flag_letter(values_of(start, numbers));
        const std::string_view name = word;
        if (name.starts_with("occ") && letter == 's')
            letter = 'o';
        if (name == "likelihood" || name.starts_with("conf") || name == "score")
            letter = 'c';
        if (letter != '-') {
            points.columns[letter] = pattern;
            return;
        }
    }
}

class TableWays {
public:
    TableWays(const TableStart& start, const Recipe& base, double prior,
              std::vector<RecipeCandidate>& candidates)
        : start_(start), base_(base), prior_(prior), candidates_(candidates) {}

    void add_named() {
        std::set<size_t> taken;
        const std::optional<RecipeBox> box = named_box(start_, taken);
        const std::vector<NamedGroup> groups = named_groups(start_, taken);
        size_t most = 1;
        for (const NamedGroup& group : groups)
            most = std::max(most, group.columns.size());
        has_names_ = most >= 3;
        double earlier = 1;
        for (const NamedGroup& group : groups) {
            Recipe recipe = base_;
            recipe.points.columns = {{'x', group.x}, {'y', group.y}};
            add_flag_columns(start_, group, recipe.points);
            if (box)
                recipe.box = *box;
            std::vector<size_t> x;
            std::vector<size_t> y;
            std::set<size_t> used = taken;
            for (const auto& [first, second] : group.columns) {
                x.push_back(first);
                y.push_back(second);
                used.insert({first, second});
            }
            for (const auto& [letter, pattern] : recipe.points.columns)
                for (const auto& [mark, column] : columns_like(pattern, start_.names.names))
                    used.insert(static_cast<size_t>(column));
            add_attributes(recipe, used);
            const double full =
                0.7 + 0.3 * static_cast<double>(group.columns.size()) / static_cast<double>(most);
            add(recipe, values_of(start_, x), values_of(start_, y), full * earlier);
            earlier *= 0.99;
        }
    }

    /// Columns that stand side by side, whatever they are called.
    void add_runs(int picture) {
        constexpr size_t most_runs = 3;
        std::vector<std::pair<size_t, size_t>> runs;
        size_t first = 0;
        while (first < start_.columns()) {
            size_t end = first;
            while (end < start_.columns() && start_.is_number[end] &&
                   static_cast<int>(end) != picture)
                ++end;
            if (end - first >= 4)
                runs.emplace_back(first, end);
            first = std::max(end, first + 1);
        }
        std::stable_sort(runs.begin(), runs.end(), [](const auto& a, const auto& b) {
            return a.second - a.first > b.second - b.first;
        });
        for (size_t i = 0; i < std::min(runs.size(), most_runs); ++i)
            add_run(runs[i].first, runs[i].second);
    }

private:
    void add_run(size_t first, size_t end) {
        const size_t whole_first = first;
        const size_t whole_end = end;
        while (end > first + 4 && is_category(start_, end - 1))
            --end;
        while (first + 4 < end && is_category(start_, first))
            ++first;
        for (const bool stripped : {true, false}) {
            const size_t from = stripped ? first : whole_first;
            const size_t to = stripped ? end : whole_end;
            if (!stripped && from == first && to == end)
                break;
            const double prior = (stripped ? 1.0 : 0.95) * (has_names_ ? 0.85 : 1.0);
            add_points(from, to - from, std::nullopt, prior);
            for (const RecipeBoxKind kind : {RecipeBoxKind::Corners, RecipeBoxKind::Size}) {
                if (to - from >= 8 && box_holds(from, from + 4, to, kind)) {
                    size_t after = from + 4;
                    while (after + 4 < to && is_category(start_, after))
                        ++after;
                    add_points(after, to - after, box_at(from, kind), prior * 1.02);
                }
                if (to - from >= 8 && box_holds(to - 4, from, to - 4, kind)) {
                    size_t before = to - 4;
                    while (from + 4 < before && is_category(start_, before - 1))
                        --before;
                    add_points(from, before - from, box_at(to - 4, kind), prior * 1.02);
                }
            }
            for (const size_t drop : {1U, 2U})  // a number of the row, a size
                if (to - from > drop + 4) {
                    add_points(from + drop, to - from - drop, std::nullopt, prior * 0.85);
                    add_points(from, to - from - drop, std::nullopt, prior * 0.8);
                }
        }
    }

    RecipeBox box_at(size_t first, RecipeBoxKind kind) const {
        RecipeBox box;
        box.kind = kind;
        for (size_t k = 0; k < 4; ++k)
            box.columns.push_back(column_at(start_, first + k));
        return box;
    }

    /// Whether the four columns from `first` on are a box with most of the points in it, whichever
    /// of the other columns are x and y.
    bool box_holds(size_t first, size_t points, size_t end, RecipeBoxKind kind) const {
        size_t good = 0;
        size_t rows = 0;
        for (size_t row = 0; row < start_.rows.size(); ++row) {
            std::array<double, 4> box{};
            for (size_t k = 0; k < 4; ++k)
                box[k] = start_.numbers[first + k][row];
            if (kind == RecipeBoxKind::Size) {
                box[2] += box[0];
                box[3] += box[1];
            }
            if (!(box[2] > box[0]) || !(box[3] > box[1])) {
                ++rows;
                continue;
            }
            const double slack = 0.25 * std::max(box[2] - box[0], box[3] - box[1]);
            const double lowest = std::min(box[0], box[1]) - slack;
            const double highest = std::max(box[2], box[3]) + slack;
            size_t inside = 0;
            size_t all = 0;
            for (size_t column = points; column < end; ++column) {
                const double value = start_.numbers[column][row];
                if (std::isnan(value) || value == -1)
                    continue;
                ++all;
                inside += value >= lowest && value <= highest ? 1 : 0;
            }
            ++rows;
            good += 10 * inside >= 9 * all && all > 0 ? 1 : 0;
        }
        return rows > 0 && 10 * good >= 8 * rows;
    }

    std::vector<size_t> range(size_t first, size_t step, size_t count) const {
        std::vector<size_t> columns;
        for (size_t i = 0; i < count; ++i)
            columns.push_back(first + i * step);
        return columns;
    }

    void add_points(size_t first, size_t length, const std::optional<RecipeBox>& box,
                    double prior) {
        for (const size_t step : {size_t{2}, size_t{3}}) {
            if (length % step != 0 || length / step < 1)
                continue;
            const size_t count = length / step;
            const double known = is_known_size(count) ? 1.0 : 0.94;
            for (const bool in_blocks : {false, true}) {
                const auto columns = [&](size_t k) {
                    return in_blocks ? range(first + k * count, 1, count)
                                     : range(first + k, step, count);
                };
                std::string rest;
                if (step == 3) {
                    rest = flag_letter(values_of(start_, columns(2)));
                    if (rest == "-" && is_known_size(length / 2))
                        continue;
                }
                const double usual = in_blocks ? 0.98 : 1.0;
                const double flags = rest == "-" ? 0.8 : 1.0;
                for (const bool swapped : {false, true}) {
                    Recipe recipe = base_;
                    recipe.points.order = (swapped ? "yx" : "xy") + rest;
                    recipe.points.in_blocks = in_blocks;
                    recipe.points.first = static_cast<int>(first);
                    recipe.points.count = static_cast<int>(count);
                    std::set<size_t> used;
                    for (size_t k = 0; k < length; ++k)
                        used.insert(first + k);
                    if (box) {
                        recipe.box = *box;
                        for (size_t k = 0; k < start_.columns(); ++k)
                            for (const RecipeColumn& column : box->columns)
                                if (column == column_at(start_, k))
                                    used.insert(k);
                    }
                    add_attributes(recipe, used);
                    add(recipe, values_of(start_, columns(swapped ? 1 : 0)),
                        values_of(start_, columns(swapped ? 0 : 1)),
                        prior * usual * flags * known * (swapped ? 0.9 : 1.0));
                }
            }
        }
    }

    /// What else the rows say, by the names in the head.
    void add_attributes(Recipe& recipe, const std::set<size_t>& used) const {
        constexpr size_t most = 24;
        int unnamed = 0;
        for (size_t column = 0; column < start_.columns() && recipe.attributes.size() < most;
             ++column) {
            const bool is_picture = (recipe.pictures.from == PictureFrom::Column ||
                                     recipe.pictures.from == PictureFrom::Pixels) &&
                                    recipe.pictures.column == column_at(start_, column);
            if (used.contains(column) || is_picture || start_.names.head == TableHead::DeepLabCut)
                continue;
            const RecipeColumn at = column_at(start_, column);
            if (!at.name.empty())
                recipe.attributes.emplace_back(at.name, at);
            else if (is_category(start_, column) && start_.is_number[column])
                recipe.attributes.emplace_back("attribute " + std::to_string(++unnamed), at);
        }
    }

    void add(Recipe recipe, const std::vector<double>& x, const std::vector<double>& y,
             double prior) {
        recipe.points.missing = missing_marks(x, y);
        for (const auto& [place, likely] : plausible_places(x, y)) {
            recipe.place = place;
            candidates_.push_back({recipe, prior_ * prior * likely});
            if (place.frame == RecipeFrame::Picture && !recipe.box.columns.empty()) {
                recipe.place.frame = RecipeFrame::Box;
                candidates_.push_back({recipe, prior_ * prior * likely * 0.97});
            }
        }
    }

    const TableStart& start_;
    const Recipe& base_;
    double prior_;
    bool has_names_ = false;  ///< columns are called as the x and y of points
    std::vector<RecipeCandidate>& candidates_;
};

// A point a row -------------------------------------------------------------------------------

/// How many rows a picture has, where each has several.
double rows_each(const TableStart& start, int picture) {
    std::set<std::string_view> names;
    for (const auto& row : start.rows)
        names.insert(row[static_cast<size_t>(picture)]);
    return static_cast<double>(start.rows.size()) / static_cast<double>(names.size());
}

/// The column that tells the points of a picture apart.
std::optional<size_t> point_column(const TableStart& start, int picture,
                                   const std::set<size_t>& coordinates) {
    for (size_t column = 0; column < start.columns(); ++column) {
        if (static_cast<int>(column) == picture || coordinates.contains(column))
            continue;
        std::set<std::pair<std::string_view, std::string_view>> of_picture;
        std::set<std::string_view> values;
        for (const auto& row : start.rows) {
            of_picture.insert({row[static_cast<size_t>(picture)], row[column]});
            values.insert(row[column]);
        }
        const double each = rows_each(start, picture);
        if (of_picture.size() == start.rows.size() &&
            static_cast<double>(values.size()) < 1.5 * each + 2)
            return column;
    }
    return std::nullopt;
}

void add_rows_of_points(const TableStart& start, const Recipe& base, int picture,
                        std::vector<RecipeCandidate>& candidates) {
    if (picture < 0 || rows_each(start, picture) < 3 || start.columns() > 12)
        return;
    std::vector<size_t> numbers;
    for (size_t column = 0; column < start.columns(); ++column)
        if (start.is_number[column] && static_cast<int>(column) != picture)
            numbers.push_back(column);
    for (size_t i = 0; i + 1 < numbers.size(); ++i) {
        const size_t x = numbers[i];
        const size_t y = numbers[i + 1];
        if (y != x + 1)
            continue;
        const auto point = point_column(start, picture, {x, y});
        if (point && (*point == x || *point == y))
            continue;
        for (const bool swapped : {false, true}) {
            Recipe recipe = base;
            recipe.layout = RecipeLayout::RowPerPoint;
            recipe.points.order = swapped ? "yx" : "xy";
            recipe.points.first = static_cast<int>(x);
            if (point) {
                recipe.points.has_point_column = true;
                recipe.points.point = column_at(start, *point);
            }
            const auto& first = start.numbers[swapped ? y : x];
            const auto& second = start.numbers[swapped ? x : y];
            recipe.points.missing = missing_marks(first, second);
            const bool named = lower(start.name_of(swapped ? y : x)).find('x') != std::string::npos;
            for (const auto& [place, likely] : plausible_places(first, second)) {
                recipe.place = place;
                candidates.push_back({recipe, likely * (named ? 1.0 : swapped ? 0.85 : 0.95)});
            }
        }
    }
}

std::vector<std::string_view> whole_lines(const std::string& text) {
    std::vector<std::string_view> all = lines(text);
    if (text.size() >= kTableBytes - 4 && all.size() > 1)
        all.pop_back();
    return all;
}

}  // namespace

void add_table_candidates(const RecipeFiles& files, const Recipe& recipe, const fs::path& file,
                          std::vector<RecipeCandidate>& candidates) {
    Recipe table = recipe;
    table.layout = RecipeLayout::RowPerFace;
    const std::string text = recipe_source_start(file, table, kTableBytes);
    const std::vector<std::string_view> all = whole_lines(text);
    std::vector<RowSplitter> splitters = plausible_splitters(all);
    if (splitters.size() > kWaysOfSplitting)
        splitters.erase(splitters.begin() + kWaysOfSplitting, splitters.end());
    double prior = 1;
    for (const RowSplitter& splitter : splitters) {
        const std::optional<TableStart> start = table_start(all, splitter);
        if (!start)
            continue;
        Recipe base = table;
        base.files = {path_in(files.survey, file)};
        base.text = start->text;
        base.text.variables = recipe.text.variables;
        int picture = -1;
        if (start->names.head != TableHead::DeepLabCut) {
            const PictureColumn found = picture_column(*start, files, file);
            picture = found.column;
            for (size_t column = 0; column < start->columns() && picture < 0; ++column)
                if (is_pixels(start->rows.front()[column]) ||
                    (has_matlab_extension(file) &&
                     start->rows.front()[column] == start->name_of(column) + "#1")) {
                    picture = static_cast<int>(column);
                    base.pictures.from = PictureFrom::Pixels;
                }
            if (picture < 0)
                continue;
            if (base.pictures.from != PictureFrom::Pixels)
                base.pictures.from = PictureFrom::Column;
            base.pictures.column = column_at(*start, static_cast<size_t>(picture));
        }
        TableWays ways(*start, base, prior, candidates);
        if (!start->names.names.empty())
            ways.add_named();
        if (start->names.head != TableHead::DeepLabCut)
            ways.add_runs(picture);
        if (base.pictures.from == PictureFrom::Column)
            add_rows_of_points(*start, base, picture, candidates);
        prior *= 0.95;
    }
}

}  // namespace rudolph
