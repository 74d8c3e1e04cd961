#include "core/formats/pts.h"

#include <fmt/format.h>

#include "core/base/encoding.h"
#include "core/base/text.h"
#include "core/formats/reader.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

Point parse_row(std::string_view row, int first_pixel, const ErrorPlace& place) {
    // Some copies of HELEN have "x , y".
    std::string spaced(row);
    std::replace(spaced.begin(), spaced.end(), ',', ' ');
    const auto parts = words(spaced);
    const auto x = parts.size() == 2 ? parse_number(parts[0]) : std::nullopt;
    const auto y = parts.size() == 2 ? parse_number(parts[1]) : std::nullopt;
    if (!x || !y)
        throw Error(
            fmt::format("a row should be two numbers x y, but this is '{}'", shown_text(row, 60)),
            place);
    return checked_point(*x - first_pixel, *y - first_pixel, place);
}

struct PtsHead {
    std::optional<long long> count;
    int count_line = 0;
    bool opened = false;
    bool closed = false;
};

/// Takes a line of the head or a brace; false when the line is a row of numbers.
bool take_head(std::string_view line, const ErrorPlace& place, PtsHead& head) {
    if (line == "{") {
        head.opened = true;
    } else if (line == "}") {
        head.closed = true;
    } else if (line.starts_with("n_points")) {
        const size_t colon = line.find(':');
        if (colon != std::string_view::npos)
            head.count = parse_integer(trimmed(line.substr(colon + 1)));
        if (!head.count || *head.count < 1)
            throw Error("n_points should be followed by the number of points", place);
        head.count_line = place.line;
    } else {
        return line.starts_with("version");
    }
    return true;
}

}  // namespace

std::vector<Point> parse_pts(std::string_view text, const fs::path& file, int first_pixel) {
    PtsHead head;
    std::vector<Point> points;
    int number = 0;
    for (const std::string_view line : lines(text)) {
        const ErrorPlace place{file, ++number};
        const std::string_view content = trimmed(line);
        if (content.empty() || head.closed || take_head(content, place, head))
            continue;
        points.push_back(parse_row(content, first_pixel, place));
    }
    if (points.empty())
        throw Error("the file holds no points", {file});
    if (head.opened && !head.closed)
        throw Error("the closing brace is missing: the file is cut off", {file, number});
    if (head.count && static_cast<size_t>(*head.count) != points.size())
        throw Error(
            fmt::format("{} points are announced, but {} follow", *head.count, points.size()),
            {file, head.count_line});
    return points;
}

std::vector<Point> read_pts_file(const fs::path& file, int first_pixel) {
    return parse_pts(read_text(file, kMaxFaceFileBytes), file, first_pixel);
}

ReaderResult read_pts(const fs::path& root, const std::vector<fs::path>& pts_files, int first_pixel,
                      const CancelToken& cancel, const ProgressCallback& progress,
                      const PicturesElsewhere& elsewhere) {
    const auto read = [&](const fs::path& file, const fs::path& picture) -> FileResult {
        Sample sample = face_of_picture(root, picture);
        sample.points_in_image = Landmarks(read_pts_file(file, first_pixel));
        return {{std::move(sample)}, {}, {}};
    };
    return read_beside_pictures(root, pts_files, elsewhere, read, cancel, progress);
}

std::string print_pts(const std::vector<Point>& points, int first_pixel) {
    std::string text = fmt::format("version: 1\nn_points: {}\n{{\n", points.size());
    for (const Point& point : points)
        text +=
            number_text(point.x + first_pixel) + ' ' + number_text(point.y + first_pixel) + '\n';
    return text + "}\n";
}

FormatWriter pts_writer() {
    FormatWriter writer;
    writer.held = [](Dataset dataset, const FormatOptions& options) {
        Dataset held = one_bare_face_per_picture(std::move(dataset));
        const double first = options.pts_first_pixel;
        for (Sample& face : held.samples)
            for (Point& point : face.points_in_image.points)
                point = {(point.x + first) - first, (point.y + first) - first};
        return held;
    };
    writer.print = [](const Dataset& dataset, const fs::path& /*folder*/,
                      const FormatOptions& options) {
        const auto shared = pictures_of_shared_stems(dataset);
        std::vector<OutputFile> files;
        for (const Sample& face : dataset.samples)
            if (!face.points_in_image.empty())
                files.push_back({points_file_name(face.image, ".pts", shared),
                                 print_pts(face.points_in_image.points, options.pts_first_pixel)});
        return files;
    };
    return writer;
}

}  // namespace rudolph
