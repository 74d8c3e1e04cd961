#include "core/formats/asf.h"

#include <fmt/format.h>

#include <functional>

#include "core/base/encoding.h"
#include "core/base/text.h"
#include "core/formats/reader.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// path#, type, x, y, point#, connects from, connects to; more columns may follow.
constexpr size_t kAsfColumns = 7;
constexpr int kClosedPath = 0;
constexpr int kOpenPath = 4;

struct AsfLine {
    std::vector<std::string_view> words;
    int number;
};

std::vector<AsfLine> lines_with_values(std::string_view text) {
    std::vector<AsfLine> found;
    int number = 0;
    for (const std::string_view line : lines(text)) {
        ++number;
        const std::string_view content = trimmed(line);
        if (!content.empty() && !content.starts_with('#'))
            found.push_back({words(content), number});
    }
    return found;
}

size_t point_count(const AsfLine& line, const fs::path& file) {
    const auto count = line.words.size() == 1 ? parse_integer(line.words[0]) : std::nullopt;
    if (!count || *count < 1)
        throw Error("the number of points should stand here, alone on its line",
                    {file, line.number});
    return static_cast<size_t>(*count);
}

double number_in(const AsfLine& line, size_t column, const fs::path& file) {
    const auto value = parse_number(line.words[column]);
    if (!value)
        throw Error(
            fmt::format("'{}' in column {} is not a number", line.words[column], column + 1),
            {file, line.number});
    return *value;
}

void add_row(const AsfLine& line, const fs::path& file, AsfShape& shape, std::string& path) {
    const int index = static_cast<int>(shape.relative.size());
    if (line.words.size() < kAsfColumns)
        throw Error(fmt::format("the row of point {} has {} of {} columns: is the file cut off?",
                                index, line.words.size(), kAsfColumns),
                    {file, line.number});
    if (parse_integer(line.words[4]) != index)
        throw Error(fmt::format("point {} should stand here, not '{}'", index, line.words[4]),
                    {file, line.number});
    const double x = number_in(line, 2, file);
    const double y = number_in(line, 3, file);
    shape.relative.push_back(checked_point(x, y, {file, line.number}));
    if (shape.lines.empty() || line.words[0] != path) {
        path = line.words[0];
        shape.lines.push_back({"path " + path, {}, number_in(line, 1, file) == kClosedPath});
    }
    shape.lines.back().points.push_back(index);
}

FileResult read_asf(const fs::path& root, const fs::path& file, const fs::path& picture) {
    AsfShape shape = parse_asf(read_text(file, kMaxFaceFileBytes), file);
    Sample sample = face_of_picture(root, picture, DatasetFormat::Imm);
    sample.image_size = decode_image(picture, Colour::Grey).size();
    const Affine image_from_relative =
        Affine::scaling(sample.image_size.width, sample.image_size.height);
    sample.points_in_image = transformed(image_from_relative, Landmarks(shape.relative));
    return {{std::move(sample)}, {}, std::move(shape.lines)};
}

}  // namespace

AsfShape parse_asf(std::string_view text, const fs::path& file) {
    const std::vector<AsfLine> rows = lines_with_values(text);
    if (rows.empty())
        throw Error("the file holds no points", {file});
    const size_t count = point_count(rows.front(), file);
    AsfShape shape;
    std::string path;
    // The claimed count may be anything: memory follows the rows that are there.
    for (size_t i = 1; i < rows.size() && shape.relative.size() < count; ++i) {
        if (rows[i].words.size() == 1)
            break;
        add_row(rows[i], file, shape, path);
    }
    if (shape.relative.size() < count)
        throw Error(fmt::format("{} points are announced, but only {} follow: is the file cut off?",
                                count, shape.relative.size()),
                    {file, rows.front().number});
    if (rows.size() > count + 1 && rows[count + 1].words.size() >= kAsfColumns)
        throw Error(fmt::format("{} points are announced, but more follow", count),
                    {file, rows[count + 1].number});
    return shape;
}

ReaderResult read_imm(const fs::path& root, const std::vector<fs::path>& asf_files,
                      const CancelToken& cancel, const ProgressCallback& progress,
                      const PicturesElsewhere& elsewhere) {
    return read_beside_pictures(root, asf_files, elsewhere, std::bind_front(read_asf, root), cancel,
                                progress);
}

