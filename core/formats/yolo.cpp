#include "core/formats/yolo.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/base/encoding.h"
#include "core/base/json.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/base/walk_files.h"
#include "core/dataset/choose_scheme.h"
#include "core/dataset/names.h"
#include "core/dataset/set_part.h"
#include "core/formats/picture_finder.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kMaxYaml = 1 << 20;
constexpr std::uint64_t kMaxLabels = 16 << 20;
constexpr int kMostPoints = 10000;
constexpr int kBoxColumns = 5;

struct YoloSet {
    fs::path file;
    int points = 0;
    int dimensions = 3;
    std::vector<int> flip;
    std::string names;  ///< of the classes, as JSON; empty: none
    std::vector<std::pair<fs::path, std::string>> pictures;  ///< and the part of the set
    std::vector<Problem> problems;
};

std::vector<std::string> texts_of(const YAML::Node& node) {
    std::vector<std::string> texts;
    if (node && node.IsScalar())
        texts.push_back(node.as<std::string>());
    if (node && node.IsSequence())
        for (const YAML::Node& entry : node)
            if (entry.IsScalar())
                texts.push_back(entry.as<std::string>());
    return texts;
}

/// Where a part of the set may lie. Its .yaml is often of another machine ("/content/set/train"),
/// and Roboflow writes "../train/images" for what lies beside the file.
std::vector<fs::path> places_of(const fs::path& base, const std::string& name) {
    std::string slashed = name;
    std::replace(slashed.begin(), slashed.end(), '\\', '/');
    std::vector<fs::path> places = {(base / slashed).lexically_normal()};
    const fs::path given(slashed);
    for (auto part = given.begin(); part != given.end(); ++part) {
        fs::path rest;
        for (auto kept = part; kept != given.end(); ++kept)
            rest /= *kept;
        const bool as_given =
            std::all_of(given.begin(), part, [](const fs::path& left) { return left == ".."; });
        if (rest.is_relative() && (as_given || std::distance(part, given.end()) > 1))
            places.push_back((base / rest).lexically_normal());
    }
    return places;
}

/// Pictures of a folder and its subfolders, or those that a text file lists.
void add_pictures(const fs::path& base, const std::string& name, const std::string& part,
                  PictureFinder& finder, const CancelToken& cancel, YoloSet& set) {
    FolderCache folders;
    fs::path place;
    for (const fs::path& candidate : places_of(base, name))
        if (place.empty())
            place = folders.find(candidate);
    std::error_code failed;
    std::vector<fs::path> found;
    if (fs::is_directory(place, failed)) {
        const auto unreadable = walk_files(
            place,
            [&found](const fs::path& file) {
                if (has_image_extension(file))
                    found.push_back(file.lexically_normal());
            },
            cancel);
        for (const fs::path& folder : unreadable)
            set.problems.push_back({folder, 0, "this folder cannot be read", ""});
        std::sort(found.begin(), found.end());
    } else if (lower(place.extension().string()) == ".txt") {
        const std::string text = read_text(place, kMaxLabels);
        int number = 0;
        for (const std::string_view line : lines(text)) {
            ++number;
            const std::string picture(trimmed(line));
            if (picture.empty())
                continue;
            const fs::path file = finder.find(picture);
            if (file.empty())
                finder.miss(picture, number, 1);
            else
                found.push_back(file);
        }
    } else {
        const std::vector<fs::path> places = places_of(base, name);
        std::string sought = places.front().string();
        if (places.back() != places.front())
            sought += " and " + places.back().string();
        set.problems.push_back(
            {set.file, 0,
             fmt::format("the folder of pictures for '{}' is missing: sought {}", part, sought),
             ""});
    }
    for (fs::path& picture : found)
        set.pictures.emplace_back(std::move(picture), part);
}

