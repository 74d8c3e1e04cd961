#include "core/formats/dlib_xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <pugixml.hpp>

#include "core/base/file.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/dataset/names.h"
#include "core/formats/pts.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// Tells the line of a place in the text.
class LineFinder {
public:
    explicit LineFinder(std::string_view text) {
        for (size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1))
            ends_.push_back(static_cast<std::ptrdiff_t>(i));
    }
    int line(std::ptrdiff_t offset) const {
        if (offset < 0)
            return 0;
        return 1 + static_cast<int>(std::lower_bound(ends_.begin(), ends_.end(), offset) -
                                    ends_.begin());
    }
    int line(const pugi::xml_node& node) const { return line(node.offset_debug()); }

private:
    std::vector<std::ptrdiff_t> ends_;
};

struct List {
    fs::path file;
    fs::path root;
    LineFinder lines;

    ErrorPlace place(const pugi::xml_node& node) const { return {file, lines.line(node)}; }
};

/// The XML parser hands names through as the bytes they are; the disk may have them in the other
/// encoding, and lists made on Windows have backslashes.
fs::path find_picture(const List& list, const std::string& name, FolderCache& folders) {
    std::vector<std::string> candidates = {name, utf8_from_latin1(name)};
    if (const auto latin1 = latin1_from_utf8(name))
        candidates.push_back(*latin1);
    for (size_t i = 0, count = candidates.size(); i < count; ++i) {
        std::string slashed = candidates[i];
        std::replace(slashed.begin(), slashed.end(), '\\', '/');
        candidates.push_back(std::move(slashed));
    }
    for (const std::string& candidate : candidates) {
        fs::path picture = (list.root / candidate).lexically_normal();
        if (folders.has_file(picture))
            return picture;
    }
    return {};
}

double number_attribute(const List& list, const pugi::xml_node& node, const char* name) {
    const auto value = parse_number(trimmed(node.attribute(name).value()));
    if (!value || !std::isfinite(*value))
        throw Error(fmt::format("<{}> needs a number in '{}'", node.name(), name),
                    list.place(node));
    return *value;
}

Box read_box(const List& list, const pugi::xml_node& node) {
    const Box box{number_attribute(list, node, "left"), number_attribute(list, node, "top"),
                  number_attribute(list, node, "width"), number_attribute(list, node, "height")};
    if (box.empty())
        throw Error("the box has no area", list.place(node));
    return box;
}

std::vector<Point> read_parts(const List& list, const pugi::xml_node& box) {
    std::vector<std::pair<std::string, Point>> parts;
    for (const pugi::xml_node part : box.children("part")) {
        const double x = number_attribute(list, part, "x");
        const double y = number_attribute(list, part, "y");
        parts.emplace_back(part.attribute("name").value(), checked_point(x, y, list.place(part)));
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Point> points;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (i > 0 && parts[i].first == parts[i - 1].first)
            throw Error("the part '" + parts[i].first + "' stands in this box twice",
                        list.place(box));
        points.push_back(parts[i].second);
    }
    return points;
}

double mean_distance(const std::vector<Point>& a, const std::vector<Point>& b) {
    double sum = 0;
    for (size_t i = 0; i < a.size(); ++i)
        sum += cv::norm(a[i] - b[i]);
    return sum / static_cast<double>(a.size());
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
    if (owner)
        owner->points_in_image = finer;
}

struct ListedImage {
    pugi::xml_node node;
    fs::path picture;
    fs::path points;  ///< empty: there is no .pts file
};

FileResult read_image(const List& list, const ListedImage& image) {
    FileResult result;
    const std::string id = sample_id(list.root, image.picture);
    int number = 0;
    for (const pugi::xml_node node : image.node.children("box")) {
        Sample sample;
        sample.id = ++number == 1 ? id : fmt::format("{}#{}", id, number);
        try {
            sample.image = image.picture;
            sample.box = read_box(list, node);
            sample.points_in_image = Landmarks(read_parts(list, node));
            sample.person = person_of(id);
            if (const auto name = imm_name(stem_of(id)))
                sample.view = name->view;
            result.samples.push_back(std::move(sample));
        } catch (const Error& error) {
            result.problems.push_back(problem_from(error, list.file, sample.id));
        }
    }
    if (image.points.empty() || result.samples.empty())
        return result;
    try {
        use_finer_points(result.samples, read_pts_file(image.points));
    } catch (const Error& error) {
        Problem problem = problem_from(error, image.points, id);
        problem.message += "; the whole-pixel points of the list are used instead";
        result.problems.push_back(std::move(problem));
    }
    return result;
}

/// Which pictures of the list there are; a missing one becomes a problem.
std::vector<ListedImage> find_images(const List& list, const pugi::xml_node& images,
                                     std::vector<FileResult>& results, const CancelToken& cancel) {
    FolderCache folders;
    std::vector<ListedImage> found;
    for (const pugi::xml_node node : images.children("image")) {
        cancel.throw_if_cancelled();
        const std::string name = node.attribute("file").value();
        ListedImage image{node, name.empty() ? fs::path() : find_picture(list, name, folders), {}};
        FileResult result;
        if (image.picture.empty()) {
            const std::string shown = is_utf8(name) ? name : utf8_from_latin1(name);
            result.problems.push_back(
                {list.file, list.lines.line(node),
                 name.empty() ? "<image> does not say which file"
                              : "the picture " + shown + " is missing",
                 name.empty() ? "" : sample_id(list.root, list.root / shown)});
        } else {
            const fs::path points = fs::path(image.picture).replace_extension(".pts");
            if (folders.has_file(points))
                image.points = points;
        }
        found.push_back(std::move(image));
        results.push_back(std::move(result));
    }
    return found;
}

bool is_utf16(std::string_view text) {
    return text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff");
}

}  // namespace

bool looks_like_dlib_xml(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string start(1 << 14, '\0');
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<size_t>(std::max<std::streamsize>(0, stream.gcount())));
    return start.find("<dataset") != std::string::npos;
}

ReaderResult read_dlib_xml(const fs::path& file, const CancelToken& cancel,
                           const ProgressCallback& progress) {
    const std::string text = read_file(file);
    const List list{file, file.parent_path(), LineFinder(text)};
    pugi::xml_document document;
    const pugi::xml_parse_result parsed =
        document.load_buffer(text.data(), text.size(), pugi::parse_default,
                             is_utf16(text) ? pugi::encoding_auto : pugi::encoding_utf8);
    const pugi::xml_node images = document.child("dataset").child("images");
    if (!images)
        throw Error("this is not a dlib list of pictures: it has no <dataset> with <images>",
                    {file, parsed ? 0 : list.lines.line(parsed.offset)},
                    "it should be an XML file as dlib's imglab writes it");
    std::vector<FileResult> results;
    const std::vector<ListedImage> found = find_images(list, images, results, cancel);
    if (found.empty())
        throw Error("the list names no picture", {file});
    parallel_for(
        static_cast<int>(found.size()),
        [&](int i) {
            const auto k = static_cast<size_t>(i);
            if (!found[k].picture.empty())
                results[k] = read_image(list, found[k]);
        },
        cancel, progress);
    ReaderResult result = joined(std::move(results));
    if (!parsed)
        result.problems.insert(result.problems.begin(),
                               {file, list.lines.line(parsed.offset),
                                fmt::format("the list is damaged or cut off here ({}); only what "
                                            "stands before is used",
                                            lower(parsed.description())),
                                ""});
    return result;
}

}  // namespace rudolph
