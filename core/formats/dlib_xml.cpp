#include "core/formats/dlib_xml.h"
#include "core/base/encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>

#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/dataset/names.h"
#include "core/formats/dlib_xml_cut.h"
#include "core/formats/dlib_xml_image.h"
#include "core/formats/picture_finder.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// Looks at the text: in most lists the first part is enough.
bool has_part_zero(std::string_view text) {
    for (const char quote : {'\'', '"'})
        for (const char* zero : {"00", "0", "000", "0000"})
            if (text.find(std::string("name=") + quote + zero + quote) != std::string_view::npos)
                return true;
    return false;
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

std::string attribute_text(const DlibList& list, const DlibPiece& piece, const char* name) {
    const std::string_view tag =
        list.text.substr(piece.text.begin, piece.text.tag_end - piece.text.begin);
    pugi::xml_document document;
    document.load_buffer(tag.data(), tag.size(), pugi::parse_default, pugi::encoding_utf8);
    return document.first_child().attribute(name).value();
}

/// How many faces are lost with a picture.
int boxes_in(const DlibList& list, const DlibPiece& piece) {
    const std::string_view text =
        list.text.substr(piece.text.begin, piece.text.end - piece.text.begin);
    int boxes = 0;
    for (size_t at = text.find("<box"); at != std::string_view::npos;
         at = text.find("<box", at + 1))
        ++boxes;
    return std::max(boxes, 1);
}

/// Looks for the pictures; a missing one becomes a problem.
void find_pictures(const DlibList& list, std::vector<DlibPiece>& pieces, PictureFinder& finder,
                   const CancelToken& cancel) {
    FolderCache folders;
    for (DlibPiece& piece : pieces) {
        cancel.throw_if_cancelled();
        const std::string name = attribute_text(list, piece, "file");
        piece.picture = finder.find(name);
        if (piece.picture.empty()) {
            finder.miss(name, list.lines.line(piece.text.begin), boxes_in(list, piece));
            continue;
        }
        const fs::path points = fs::path(piece.picture).replace_extension(".pts");
        if (folders.has_file(points))
            piece.points = points;
    }
}

void read_piece(const DlibList& list, const DlibPiece& piece, PieceResult& result) {
    const std::string_view text =
        list.text.substr(piece.text.begin, piece.text.end - piece.text.begin);
    pugi::xml_document document;
    const pugi::xml_parse_result parsed =
        document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed)
        result.damage = {piece.text.begin + static_cast<size_t>(parsed.offset),
                         lower(parsed.description())};
    if (!piece.picture.empty())
        result.file = read_dlib_image(list, piece, document.child("image"));
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

}  // namespace

bool looks_like_dlib_xml(const fs::path& file) {
    const std::string start = read_text_start(file);
    return start.find("<dataset") != std::string::npos ||
           start.find("<images") != std::string::npos ||
           start.find("<image file=") != std::string::npos;
}

ReaderResult read_dlib_xml(const fs::path& file, Dataset& dataset, const CancelToken& cancel,
                           const ProgressCallback& progress, const OpenOptions& options) {
    const std::string text = read_text(file);
    const DlibList list{file, file.parent_path(), text, LineFinder(text), !has_part_zero(text)};
    const DlibXmlCut found = cut_dlib_xml(text);
    if (!found.is_list)
        throw Error("this is not a dlib list of pictures: it has no <images>", {file},
                    "it should be an XML file as dlib's imglab writes it");
    if (found.images.empty())
        throw Error("the list names no picture", {file});
    dataset.attributes = read_head(std::string_view(text).substr(0, found.head_end));
    std::vector<DlibPiece> pieces;
    for (const DlibImageText& image : found.images)
        pieces.push_back({image, {}, {}});
    std::vector<PieceResult> results(pieces.size());
    PictureFinder finder(file, options.pictures, cancel);
    find_pictures(list, pieces, finder, cancel);
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
    const size_t unread = results.size() - files.size();
    if (!damage && !found.complete)
        damage = {text.size(), "</images> is missing"};
    ReaderResult result = joined(std::move(files));
    std::vector<Problem> about_pictures = finder.problems();
    result.problems.insert(result.problems.begin(), about_pictures.begin(), about_pictures.end());
    sort_by_line(result.problems);
    if (!found.has_root)
        result.problems.insert(result.problems.begin(),
                               {file, 0,
                                "the list has no <dataset> with <images>, as dlib's tools want it: "
                                "its pictures are read all the same",
                                ""});
    join_repeated_pictures(result.samples, list.root);
    pad_unlabelled_ends(result.samples);
    if (damage)
        result.problems.insert(
            result.problems.begin(),
            {file, list.lines.line(damage->offset),
             fmt::format(
                 "the list is damaged or cut off here ({}); only what stands before is used",
                 damage->why),
             "", std::nullopt, static_cast<int>(unread)});
    return result;
}

}  // namespace rudolph