/// A permutation of the points that is its own inverse; else there are no mirror pairs, and `why`
/// says what is wrong.
std::vector<int> parse_flip(const YAML::Node& node, int points, std::string* why = nullptr) {
    const auto refused = [why](std::string reason) {
        if (why != nullptr)
            *why = std::move(reason);
        return std::vector<int>();
    };
    std::vector<int> flip;
    if (!node || node.IsNull() || (node.IsSequence() && node.size() == 0))
        return {};
    if (!node.IsSequence())
        return refused("is not a list");
    if (node.size() != static_cast<size_t>(points))
        return refused(fmt::format("has {} entries for {} points", node.size(), points));
    for (const YAML::Node& entry : node) {
        const auto index = entry.IsScalar() ? parse_integer(entry.as<std::string>()) : std::nullopt;
        if (!index || *index < 0 || *index >= points)
            return refused(fmt::format("has an entry that is no number from 0 to {}", points - 1));
        flip.push_back(static_cast<int>(*index));
    }
    for (int i = 0; i < points; ++i)
        if (flip[static_cast<size_t>(flip[static_cast<size_t>(i)])] != i)
            return refused(
                fmt::format("sends point {} to {}, but not back", i, flip[static_cast<size_t>(i)]));
    return flip;
}

/// What is odd about the mirror pairs of a set.
void check_flip(const YAML::Node& node, YoloSet& set) {
    if (!node)
        return;
    std::string why;
    set.flip = parse_flip(node, set.points, &why);
    if (!why.empty())
        set.problems.push_back({set.file, node.Mark().line + 1,
                                "'flip_idx' " + why +
                                    ": it is not used, and what becomes what in "
                                    "a mirror is taken from the scheme, or is not known",
                                ""});
    bool moves = false;
    for (int i = 0; i < static_cast<int>(set.flip.size()); ++i)
        moves = moves || set.flip[static_cast<size_t>(i)] != i;
    if (!moves && set.flip.size() > 1)
        set.problems.push_back(
            {set.file, node.Mark().line + 1,
             "'flip_idx' leaves every point where it is: mirrored pictures teach a network left "
             "for right, unless all points lie in the middle of the face",
             ""});
}

/// The names of the classes as JSON; what we write ourselves says nothing.
std::string names_of(const YAML::Node& node) {
    Json names = Json::object();
    int index = 0;
    if (node && node.IsSequence())
        for (const std::string& name : texts_of(node))
            names[std::to_string(index++)] = name;
    if (node && node.IsMap())
        for (const auto& entry : node)
            if (entry.first.IsScalar() && entry.second.IsScalar())
                names[entry.first.as<std::string>()] = entry.second.as<std::string>();
    return names.empty() || names == yolo_usual_names()
               ? std::string()
               : names.dump(-1, ' ', false, Json::error_handler_t::replace);
}

YoloSet parse_set(const fs::path& file, PictureFinder& finder, const CancelToken& cancel) {
    YoloSet set;
    set.file = file;
    try {
        const YAML::Node yaml = YAML::Load(read_text(file, kMaxYaml));
        const std::vector<std::string> shape = texts_of(yaml["kpt_shape"]);
        const auto points = shape.empty() ? std::nullopt : parse_integer(shape[0]);
        const auto dimensions = shape.size() < 2 ? std::nullopt : parse_integer(shape[1]);
        if (!points || *points < 1 || *points > kMostPoints || !dimensions ||
            (*dimensions != 2 && *dimensions != 3))
            throw Error("'kpt_shape' should be the number of points and 2 or 3", {file});
        set.points = static_cast<int>(*points);
        set.dimensions = static_cast<int>(*dimensions);
        check_flip(yaml["flip_idx"], set);
        fs::path base = file.parent_path();
        // The folder that "path" names is often one of another machine.
        for (const std::string& path : texts_of(yaml["path"])) {
            std::error_code ignored;
            if (fs::is_directory(base / path, ignored))
                base = (base / path).lexically_normal();
        }
        std::set<std::string> places;  // a file may name one again and again
        for (const char* part : {kTrainPart, kValidationPart, kTestPart})
            for (const std::string& place : texts_of(yaml[part]))
                if (places.insert(place).second)
                    add_pictures(base, place, part, finder, cancel, set);
        set.names = names_of(yaml["names"]);
    } catch (const YAML::Exception& error) {
        throw Error("not valid YAML: " + error.msg, {file, error.mark.line + 1});
    }
    std::set<fs::path> seen;
    std::erase_if(set.pictures,
                  [&seen](const auto& picture) { return !seen.insert(picture.first).second; });
    return set;
}

