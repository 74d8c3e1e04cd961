#include "core/formats/cvat.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <utility>

#include "core/base/encoding.h"
#include "core/base/text.h"
#include "core/dataset/names.h"
#include "core/dataset/set_part.h"
#include "core/formats/dlib_xml_image.h"
#include "core/formats/named_faces.h"
#include "core/formats/picture_finder.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

struct CvatFile {
    fs::path file;
    LineFinder lines;
    std::vector<Problem> problems;
    std::map<std::string, int> unread_shapes;  ///< by their kind
    int turned_boxes = 0;

    ErrorPlace place(const pugi::xml_node& node) const {
        return {file,
                lines.line(static_cast<size_t>(std::max<std::ptrdiff_t>(0, node.offset_debug())))};
    }
};

double cvat_number(std::string_view text, const ErrorPlace& place) {
    const auto value = parse_number(trimmed(text));
    if (!value)
        throw Error(fmt::format("'{}' is not a number", shown_text(text)), place);
    return *value;
}

std::vector<Point> points_of_shape(const pugi::xml_node& shape, const ErrorPlace& place) {
    std::vector<Point> points;
    const std::string_view text = shape.attribute("points").value();
    for (const std::string_view pair : split(text, ';')) {
        if (trimmed(pair).empty())
            continue;
        const auto numbers = split(pair, ',');
        if (numbers.size() != 2)
            throw Error(fmt::format("'{}' is not a point", shown_text(pair)), place);
        points.push_back(
            checked_point(cvat_number(numbers[0], place), cvat_number(numbers[1], place), place));
    }
    return points;
}

bool is_set(const pugi::xml_node& node, const char* name) {
    return std::string_view(node.attribute(name).value()) == "1";
}

Visibility visibility_of(const pugi::xml_node& shape) {
    return is_set(shape, "outside")    ? Visibility::NotLabelled
           : is_set(shape, "occluded") ? Visibility::Hidden
                                       : Visibility::Visible;
}

std::string label_of_shape(const pugi::xml_node& shape) {
    return std::string(trimmed(shape.attribute("label").value()));
}

/// CVAT writes 0 for none.
std::string group_of_shape(const pugi::xml_node& shape) {
    const std::string group = shape.attribute("group_id").value();
    return group == "0" ? std::string() : group;
}

std::map<std::string, std::string> attributes_of_shape(const pugi::xml_node& shape) {
    std::map<std::string, std::string> attributes;
    for (const pugi::xml_node& attribute : shape.children("attribute"))
        attributes.emplace(attribute.attribute("name").value(), attribute.child_value());
    return attributes;
}

NamedFace face_of_skeleton(const pugi::xml_node& skeleton, const CvatFile& cvat) {
    NamedFace face;
    face.kind = label_of_shape(skeleton);
    face.line = cvat.place(skeleton).line;
    face.attributes = attributes_of_shape(skeleton);
    for (const pugi::xml_node& point : skeleton.children("points")) {
        const ErrorPlace place = cvat.place(point);
        const std::vector<Point> points = points_of_shape(point, place);
        const Visibility visibility = visibility_of(point);
        if (points.size() != 1 && visibility != Visibility::NotLabelled)
            throw Error("a point of a skeleton is not one point", place);
        face.labels.push_back(label_of_shape(point));
        face.points.points.push_back(points.empty() ? Point() : points.front());
        face.points.visibility.push_back(visibility);
    }
    if (face.points.empty())
        throw Error("a skeleton has no points", cvat.place(skeleton));
    return face;
}

void add_points(const pugi::xml_node& shape, const CvatFile& cvat, NamedPicture& picture) {
    const ErrorPlace place = cvat.place(shape);
    const std::vector<Point> points = points_of_shape(shape, place);
    const Visibility visibility = visibility_of(shape);
    const std::string label = label_of_shape(shape);
    const std::string group = group_of_shape(shape);
    if (points.empty())
        throw Error("a shape has no points", place);
    if (points.size() == 1) {
        picture.points.push_back({label, points.front(), visibility, group, place.line});
    } else if (!group.empty()) {  // a part of a face
        int number = 0;
        for (const Point& point : points)
            picture.points.push_back(
                {fmt::format("{} {}", label, ++number), point, visibility, group, place.line});
    } else {
        NamedFace face{label, {}, Landmarks(points), {}, attributes_of_shape(shape), place.line};
        std::fill(face.points.visibility.begin(), face.points.visibility.end(), visibility);
        picture.faces.push_back(std::move(face));
    }
}

void add_box(const pugi::xml_node& shape, CvatFile& cvat, NamedPicture& picture) {
    const ErrorPlace place = cvat.place(shape);
    const auto corner = [&](const char* x, const char* y) {
        return checked_point(cvat_number(shape.attribute(x).value(), place),
                             cvat_number(shape.attribute(y).value(), place), place);
    };
    const Point first = corner("xtl", "ytl");
    const Point last = corner("xbr", "ybr");
    const Box box{first.x, first.y, last.x - first.x, last.y - first.y};
    if (box.empty())
        throw Error("the box has no area", place);
    if (shape.attribute("rotation").as_double() != 0)
        ++cvat.turned_boxes;
    picture.boxes.push_back(
        {label_of_shape(shape), box, group_of_shape(shape), attributes_of_shape(shape)});
}

