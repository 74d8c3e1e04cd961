#include "core/formats/dlib_xml_image.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/text.h"
#include "core/dataset/face_ids.h"
#include "core/formats/dlib_xml.h"
#include "core/formats/pts.h"

namespace rudolph {
namespace {

/// A box with so many parts missing is one whose parts have other names.
constexpr size_t kMostMissingParts = 128;

/// A place of a node inside a piece.
struct PieceReader {
    const DlibList& list;
    const DlibPiece& piece;

    ErrorPlace place(const pugi::xml_node& node) const {
        return {list.file,
                list.lines.line(piece.text.begin + static_cast<size_t>(std::max<std::ptrdiff_t>(
                                                       0, node.offset_debug())))};
    }
};

double number_attribute(const PieceReader& reader, const pugi::xml_node& node, const char* name) {
    const auto value = parse_number(trimmed(node.attribute(name).value()));
    if (!value || !std::isfinite(*value))
        throw Error(fmt::format("<{}> needs a number in '{}'", node.name(), name),
                    reader.place(node));
    return *value;
}

/// The line is looked for only where something is wrong: a list has millions of parts.
Point part_point(const PieceReader& reader, const pugi::xml_node& part) {
    const double x = number_attribute(reader, part, "x");
    const double y = number_attribute(reader, part, "y");
    try {
        return checked_point(x, y, {});
    } catch (const Error& error) {
        throw Error(error.message(), reader.place(part), error.advice());
    }
}

Box read_box(const PieceReader& reader, const pugi::xml_node& node) {
    const Box box{number_attribute(reader, node, "left"), number_attribute(reader, node, "top"),
                  number_attribute(reader, node, "width"),
                  number_attribute(reader, node, "height")};
    if (box.empty())
        throw Error("the box has no area", reader.place(node));
    return box;
}

/// What else a box says of its face.
std::map<std::string, std::string> read_attributes(const pugi::xml_node& box) {
    std::map<std::string, std::string> attributes;
    for (const pugi::xml_attribute attribute : box.attributes()) {
        const std::string_view name = attribute.name();
        if (name != "left" && name != "top" && name != "width" && name != "height")
            attributes.emplace(name, attribute.value());
    }
    if (const pugi::xml_node label = box.child("label"))
        attributes.emplace(kDlibLabel, label.child_value());
    return attributes;
}

using Part = std::pair<std::string, Point>;

/// The places of the parts, where all names are numbers, and not so large that there is something
/// wrong with them.
std::optional<std::vector<size_t>> numbers_of(const std::vector<Part>& parts) {
    std::vector<size_t> numbers;
    for (const auto& [name, point] : parts) {
        const auto number = parse_integer(name);
        if (!number || *number < 0 ||
            static_cast<size_t>(*number) >= 8 * parts.size() + kMostMissingParts)
            return std::nullopt;
        numbers.push_back(static_cast<size_t>(*number));
    }
    return numbers;
}

Landmarks read_parts(const PieceReader& reader, const pugi::xml_node& box) {
    std::vector<Part> parts;
    for (const pugi::xml_node part : box.children("part")) {
        parts.emplace_back(part.attribute("name").value(), part_point(reader, part));
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part& a, const Part& b) { return a.first < b.first; });
    for (size_t i = 1; i < parts.size(); ++i)
        if (parts[i].first == parts[i - 1].first)
            throw Error("the part '" + parts[i].first + "' stands in this box twice",
                        reader.place(box));
    Landmarks points;
    const auto numbers = numbers_of(parts);
    if (!numbers || parts.empty()) {
        for (const Part& part : parts)
            points.points.push_back(part.second);
        return Landmarks(std::move(points.points));
    }
    // Parts that are left out are points that nobody has marked.
    const size_t count = *std::max_element(numbers->begin(), numbers->end()) + 1;
    const bool from_one =
        reader.list.counts_from_one && *std::min_element(numbers->begin(), numbers->end()) > 0;
    points.points.resize(count - (from_one ? 1 : 0));
    points.visibility.resize(points.points.size(), Visibility::NotLabelled);
    for (size_t i = 0; i < parts.size(); ++i) {
        const size_t place = (*numbers)[i] - (from_one ? 1 : 0);
        points.points[place] = parts[i].second;
        points.visibility[place] = Visibility::Visible;
    }
    return points;
}

double mean_distance(const std::vector<Point>& a, const std::vector<Point>& b) {
    double sum = 0;
    for (size_t i = 0; i < a.size(); ++i)
        sum += cv::norm(a[i] - b[i]);
    return sum / static_cast<double>(a.size());
}

/// Whether the parts are these points, rounded to whole pixels: a list that was edited since says
/// something else, and is right.
bool are_rounded(const Landmarks& parts, const std::vector<Point>& points) {
    constexpr double farthest = 0.5 + 1e-6;
    for (size_t i = 0; i < points.size(); ++i)
        if (parts.visibility[i] == Visibility::NotLabelled ||
            std::abs(parts.points[i].x - points[i].x) > farthest ||
            std::abs(parts.points[i].y - points[i].y) > farthest)
            return false;
    return true;
}

bool contains(const Box& box, const Point& point) {
    return point.x >= box.left && point.x <= box.right() && point.y >= box.top &&
           point.y <= box.bottom();
}

/// Gives the points of a .pts file to the face they belong to: the one whose parts are nearest, or,
/// where no box has parts, the one whose box holds their centre. A file about a face that is not in
/// the list changes nothing.
void use_finer_points(std::vector<Sample>& faces, const std::vector<Point>& points) {
    const Landmarks finer(points);
    const Box extent = bounding_box(finer);
    double nearest = 0.25 * std::sqrt(extent.width * extent.height);
    Sample* owner = nullptr;
    for (Sample& face : faces) {
        const auto& parts = face.points_in_image.points;
        if (parts.size() != points.size())
            continue;
        const double distance = mean_distance(parts, points);
        if (distance <= nearest) {
            nearest = distance;
            owner = &face;
        }
    }
    const bool no_parts = std::all_of(faces.begin(), faces.end(), [](const Sample& face) {
        return face.points_in_image.empty();
    });
    for (Sample& face : faces)
        if (no_parts && !owner && contains(*face.box, extent.centre()))
            owner = &face;
    if (owner && (owner->points_in_image.empty() || are_rounded(owner->points_in_image, points)))
        owner->points_in_image = finer;
}

}  // namespace