Sample parse_face(const std::vector<std::string_view>& row, int points, int dimensions,
                  cv::Size picture, const ErrorPlace& place) {
    std::vector<double> values;
    for (const std::string_view word : row) {
        const auto value = parse_number(word);
        if (!value)
            throw Error(fmt::format("'{}' is not a number", shown_text(word)), place);
        values.push_back(*value);
    }
    const size_t expected = kBoxColumns + static_cast<size_t>(points * dimensions);
    if (values.size() != expected)
        throw Error(
            fmt::format("a row should have {} numbers, but this has {}", expected, values.size()),
            place);
    const double width = picture.width;
    const double height = picture.height;
    const Point size = checked_point(values[3] * width, values[4] * height, place);
    const Point centre = checked_point(values[1] * width, values[2] * height, place);
    Sample face;
    if (row[0] != "0")
        face.attributes[kYoloClass] = row[0];
    face.box = Box{centre.x - size.x / 2, centre.y - size.y / 2, size.x, size.y};
    if (face.box->empty())
        throw Error("the box has no area", place);
    Landmarks found;
    bool any = false;
    for (size_t i = kBoxColumns; i < values.size(); i += static_cast<size_t>(dimensions)) {
        const double v = dimensions == 3 ? values[i + 2] : 2;
        if (v != 0 && v != 1 && v != 2)
            throw Error("a visibility is not 0, 1 or 2", place);
        const Point point = checked_point(values[i] * width, values[i + 1] * height, place);
        // Two dimensions have no other way to say that a point is not labelled.
        const bool labelled = v != 0 && (dimensions == 3 || point.x != 0 || point.y != 0);
        found.points.push_back(labelled ? point : Point());
        found.visibility.push_back(labelled ? static_cast<Visibility>(static_cast<int>(v))
                                            : Visibility::NotLabelled);
        any = any || labelled;
    }
    if (any)
        face.points_in_image = std::move(found);
    return face;
}

FileResult read_picture(const fs::path& root, const fs::path& picture, const std::string& part,
                        const YoloSet& set) {
    FileResult result;
    Sample blank = face_of_picture(root, picture);
    if (part != kTrainPart)
        blank.attributes[kSetPart] = part;
    try {
        const cv::Size size = decode_image(picture, Colour::Grey).size();
        const fs::path labels = yolo_label_file(picture);
        YoloLabels parsed;
        std::error_code ignored;
        if (fs::exists(labels, ignored))
            parsed =
                parse_yolo(read_text(labels, kMaxLabels), set.points, set.dimensions, size, labels);
        const bool empty = parsed.faces.empty() && parsed.problems.empty();
        if (empty)
            parsed.faces.emplace_back();
        for (const Sample& face : parsed.faces) {
            Sample sample = blank;
            sample.image_size = size;
            sample.box = face.box;
            sample.points_in_image = face.points_in_image;
            sample.attributes.insert(face.attributes.begin(), face.attributes.end());
            result.samples.push_back(std::move(sample));
        }
        for (Problem& problem : parsed.problems) {
            problem.sample_id = blank.id;
            result.problems.push_back(std::move(problem));
        }
    } catch (const Error& error) {
        result.problems.push_back(left_out(error, picture, blank.id));
    }
    return result;
}

/// Two pictures that differ in their extension alone have one file of labels.
void tell_shared_labels(const YoloSet& set, std::vector<Problem>& problems) {
    std::map<fs::path, fs::path> owner;
    for (const auto& [picture, part] : set.pictures) {
        const auto [entry, is_new] = owner.emplace(yolo_label_file(picture), picture);
        std::error_code ignored;
        if (!is_new && fs::exists(entry->first, ignored))
            problems.push_back({entry->first, 0,
                                "these labels are of two pictures, " +
                                    entry->second.filename().string() + " and " +
                                    picture.filename().string() + ": both have their faces",
                                ""});
    }
}

}  // namespace