NamedPicture read_shapes(const pugi::xml_node& image, CvatFile& cvat, const std::string& id) {
    NamedPicture picture;
    picture.size = {image.attribute("width").as_int(), image.attribute("height").as_int()};
    if (picture.size.width <= 0 || picture.size.height <= 0)
        picture.size = {};
    const std::string part = part_in_name(image.attribute("subset").value());
    if (!part.empty() && part != kTrainPart)
        picture.attributes.emplace(kSetPart, part);
    for (const pugi::xml_node& shape : image.children()) {
        const std::string_view kind = shape.name();
        try {
            if (kind == "skeleton")
                picture.faces.push_back(face_of_skeleton(shape, cvat));
            else if (kind == "points")
                add_points(shape, cvat, picture);
            else if (kind == "box")
                add_box(shape, cvat, picture);
            else if (shape.type() == pugi::node_element)
                ++cvat.unread_shapes[std::string(kind)];
        } catch (const Error& error) {
            cvat.problems.push_back(left_out(error, cvat.file, id));
        }
    }
    return picture;
}

/// The points of each kind of skeleton, which <meta> lists with the label that they belong to.
void define_skeletons(const pugi::xml_node& meta, NamedFaces& faces) {
    std::map<std::string, std::vector<std::string>> points_of;
    std::set<std::pair<std::string, std::string>> seen;
    struct Definitions : pugi::xml_tree_walker {
        std::vector<pugi::xml_node> labels;
        bool for_each(pugi::xml_node& node) override {
            if (std::strcmp(node.name(), "label") == 0 && node.child("name"))
                labels.push_back(node);
            return true;
        }
    } definitions;
    pugi::xml_node(meta).traverse(definitions);
    for (const pugi::xml_node& label : definitions.labels) {
        const std::string name(trimmed(label.child_value("name")));
        std::string skeleton(trimmed(label.child_value("parent")));
        if (skeleton.empty() && std::strcmp(label.parent().name(), "sublabels") == 0)
            skeleton = trimmed(label.parent().parent().child_value("name"));
        // The jobs of a task repeat the same.
        if (!skeleton.empty() && seen.emplace(skeleton, name).second)
            points_of[skeleton].push_back(name);
    }
    for (auto& [skeleton, points] : points_of)
        faces.define(skeleton, std::move(points));
}

int shapes_in(const pugi::xml_node& image) {
    int shapes = 0;
    for (const pugi::xml_node& shape : image.children())
        if (std::string_view(shape.name()) == "skeleton" ||
            std::string_view(shape.name()) == "points")
            ++shapes;
    return shapes;
}

void require_pictures(const pugi::xml_node& root, const fs::path& file) {
    if (!root)
        throw Error("this is not a file of CVAT: it has no <annotations>", {file});
    if (root.child("image"))
        return;
    if (root.child("track"))
        throw Error("this is CVAT's file of a video, whose points belong to frames", {file},
                    "export as 'CVAT for images 1.1', with the pictures");
    throw Error("the file names no picture", {file});
}

void tell_unread_shapes(const CvatFile& cvat, std::vector<Problem>& problems) {
    for (const auto& [kind, count] : cvat.unread_shapes)
        problems.push_back(
            {cvat.file, 0,
             fmt::format("{} not read: faces are made of skeletons, points and boxes",
                         count == 1 ? fmt::format("a shape of the kind '{}' is", shown_text(kind))
                                    : fmt::format("{} shapes of the kind '{}' are", count,
                                                  shown_text(kind))),
             ""});
    if (cvat.turned_boxes > 0)
        problems.push_back(
            {cvat.file, 0,
             fmt::format("{} turned, and taken as if upright",
                         cvat.turned_boxes == 1 ? std::string("a box is")
                                                : fmt::format("{} boxes are", cvat.turned_boxes)),
             ""});
}

}  // namespace

bool looks_like_cvat(const fs::path& file) {
    return read_text_start(file).find("<annotations") != std::string::npos;
}

ReaderResult read_cvat(const fs::path& file, Dataset& dataset, const CancelToken& cancel,
                       const ProgressCallback& progress, const OpenOptions& options) {
    const std::string text = read_text(file);
    CvatFile cvat{file, LineFinder(text), {}, {}, 0};
    pugi::xml_document document;
    const pugi::xml_parse_result parsed =
        document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    const pugi::xml_node root = document.child("annotations");
    if (!parsed)
        cvat.problems.push_back(
            {file, cvat.lines.line(static_cast<size_t>(std::max<std::ptrdiff_t>(0, parsed.offset))),
             fmt::format(
                 "the file is damaged or cut off here ({}); only what stands before is used",
                 lower(parsed.description())),
             ""});
    require_pictures(root, file);
    NamedFaces faces(file, file.parent_path());
    define_skeletons(root.child("meta"), faces);
    PictureFinder finder(file, options.pictures, cancel);
    const auto images = root.children("image");
    const auto count = static_cast<std::int64_t>(std::distance(images.begin(), images.end()));
    std::int64_t done = 0;
    for (const pugi::xml_node& image : images) {
        cancel.throw_if_cancelled();
        const std::string name = image.attribute("name").value();
        // Exported pictures lie in folders called after their subsets.
        const std::string subset = image.attribute("subset").value();
        const fs::path found =
            finder.find_any({subset.empty() ? subset : fmt::format("{}/{}", subset, name), name});
        if (found.empty()) {
            finder.miss(name, cvat.place(image).line, std::max(1, shapes_in(image)));
        } else {
            NamedPicture picture = read_shapes(image, cvat, sample_id(file.parent_path(), found));
            picture.picture = found;
            faces.add(std::move(picture));
        }
        if (progress)
            progress({++done, count});
    }
    ReaderResult result = faces.finish(dataset);
    tell_unread_shapes(cvat, result.problems);
    for (const auto& problems : {cvat.problems, finder.problems()})
        result.problems.insert(result.problems.begin(), problems.begin(), problems.end());
    sort_by_line(result.problems);
    return result;
}

}  // namespace rudolph
