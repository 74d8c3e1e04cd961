#include "core/formats/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <fstream>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/dataset/names.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// What the columns hold.
struct Head {
    char separator = ',';
    std::optional<size_t> picture;
    std::vector<size_t> x;  ///< the column of each point's x
    std::vector<size_t> y;
};

std::vector<std::string> fields_of(std::string_view row, char separator) {
    std::string with_commas;
    if (separator != ',') {
        with_commas = row;
        std::replace(with_commas.begin(), with_commas.end(), separator, ',');
        row = with_commas;
    }
    std::vector<std::string> fields = csv_fields(row);
    for (std::string& field : fields)
        field = trimmed(field);
    return fields;
}

bool is_picture_column(const std::string& name) {
    static const std::vector<std::string> names = {"image_name", "image",    "file", "file_name",
                                                   "filename",   "img_name", "name", "path"};
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

std::optional<Head> parse_head(std::string_view row) {
    Head head;
    if (row.find(',') == std::string_view::npos && row.find(';') != std::string_view::npos)
        head.separator = ';';
    const std::vector<std::string> names = fields_of(row, head.separator);
    static constexpr size_t none = static_cast<size_t>(-1);
    for (size_t column = 0; column < names.size(); ++column) {
        const std::string name = lower(names[column]);
        const auto found = coordinate(name);
        if (!found) {
            if (!head.picture && is_picture_column(name))
                head.picture = column;
            continue;
        }
        auto& columns = found->second == 'x' ? head.x : head.y;
        if (found->first >= names.size())
            return std::nullopt;  // numbers with gaps as large as these are something else
        if (columns.size() <= found->first)
            columns.resize(found->first + 1, none);
        columns[found->first] = column;
    }
    const auto has_gap = [](const std::vector<size_t>& columns) {
        return std::find(columns.begin(), columns.end(), none) != columns.end();
    };
    if (head.x.empty() || head.x.size() != head.y.size() || has_gap(head.x) || has_gap(head.y))
        return std::nullopt;
    return head;
}

std::string_view without_mark(std::string_view text) {
    return text.starts_with(kByteOrderMark) ? text.substr(kByteOrderMark.size()) : text;
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
        const auto x = parse_number(x_text);
        const auto y = parse_number(y_text);
        if (!x || !y)
            throw Error(fmt::format("point {} is '{}', '{}', which are no two numbers", i,
                                    x_text.substr(0, 40), y_text.substr(0, 40)),
                        place);
        points.points.push_back(checked_point(*x, *y, place));
        points.visibility.push_back(Visibility::Visible);
    }
    return points;
}

Dataset held_by_csv(Dataset dataset, const FormatOptions& /*options*/) {
    Dataset held = truth_only(std::move(dataset));
    held.attributes.clear();
    for (Sample& face : held.samples)
        keep_points_alone(face);
    std::erase_if(held.samples, [](const Sample& face) { return face.points_in_image.empty(); });
    held.scheme = scheme_for_point_count(held.scheme.size());
    return held;
}

std::string head_text(int points, CsvColumns columns) {
    std::string text = "image_name";
    if (columns == CsvColumns::Part)
        for (int i = 0; i < points; ++i)
            text += fmt::format(",part_{}_x,part_{}_y", i, i);
    else
        for (const char axis : {'x', 'y'})
            for (int i = 0; i < points; ++i)
                text += fmt::format(",{}_{}", axis, i);
    return text + '\n';
}

std::vector<OutputFile> print_csv(const Dataset& dataset, const fs::path& table,
                                  const FormatOptions& options) {
    if (dataset.scheme.size() == 0)
        throw Error("a table needs the number of points", {table}, "choose a scheme");
    std::string text = head_text(dataset.scheme.size(), options.csv_columns);
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
        text += '\n';
    }
    return one_file(table, std::move(text));
}

}  // namespace

bool looks_like_csv(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string start(1 << 16, '\0');
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<size_t>(std::max<std::streamsize>(0, stream.gcount())));
    const auto rows = lines(without_mark(start));
    return !rows.empty() && parse_head(rows.front()).has_value();
}

CsvTable parse_csv(std::string_view text, const fs::path& file) {
    const auto rows = lines(without_mark(text));
    const auto head = rows.empty() ? std::nullopt : parse_head(rows.front());
    if (!head)
        throw Error("the first line does not name columns of points", {file, 1},
                    "they are called part_0_x, part_0_y, … or x_0, …, y_0, …");
    const size_t columns = fields_of(rows.front(), head->separator).size();
    CsvTable table;
    table.points = static_cast<int>(head->x.size());
    for (size_t row = 1; row < rows.size(); ++row) {
        if (trimmed(rows[row]).empty())
            continue;
        const ErrorPlace place{file, static_cast<int>(row) + 1};
        std::string picture;
        try {
            const std::vector<std::string> fields = fields_of(rows[row], head->separator);
            if (head->picture && *head->picture < fields.size())
                picture = fields[*head->picture];
            if (fields.size() != columns)
                throw Error(fmt::format("this row has {} fields, but the head has {}",
                                        fields.size(), columns),
                            place);
            table.faces.push_back({picture, parse_points(fields, *head, place), place.line});
        } catch (const Error& error) {
            table.problems.push_back(problem_from(error, file, picture));
        }
    }
    return table;
}

ReaderResult read_csv(const fs::path& file, Dataset& dataset, const CancelToken& cancel,
                      const ProgressCallback& progress) {
    CsvTable table = parse_csv(read_file(file), file);
    dataset.scheme = scheme_for_point_count(table.points);
    const fs::path folder = file.parent_path();
    FolderCache folders;
    ReaderResult result;
    for (Problem& problem : table.problems) {
        if (!problem.sample_id.empty())
            problem.sample_id = sample_id(folder, folder / problem.sample_id);
        result.problems.push_back(std::move(problem));
    }
    std::int64_t done = 0;
    for (CsvFace& face : table.faces) {
        cancel.throw_if_cancelled();
        const fs::path picture = face.picture.empty()
                                     ? folders.picture(folder, file.stem().string())
                                     : (folder / face.picture).lexically_normal();
        if (picture.empty() || !folders.has_file(picture)) {
            result.problems.push_back(
                {file, face.line,
                 "the picture " + (face.picture.empty() ? file.stem().string() : face.picture) +
                     " is missing",
                 face.picture.empty() ? "" : sample_id(folder, folder / face.picture)});
            continue;
        }
        Sample sample = face_of_picture(folder, picture);
        sample.points_in_image = std::move(face.points);
        result.samples.push_back(std::move(sample));
        if (progress)
            progress({++done, static_cast<std::int64_t>(table.faces.size())});
    }
    join_repeated_pictures(result.samples);
    return result;
}

FormatWriter csv_writer() {
    return {held_by_csv, print_csv};
}

}  // namespace rudolph
