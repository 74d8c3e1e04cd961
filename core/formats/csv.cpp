#include "core/formats/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/base/cancel_scope.h"
#include "core/base/encoding.h"
#include "core/base/text.h"
#include "core/dataset/choose_scheme.h"
#include "core/dataset/names.h"
#include "core/formats/picture_finder.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// Tables of more columns than these beside the points keep those alone that tell of the row.
constexpr size_t kMostOtherColumns = 32;

/// What the columns hold.
struct Head {
    char separator = ',';
    size_t columns = 0;
    std::optional<size_t> picture;
    std::vector<size_t> x;  ///< the column of each point's x
    std::vector<size_t> y;
    std::vector<std::pair<size_t, std::string>> others;  ///< columns that are kept, and their names
    size_t unread = 0;                                   ///< columns that are not
    std::optional<size_t> frame;                         ///< of a video
};

std::vector<std::string> fields_of(std::string_view row, char separator) {
    std::vector<std::string> fields;
    for (CsvField& field : csv_cells(row, separator))
        fields.push_back(field.is_quoted ? std::move(field.text)
                                         : std::string(trimmed(field.text)));
    return fields;
}

bool is_picture_column(const std::string& name) {
    static const std::vector<std::string> names = {"image_name", "image",    "file", "file_name",
                                                   "filename",   "img_name", "name", "path"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// What OpenFace and its like say of a row.
bool tells_of_the_row(const std::string& name) {
    static const std::vector<std::string> names = {"frame",   "face_id", "timestamp", "confidence",
                                                   "success", "score",   "person",    "label"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The point and axis of "part_12_x" or "x_12".
std::optional<std::pair<size_t, char>> coordinate(const std::string& name) {
    std::string_view number;
    char axis = 0;
    if (name.starts_with("part_") && (name.ends_with("_x") || name.ends_with("_y"))) {
        axis = name.back();
        number = std::string_view(name).substr(5, name.size() - 7);
    } else if (name.starts_with("x_") || name.starts_with("y_")) {
        axis = name.front();
        number = std::string_view(name).substr(2);
    }
    const auto point = parse_integer(number);
    if (axis == 0 || !point || *point < 0)
        return std::nullopt;
    return std::pair(static_cast<size_t>(*point), axis);
}

/// A point in space, as OpenFace has it in millimetres: X_0, Y_0, Z_0.
bool is_in_space(const std::string& name) {
    return name.starts_with("Z_") && parse_integer(std::string_view(name).substr(2)).has_value();
}

/// Between fields stands what the head has most of outside quotes.
char separator_of(std::string_view row) {
    char best = ',';
    size_t most = 0;
    for (const char separator : {',', ';', '\t'})
        if (const size_t fields = csv_fields(row, separator).size(); fields > most) {
            most = fields;
            best = separator;
        }
    return best;
}

std::string_view first_line(std::string_view text) {
    return text.substr(0, text.find('\n'));
}

/// Puts the columns of coordinates where they belong; false where numbers are missing.
bool place_coordinates(const std::vector<std::string>& names, bool capitals, Head& head) {
    static constexpr size_t none = static_cast<size_t>(-1);
    head.x.clear();
    head.y.clear();
    for (size_t column = 0; column < names.size(); ++column) {
        const auto found = coordinate(capitals ? lower(names[column]) : names[column]);
        if (!found)
            continue;
        auto& columns = found->second == 'x' ? head.x : head.y;
        if (found->first >= names.size())
            return false;  // numbers with gaps as large as these are something else
        if (columns.size() <= found->first)
            columns.resize(found->first + 1, none);
        columns[found->first] = column;
    }
    const auto has_gap = [](const std::vector<size_t>& columns) {
        return std::find(columns.begin(), columns.end(), none) != columns.end();
    };
    return !head.x.empty() && head.x.size() == head.y.size() && !has_gap(head.x) &&
           !has_gap(head.y);
}

std::optional<Head> parse_head(std::string_view row, char separator) {
    Head head;
    head.separator = separator;
    const std::vector<std::string> names = fields_of(row, head.separator);
    head.columns = names.size();
    // OpenFace tells pixels (x_0) from millimetres (X_0, Y_0, Z_0) by capitals alone.
    const bool in_space = std::any_of(names.begin(), names.end(), is_in_space);
    if (!place_coordinates(names, false, head) &&
        (in_space || !place_coordinates(names, true, head)))
        return std::nullopt;
    std::vector<bool> taken(names.size(), false);
    for (const auto* columns : {&head.x, &head.y})
        for (const size_t column : *columns)
            taken[column] = true;
    for (size_t column = 0; column < names.size(); ++column) {
        const std::string name = lower(names[column]);
        if (taken[column])
            continue;
        if (!head.picture && is_picture_column(name)) {
            head.picture = column;
            continue;
        }
        if (name == "frame")
            head.frame = column;
        head.others.emplace_back(column, names[column]);
    }
    if (head.others.size() > kMostOtherColumns) {
        const size_t all = head.others.size();
        std::erase_if(head.others,
                      [](const auto& other) { return !tells_of_the_row(lower(other.second)); });
        head.unread = all - head.others.size();
    }
    return head;
}

/// Spreadsheets of half the world write 12,5.
std::optional<double> number_in(const std::string& field) {
    if (const auto number = parse_number(trimmed(field)))
        return number;
    const size_t comma = field.find(',');
    if (comma == std::string::npos || field.find_first_of(".,", comma + 1) != std::string::npos ||
        field.find('.') < comma)
        return std::nullopt;
    std::string pointed = field;
    pointed[comma] = '.';
    return parse_number(pointed);
}

Landmarks parse_points(const std::vector<std::string>& fields, const Head& head,
                       const ErrorPlace& place) {
    Landmarks points;
    for (size_t i = 0; i < head.x.size(); ++i) {
        const std::string& x_text = fields[head.x[i]];
        const std::string& y_text = fields[head.y[i]];
        if (x_text.empty() && y_text.empty()) {
            points.points.emplace_back();
            points.visibility.push_back(Visibility::NotLabelled);
            continue;
        }
        const auto x = number_in(x_text);
        const auto y = number_in(y_text);
        if (!x || !y)
            throw Error(fmt::format("point {} is '{}', '{}', which are no two numbers", i,
                                    shown_text(x_text), shown_text(y_text)),
                        place);
        points.points.push_back(checked_point(*x, *y, place));
        points.visibility.push_back(Visibility::Visible);
    }
    return points;
}

Dataset held_by_csv(Dataset dataset, const FormatOptions& /*options*/) {
    Dataset held = truth_only(std::move(dataset));
    held.attributes.clear();
    // What a table has in other columns stays in tables.
    const bool is_table = held.format == DatasetFormat::Csv;
    for (Sample& face : held.samples) {
        auto attributes = is_table ? std::move(face.attributes) : decltype(face.attributes)();
        keep_points_alone(face);
        face.attributes = std::move(attributes);
    }
    std::erase_if(held.samples, [](const Sample& face) { return face.points_in_image.empty(); });
    held.scheme = choose_scheme(held.samples, held.scheme.size()).scheme;
    return held;
}

std::string head_text(int points, CsvColumns columns, const std::set<std::string>& others) {
    std::string text = "image_name";
    if (columns == CsvColumns::Part)
        for (int i = 0; i < points; ++i)
            text += fmt::format(",part_{}_x,part_{}_y", i, i);
    else
        for (const char axis : {'x', 'y'})
            for (int i = 0; i < points; ++i)
                text += fmt::format(",{}_{}", axis, i);
    for (const std::string& name : others)
        text += ',' + csv_field(name);
    return text + '\n';
}

std::vector<OutputFile> print_csv(const Dataset& dataset, const fs::path& table,
                                  const FormatOptions& options) {
    if (dataset.scheme.size() == 0)
        throw Error("a table needs the number of points", {table}, "choose a scheme");
    std::set<std::string> others;
    for (const Sample& face : dataset.samples)
        for (const auto& [name, value] : face.attributes)
            others.insert(name);
    std::string text = head_text(dataset.scheme.size(), options.csv_columns, others);
    const auto add = [&text](const Landmarks& points, int i, double Point::*axis) {
        text += ',';
        if (points.is_labelled(i))
            text += number_text(points.points[static_cast<size_t>(i)].*axis);
    };
    for (const Sample& face : dataset.samples) {
        const Landmarks& points = face.points_in_image;
        text += csv_field(face.image.lexically_proximate(table.parent_path()).generic_string());
        if (options.csv_columns == CsvColumns::Part) {
            for (int i = 0; i < points.size(); ++i) {
                add(points, i, &Point::x);
                add(points, i, &Point::y);
            }
        } else {
            for (double Point::*axis : {&Point::x, &Point::y})
                for (int i = 0; i < points.size(); ++i)
                    add(points, i, axis);
        }
        for (const std::string& name : others) {
            const auto value = face.attributes.find(name);
            text += ',' + (value == face.attributes.end() ? "" : csv_field(value->second));
        }
        text += '\n';
    }
    return one_file(table, std::move(text));
}

}  // namespace

bool looks_like_csv(const fs::path& file) {
    const std::string start = read_text_start(file);
    const char separator = separator_of(first_line(start));
    const auto rows = csv_rows(start, separator);
    return !rows.empty() && parse_head(rows.front().text, separator).has_value();
}

CsvTable parse_csv(std::string_view text, const fs::path& file) {
    const char separator = separator_of(first_line(text));
    const auto rows = csv_rows(text, separator);
    const auto head = rows.empty() ? std::nullopt : parse_head(rows.front().text, separator);
    if (!head)
        throw Error("the first line does not name columns of points in pixels", {file, 1},
                    "they are called part_0_x, part_0_y, … or x_0, …, y_0, …");
    CsvTable table;
    table.points = static_cast<int>(head->x.size());
    table.names_pictures = head->picture.has_value();
    table.unread_columns = static_cast<int>(head->unread);
    std::set<std::string> frames;
    for (size_t row = 1; row < rows.size(); ++row) {
        throw_if_scope_cancelled();
        if (trimmed(rows[row].text).empty())
            continue;
        const ErrorPlace place{file, rows[row].line};
        std::string picture;
        try {
            const std::vector<std::string> fields = fields_of(rows[row].text, head->separator);
            if (head->picture && *head->picture < fields.size())
                picture = fields[*head->picture];
            if (fields.size() != head->columns)
                throw Error(fmt::format("this row has {} fields, but the head has {}",
                                        fields.size(), head->columns),
                            place,
                            head->separator == ',' && fields.size() > head->columns
                                ? "are there decimal commas, or commas in names without quotes?"
                                : "");
            CsvFace face{picture, parse_points(fields, *head, place), place.line, {}};
            for (const auto& [column, name] : head->others)
                if (!fields[column].empty())
                    face.attributes.emplace(name, fields[column]);
            if (head->frame)
                frames.insert(fields[*head->frame]);
            table.faces.push_back(std::move(face));
        } catch (const Error& error) {
            table.problems.push_back(left_out(error, file, picture));
        }
    }
    if (!table.names_pictures && frames.size() > 1)
        throw Error(fmt::format("this table is about {} frames of a video, and names no pictures",
                                frames.size()),
                    {file, 1},
                    "write the frames as pictures, and name them in a column image_name");
    return table;
}

ReaderResult read_csv(const fs::path& file, Dataset& dataset, const CancelToken& cancel,
                      const ProgressCallback& progress, const OpenOptions& options) {
    CsvTable table = parse_csv(read_text(file), file);
    dataset.scheme = scheme_for_point_count(table.points);
    const fs::path folder = file.parent_path();
    PictureFinder finder(file, options.pictures, cancel);
    ReaderResult result;
    for (Problem& problem : table.problems) {
        if (!problem.sample_id.empty())
            problem.sample_id = sample_id(folder, folder / problem.sample_id);
        result.problems.push_back(std::move(problem));
    }
    std::int64_t done = 0;
    for (CsvFace& face : table.faces) {
        cancel.throw_if_cancelled();
        const fs::path picture =
            table.names_pictures ? finder.find(face.picture) : finder.of_the_list();
        if (picture.empty()) {
            finder.miss(table.names_pictures ? face.picture : file.stem().string(), face.line, 1);
            continue;
        }
        Sample sample = face_of_picture(folder, picture);
        sample.points_in_image = std::move(face.points);
        sample.attributes = std::move(face.attributes);
        result.samples.push_back(std::move(sample));
        if (progress)
            progress({++done, static_cast<std::int64_t>(table.faces.size())});
    }
    for (Problem& problem : finder.problems())
        result.problems.push_back(std::move(problem));
    sort_by_line(result.problems);
    if (table.unread_columns > 0)
        result.problems.push_back(
            {file, 1,
             fmt::format("{} columns are no points and are not kept", table.unread_columns), ""});
    join_repeated_pictures(result.samples, folder);
    return result;
}

FormatWriter csv_writer() {
    return {held_by_csv, print_csv};
}

}  // namespace rudolph
