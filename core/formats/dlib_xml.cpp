#include "core/formats/dlib_xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <mutex>
#include <pugixml.hpp>
#include <sstream>

#include "core/base/file.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/dataset/names.h"
#include "core/formats/dlib_xml_cut.h"
#include "core/formats/pts.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// A box with so many parts missing is one whose parts have other names.
constexpr size_t kMostMissingParts = 128;

/// Tells the line of a place in the text; looks for line ends only when it is first asked.
class LineFinder {
public:
    explicit LineFinder(std::string_view text) : text_(text) {}

    int line(size_t offset) const {
        std::call_once(once_, [this] {
            for (size_t i = text_.find('\n'); i != std::string_view::npos;
                 i = text_.find('\n', i + 1))
                ends_.push_back(i);
        });
        return 1 + static_cast<int>(std::lower_bound(ends_.begin(), ends_.end(), offset) -
                                    ends_.begin());
    }

private:
    std::string_view text_;
    mutable std::once_flag once_;
    mutable std::vector<size_t> ends_;
};

struct List {
    fs::path file;
    fs::path root;
    std::string_view text;
    LineFinder lines;
    bool counts_from_one = false;  ///< no part of the whole list is called 0
};

/// Looks at the text: in most lists the first part is enough.
bool has_part_zero(std::string_view text) {
    for (const char quote : {'\'', '"'})
        for (const char* zero : {"00", "0", "000", "0000"})
            if (text.find(std::string("name=") + quote + zero + quote) != std::string_view::npos)
                return true;
    return false;
}

/// One <image> element: where it stands, and what is on the disk for it.
struct Piece {
    DlibImageText text;
    fs::path picture;  ///< empty: missing
    fs::path points;   ///< empty: there is no .pts file
};

/// A place of a node inside a piece.
struct PieceReader {
    const List& list;
    const Piece& piece;

    ErrorPlace place(const pugi::xml_node& node) const {
        return {list.file,
                list.lines.line(piece.text.begin + static_cast<size_t>(std::max<std::ptrdiff_t>(
                                                       0, node.offset_debug())))};
    }
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

double number_attribute(const PieceReader& reader, const pugi::xml_node& node, const char* name) {
    const auto value = parse_number(trimmed(node.attribute(name).value()));
    if (!value || !std::isfinite(*value))
        throw Error(fmt::format("<{}> needs a number in '{}'", node.name(), name),
                    reader.place(node));
    return *value;
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
            *number >= static_cast<long long>(8 * parts.size() + kMostMissingParts))
            return std::nullopt;
        numbers.push_back(static_cast<size_t>(*number));
    }
    return numbers;
}