namespace {

/// Whether the line goes through points that follow each other: what a path of the file can be.
bool is_run(const Polyline& line, int points) {
    for (size_t i = 0; i < line.points.size(); ++i)
        if (line.points[i] != line.points.front() + static_cast<int>(i))
            return false;
    return !line.points.empty() && line.points.front() >= 0 && line.points.back() < points;
}

/// All points in order, cut into paths: the lines that can be paths, and what lies between.
std::vector<Polyline> asf_paths(int points, const std::vector<Polyline>& lines) {
    std::vector<Polyline> paths;
    int next = 0;
    const auto add_loose = [&paths, &next](int until) {
        if (next < until)
            paths.push_back({{}, {}, false});
        for (; next < until; ++next)
            paths.back().points.push_back(next);
    };
    std::vector<const Polyline*> in_order;
    for (const Polyline& line : lines)
        if (is_run(line, points))
            in_order.push_back(&line);
    std::stable_sort(in_order.begin(), in_order.end(), [](const Polyline* a, const Polyline* b) {
        return a->points.front() < b->points.front();
    });
    for (const Polyline* line : in_order) {
        if (line->points.front() < next)
            continue;
        add_loose(line->points.front());
        paths.push_back(*line);
        next = line->points.back() + 1;
    }
    add_loose(points);
    return paths;
}

}  // namespace

std::string print_asf(const std::vector<Point>& relative, const std::vector<Polyline>& lines,
                      const std::string& picture_name) {
    std::string text =
        "# AAM shape file: positions relative to the picture's size\n"
        "# number of points\n" +
        std::to_string(relative.size()) +
        "\n# path, type (0 closed, 4 open), x, y, point, comes from, goes to\n";
    const std::vector<Polyline> paths = asf_paths(static_cast<int>(relative.size()), lines);
    for (size_t path = 0; path < paths.size(); ++path) {
        const std::vector<int>& points = paths[path].points;
        const bool closed = paths[path].closed;
        for (size_t i = 0; i < points.size(); ++i) {
            // The ends of an open path are joined to themselves.
            const int before = i > 0 ? points[i - 1] : closed ? points.back() : points[i];
            const int after = i + 1 < points.size() ? points[i + 1]
                              : closed              ? points.front()
                                                    : points[i];
            const Point& point = relative[static_cast<size_t>(points[i])];
            text +=
                fmt::format("{} {} {} {} {} {} {}\n", path, closed ? kClosedPath : kOpenPath,
                            number_text(point.x), number_text(point.y), points[i], before, after);
        }
    }
    return text + "# picture\n" + picture_name + "\n";
}

FormatWriter asf_writer() {
    FormatWriter writer;
    writer.held = [](Dataset dataset, const FormatOptions& /*options*/) {
        const std::vector<Polyline> lines = dataset.scheme.lines;
        Dataset held = one_bare_face_per_picture(std::move(dataset));
        for (Sample& face : held.samples) {
            const double width = face.image_size.width;
            const double height = face.image_size.height;
            for (Point& point : face.points_in_image.points)
                if (width > 0 && height > 0)
                    point = {point.x / width * width, point.y / height * height};
        }
        if (held.scheme.lines.empty()) {
            held.scheme.lines = asf_paths(held.scheme.size(), lines);
            for (size_t i = 0; i < held.scheme.lines.size(); ++i)
                held.scheme.lines[i].name = "path " + std::to_string(i);
        }
        return held;
    };
    writer.print = [](const Dataset& dataset, const fs::path& /*folder*/,
                      const FormatOptions& /*options*/) {
        const auto shared = pictures_of_shared_stems(dataset);
        std::vector<OutputFile> files;
        for (const Sample& face : dataset.samples) {
            if (face.points_in_image.empty())
                continue;
            require_image_size(face);
            std::vector<Point> relative;
            for (const Point& point : face.points_in_image.points)
                relative.emplace_back(point.x / face.image_size.width,
                                      point.y / face.image_size.height);
            files.push_back(
                {points_file_name(face.image, ".asf", shared),
                 print_asf(relative, dataset.scheme.lines, face.image.filename().string())});
        }
        return files;
    };
    return writer;
}

}  // namespace rudolph