int LineFinder::line(size_t offset) const {
    std::call_once(once_, [this] {
        for (size_t i = text_.find('\n'); i != std::string_view::npos; i = text_.find('\n', i + 1))
            ends_.push_back(i);
    });
    return 1 +
           static_cast<int>(std::lower_bound(ends_.begin(), ends_.end(), offset) - ends_.begin());
}

FileResult read_dlib_image(const DlibList& list, const DlibPiece& piece,
                           const pugi::xml_node& image) {
    const PieceReader reader{list, piece};
    FileResult result;
    Sample blank = face_of_picture(list.root, piece.picture);
    const std::string id = blank.id;
    blank.image_size = {image.attribute("width").as_int(), image.attribute("height").as_int()};
    if (blank.image_size.width <= 0 || blank.image_size.height <= 0)
        blank.image_size = {};
    int number = 0;
    for (const pugi::xml_node node : image.children("box")) {
        Sample sample = blank;
        sample.id = face_id(id, ++number);
        try {
            sample.box = read_box(reader, node);
            sample.points_in_image = read_parts(reader, node);
            sample.attributes = read_attributes(node);
            result.samples.push_back(std::move(sample));
        } catch (const Error& error) {
            result.problems.push_back(left_out(error, list.file, sample.id));
        }
    }
    if (number == 0)
        result.samples.push_back(blank);
    if (piece.points.empty() || number == 0 || result.samples.empty())
        return result;
    try {
        use_finer_points(result.samples, read_pts_file(piece.points));
    } catch (const Error& error) {
        Problem problem = problem_from(error, piece.points, id);
        problem.message += "; the whole-pixel points of the list are used instead";
        result.problems.push_back(std::move(problem));
    }
    return result;
}

}  // namespace rudolph