Landmarks read_parts(const PieceReader& reader, const pugi::xml_node& box) {
    std::vector<Part> parts;
    for (const pugi::xml_node part : box.children("part")) {
        const double x = number_attribute(reader, part, "x");
        const double y = number_attribute(reader, part, "y");
        parts.emplace_back(part.attribute("name").value(), checked_point(x, y, reader.place(part)));
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

/// The samples of one <image>; one without boxes is a picture in which no face is marked yet.
FileResult read_image(const PieceReader& reader, const pugi::xml_node& image) {
    const Piece& piece = reader.piece;
    FileResult result;
    const std::string id = sample_id(reader.list.root, piece.picture);
    Sample blank = face_of_picture(reader.list.root, piece.picture);
    blank.image_size = {image.attribute("width").as_int(), image.attribute("height").as_int()};
    if (blank.image_size.width <= 0 || blank.image_size.height <= 0)
        blank.image_size = {};
    int number = 0;
    for (const pugi::xml_node node : image.children("box")) {
        Sample sample = blank;
        if (++number > 1)
            sample.id = fmt::format("{}#{}", id, number);
        try {
            sample.box = read_box(reader, node);
            sample.points_in_image = read_parts(reader, node);
            sample.attributes = read_attributes(node);
            result.samples.push_back(std::move(sample));
        } catch (const Error& error) {
            result.problems.push_back(problem_from(error, reader.list.file, sample.id));
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

/// How the text of a piece did not parse.
struct Damage {
    size_t offset = 0;
    std::string why;
};

struct PieceResult {
    FileResult file;
    std::optional<Damage> damage;
};

std::string attribute_text(const List& list, const Piece& piece, const char* name) {
    const std::string_view tag =
        list.text.substr(piece.text.begin, piece.text.tag_end - piece.text.begin);
    pugi::xml_document document;
    document.load_buffer(tag.data(), tag.size(), pugi::parse_default, pugi::encoding_utf8);
    return document.first_child().attribute(name).value();
}

/// Looks for the pictures; a missing one becomes a problem.
void find_pictures(const List& list, std::vector<Piece>& pieces, std::vector<PieceResult>& results,
                   const CancelToken& cancel) {
    FolderCache folders;
    for (size_t i = 0; i < pieces.size(); ++i) {
        cancel.throw_if_cancelled();
        Piece& piece = pieces[i];
        const std::string name = attribute_text(list, piece, "file");
        piece.picture = name.empty() ? fs::path() : find_picture(list, name, folders);
        if (piece.picture.empty()) {
            const std::string shown = is_utf8(name) ? name : utf8_from_latin1(name);
            results[i].file.problems.push_back(
                {list.file, list.lines.line(piece.text.begin),
                 name.empty() ? "<image> does not say which file"
                              : "the picture " + shown + " is missing",
                 name.empty() ? "" : sample_id(list.root, list.root / shown)});
            continue;
        }
        const fs::path points = fs::path(piece.picture).replace_extension(".pts");
        if (folders.has_file(points))
            piece.points = points;
    }
}

void read_piece(const List& list, const Piece& piece, PieceResult& result) {
    const std::string_view text =
        list.text.substr(piece.text.begin, piece.text.end - piece.text.begin);
    pugi::xml_document document;
    const pugi::xml_parse_result parsed =
        document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed)
        result.damage = {piece.text.begin + static_cast<size_t>(parsed.offset),
                         lower(parsed.description())};
    if (!piece.picture.empty())
        result.file = read_image({list, piece}, document.child("image"));
}

/// <name> and <comment> of the list.
std::map<std::string, std::string> read_head(std::string_view head) {
    pugi::xml_document document;
    document.load_buffer(head.data(), head.size(), pugi::parse_default, pugi::encoding_utf8);
    std::map<std::string, std::string> attributes;
    for (const char* key : {"name", "comment"})
        if (const pugi::xml_node node = document.child("dataset").child(key);
            *node.child_value() != '\0')
            attributes.emplace(key, node.child_value());
    return attributes;
}

/// A face whose last numbered parts are missing has as many points as the others, the last ones not
/// labelled; one with less than half of them is something else.
void pad_unlabelled_ends(std::vector<Sample>& samples) {
    const int usual = usual_point_count(samples);
    for (Sample& face : samples) {
        Landmarks& points = face.points_in_image;
        if (points.size() < usual && 2 * points.size() > usual) {
            points.points.resize(static_cast<size_t>(usual));
            points.visibility.resize(static_cast<size_t>(usual), Visibility::NotLabelled);
        }
    }
}

bool is_utf16(std::string_view text) {
    return text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff");
}

std::string as_utf8(const std::string& utf16) {
    pugi::xml_document document;
    document.load_buffer(utf16.data(), utf16.size());
    std::ostringstream stream;
    document.save(stream, "", pugi::format_raw, pugi::encoding_utf8);
    return stream.str();
}

}  // namespace

bool looks_like_dlib_xml(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string start(1 << 14, '\0');
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<size_t>(std::max<std::streamsize>(0, stream.gcount())));
    return start.find("<dataset") != std::string::npos;
}

ReaderResult read_dlib_xml(const fs::path& file, Dataset& dataset, const CancelToken& cancel,
                           const ProgressCallback& progress) {
    std::string text = read_file(file);
    if (is_utf16(text))
        text = as_utf8(text);
    const List list{file, file.parent_path(), text, LineFinder(text), !has_part_zero(text)};
    const DlibXmlCut found = cut_dlib_xml(text);
    if (!found.is_list)
        throw Error("this is not a dlib list of pictures: it has no <dataset> with <images>",
                    {file}, "it should be an XML file as dlib's imglab writes it");
    if (found.images.empty())
        throw Error("the list names no picture", {file});
    dataset.attributes = read_head(std::string_view(text).substr(0, found.head_end));
    std::vector<Piece> pieces;
    for (const DlibImageText& image : found.images)
        pieces.push_back({image, {}, {}});
    std::vector<PieceResult> results(pieces.size());
    find_pictures(list, pieces, results, cancel);
    parallel_for(
        static_cast<int>(pieces.size()),
        [&](int i) {
            const auto k = static_cast<size_t>(i);
            read_piece(list, pieces[k], results[k]);
        },
        cancel, progress);
    // What stands behind a damaged place cannot be trusted to be what it looks like.
    std::vector<FileResult> files;
    std::optional<Damage> damage;
    for (PieceResult& result : results) {
        files.push_back(std::move(result.file));
        damage = std::move(result.damage);
        if (damage)
            break;
    }
    if (!damage && !found.complete)
        damage = {text.size(), "</images> is missing"};
    ReaderResult result = joined(std::move(files));
    join_repeated_pictures(result.samples);
    pad_unlabelled_ends(result.samples);
    if (damage)
        result.problems.insert(
            result.problems.begin(),
            {file, list.lines.line(damage->offset),
             fmt::format(
                 "the list is damaged or cut off here ({}); only what stands before is used",
                 damage->why),
             ""});
    return result;
}

}  // namespace rudolph