/// Where the last "images" in the path is "labels"; else beside the picture.
fs::path yolo_label_file(const fs::path& picture) {
    std::vector<fs::path> parts(picture.begin(), picture.end());
    for (size_t i = parts.size() - 1; i-- > 0;) {
        if (parts[i] != "images")
            continue;
        parts[i] = "labels";
        fs::path labels;
        for (const fs::path& part : parts)
            labels /= part;
        return labels.replace_extension(".txt");
    }
    return fs::path(picture).replace_extension(".txt");
}

Json yolo_usual_names() {
    return {{"0", "face"}};
}

LandmarkScheme yolo_scheme(LandmarkScheme scheme, const std::vector<int>& flip) {
    if (flip.empty() || scheme.mirror_permutation() == flip)
        return scheme;
    scheme.mirror_pairs.clear();
    scheme.has_mirror_pairs = true;
    for (int i = 0; i < scheme.size(); ++i)
        if (flip[static_cast<size_t>(i)] > i)
            scheme.mirror_pairs.emplace_back(i, flip[static_cast<size_t>(i)]);
    return scheme;
}

bool yolo_set_fits(const fs::path& yaml, const LandmarkScheme& scheme) {
    try {
        const YAML::Node node = YAML::Load(read_text(yaml, kMaxYaml));
        const std::vector<std::string> shape = texts_of(node["kpt_shape"]);
        const std::vector<int> flip = parse_flip(node["flip_idx"], scheme.size());
        const std::vector<int> wanted =
            scheme.has_mirror_pairs ? scheme.mirror_permutation() : std::vector<int>();
        return shape == std::vector<std::string>{std::to_string(scheme.size()), "3"} &&
               (flip.empty() || flip == wanted);
    } catch (const YAML::Exception&) {
        return false;
    } catch (const Error&) {
        return false;
    }
}

bool looks_like_yolo(const fs::path& file) {
    return read_text_start(file).find("kpt_shape") != std::string::npos;
}

YoloLabels parse_yolo(std::string_view text, int points, int dimensions, cv::Size picture,
                      const fs::path& file) {
    YoloLabels labels;
    int number = 0;
    for (const std::string_view line : lines(text)) {
        const ErrorPlace place{file, ++number};
        const auto row = words(trimmed(line));
        if (row.empty())
            continue;
        try {
            labels.faces.push_back(parse_face(row, points, dimensions, picture, place));
        } catch (const Error& error) {
            labels.problems.push_back(left_out(error, file));
        }
    }
    return labels;
}

ReaderResult read_yolo(const fs::path& file, Dataset& dataset, const CancelToken& cancel,
                       const ProgressCallback& progress, const OpenOptions& options) {
    PictureFinder finder(file, options.pictures, cancel);
    const YoloSet set = parse_set(file, finder, cancel);
    if (!set.names.empty())
        dataset.attributes[kYoloNames] = set.names;
    if (set.pictures.empty())
        throw Error("no pictures were found for 'train', 'val' and 'test'" +
                        (set.problems.empty() ? "" : "; " + set.problems.back().message),
                    {file}, "check the folders that the file names");
    std::vector<FileResult> results(set.pictures.size());
    parallel_for(
        static_cast<int>(set.pictures.size()),
        [&](int i) {
            const auto k = static_cast<size_t>(i);
            const auto& [picture, part] = set.pictures[k];
            results[k] = read_picture(file.parent_path(), picture, part, set);
        },
        cancel, progress);
    ReaderResult result = joined(std::move(results));
    const std::vector<Problem> about_pictures = finder.problems();
    result.problems.insert(result.problems.begin(), about_pictures.begin(), about_pictures.end());
    result.problems.insert(result.problems.begin(), set.problems.begin(), set.problems.end());
    tell_shared_labels(set, result.problems);
    join_repeated_pictures(result.samples, file.parent_path());
    SchemeChoice choice = choose_scheme(result.samples, set.points, dataset.name);
    dataset.scheme = yolo_scheme(std::move(choice.scheme), set.flip);
    if (!choice.remark.empty())
        result.problems.push_back({file, 0, std::move(choice.remark), ""});
    return result;
}

}  // namespace rudolph
