#include "core/formats/yolo.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "core/base/file.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/dataset/names.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kMaxYaml = 1 << 20;
constexpr std::uint64_t kMaxLabels = 16 << 20;
constexpr int kMostPoints = 10000;
constexpr int kBoxColumns = 5;

struct YoloSet {
    int points = 0;
    int dimensions = 3;
    std::vector<int> flip;
    std::vector<fs::path> pictures;
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

/// Pictures of a folder and its subfolders, or those that a text file lists.
void add_pictures(const fs::path& place, const fs::path& base, YoloSet& set) {
    std::error_code failed;
    std::vector<fs::path> found;
    if (fs::is_directory(place, failed)) {
        for (fs::recursive_directory_iterator entry(place, failed), end; !failed && entry != end;
             entry.increment(failed))
            if (has_image_extension(entry->path()))
                found.push_back(entry->path().lexically_normal());
        std::sort(found.begin(), found.end());
    } else if (lower(place.extension().string()) == ".txt" && fs::exists(place, failed)) {
        for (const std::string_view line : lines(read_file(place, kMaxLabels)))
            if (!trimmed(line).empty())
                found.push_back((base / std::string(trimmed(line))).lexically_normal());
    } else {
        set.problems.push_back({place, 0, "this folder of pictures is missing", ""});
    }
    set.pictures.insert(set.pictures.end(), found.begin(), found.end());
}

/// A permutation of the points that is its own inverse; else there are no mirror pairs.
std::vector<int> parse_flip(const YAML::Node& node, int points) {
    std::vector<int> flip;
    if (!node || !node.IsSequence() || node.size() != static_cast<size_t>(points))
        return {};
    for (const YAML::Node& entry : node) {
        const auto index = entry.IsScalar() ? parse_integer(entry.as<std::string>()) : std::nullopt;
        if (!index || *index < 0 || *index >= points)
            return {};
        flip.push_back(static_cast<int>(*index));
    }
    for (int i = 0; i < points; ++i)
        if (flip[static_cast<size_t>(flip[static_cast<size_t>(i)])] != i)
            return {};
    return flip;
}

YoloSet parse_set(const fs::path& file) {
    YoloSet set;
    try {
        const YAML::Node yaml = YAML::Load(read_file(file, kMaxYaml));
        const std::vector<std::string> shape = texts_of(yaml["kpt_shape"]);
        const auto points = shape.empty() ? std::nullopt : parse_integer(shape[0]);
        const auto dimensions = shape.size() < 2 ? std::nullopt : parse_integer(shape[1]);
        if (!points || *points < 1 || *points > kMostPoints || !dimensions ||
            (*dimensions != 2 && *dimensions != 3))
            throw Error("'kpt_shape' should be the number of points and 2 or 3", {file});
        set.points = static_cast<int>(*points);
        set.dimensions = static_cast<int>(*dimensions);
        set.flip = parse_flip(yaml["flip_idx"], set.points);
        fs::path base = file.parent_path();
        // The folder that "path" names is often one of another machine.
        for (const std::string& path : texts_of(yaml["path"])) {
            std::error_code ignored;
            if (fs::is_directory(base / path, ignored))
                base = (base / path).lexically_normal();
        }
        for (const char* part : {"train", "val", "test"})
            for (const std::string& place : texts_of(yaml[part]))
                add_pictures((base / place).lexically_normal(), base, set);
    } catch (const YAML::Exception& error) {
        throw Error("not valid YAML: " + error.msg, {file, error.mark.line + 1});
    }
    std::set<fs::path> seen;
    std::erase_if(set.pictures,
                  [&seen](const fs::path& picture) { return !seen.insert(picture).second; });
    return set;
}

/// Where the last "images" in the path is "labels"; else beside the picture.
fs::path label_file(const fs::path& picture) {
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

Sample parse_face(const std::vector<std::string_view>& row, int points, int dimensions,
                  cv::Size picture, const ErrorPlace& place) {
    std::vector<double> values;
    for (const std::string_view word : row) {
        const auto value = parse_number(word);
        if (!value)
            throw Error(fmt::format("'{}' is not a number", word.substr(0, 40)), place);
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

FileResult read_picture(const fs::path& root, const fs::path& picture, const YoloSet& set) {
    FileResult result;
    const Sample blank = face_of_picture(root, picture);
    try {
        const cv::Size size = decode_image(picture, Colour::Grey).size();
        const fs::path labels = label_file(picture);
        YoloLabels parsed;
        std::error_code ignored;
        if (fs::exists(labels, ignored))
            parsed =
                parse_yolo(read_file(labels, kMaxLabels), set.points, set.dimensions, size, labels);
        const bool empty = parsed.faces.empty() && parsed.problems.empty();
        if (empty)
            parsed.faces.emplace_back();
        for (const Sample& face : parsed.faces) {
            Sample sample = blank;
            sample.image_size = size;
            sample.box = face.box;
            sample.points_in_image = face.points_in_image;
            result.samples.push_back(std::move(sample));
        }
        for (Problem& problem : parsed.problems) {
            problem.sample_id = blank.id;
            result.problems.push_back(std::move(problem));
        }
    } catch (const Error& error) {
        result.problems.push_back(problem_from(error, picture, blank.id));
    }
    return result;
}

LandmarkScheme scheme_of(const YoloSet& set) {
    LandmarkScheme scheme = scheme_for_point_count(set.points);
    if (set.flip.empty() || scheme.mirror_permutation() == set.flip)
        return scheme;
    scheme.mirror_pairs.clear();
    scheme.has_mirror_pairs = true;
    for (int i = 0; i < set.points; ++i)
        if (set.flip[static_cast<size_t>(i)] > i)
            scheme.mirror_pairs.emplace_back(i, set.flip[static_cast<size_t>(i)]);
    return scheme;
}

/// Through the same arithmetic as a file.
Box through_file(const Box& box, cv::Size picture) {
    const double width = box.width / picture.width * picture.width;
    const double height = box.height / picture.height * picture.height;
    const Point centre = box.centre();
    return {centre.x / picture.width * picture.width - width / 2,
            centre.y / picture.height * picture.height - height / 2, width, height};
}

Dataset held_by_yolo(const Dataset& dataset, const FormatOptions& /*options*/) {
    Dataset held = truth_only(dataset);
    held.attributes.clear();
    for (Sample& face : held.samples) {
        face.attributes.clear();
        Landmarks& points = face.points_in_image;
        const cv::Size size = face.image_size;
        bool any = false;
        for (int i = 0; i < points.size(); ++i) {
            Point& point = points.points[static_cast<size_t>(i)];
            if (!points.is_labelled(i))
                point = {};
            else if (size.area() > 0)
                point = {point.x / size.width * size.width, point.y / size.height * size.height};
            any = any || points.is_labelled(i);
        }
        if (!any)
            points = {};
        if (!face.box && any) {
            const Box around = bounding_box(points);
            face.box = Box{around.left, around.top, std::max(around.width, 1.0),
                           std::max(around.height, 1.0)};
        }
        if (face.box && size.area() > 0)
            face.box = through_file(*face.box, size);
    }
    drop_blank_faces(held);
    YoloSet set;
    set.points = dataset.scheme.size();
    if (dataset.scheme.has_mirror_pairs)
        set.flip = dataset.scheme.mirror_permutation();
    held.scheme = set.points > 0 ? scheme_of(set) : scheme_for_point_count(0);
    return held;
}

std::string face_text(const Sample& face, int points) {
    const double width = face.image_size.width;
    const double height = face.image_size.height;
    const Point centre = face.box->centre();
    std::string text = "0 " + number_text(centre.x / width) + ' ' + number_text(centre.y / height) +
                       ' ' + number_text(face.box->width / width) + ' ' +
                       number_text(face.box->height / height);
    for (int i = 0; i < points; ++i) {
        const auto k = static_cast<size_t>(i);
        if (face.points_in_image.empty() || !face.points_in_image.is_labelled(i)) {
            text += " 0 0 0";
            continue;
        }
        const Point& point = face.points_in_image.points[k];
        text += ' ' + number_text(point.x / width) + ' ' + number_text(point.y / height) + ' ' +
                std::to_string(static_cast<int>(face.points_in_image.visibility[k]));
    }
    return text + '\n';
}

std::vector<OutputFile> print_yolo(const Dataset& dataset, const fs::path& yaml,
                                   const FormatOptions& /*options*/) {
    std::vector<OutputFile> files;
    std::set<std::string> folders;
    for (size_t i = 0; i < dataset.samples.size(); ++i) {
        const Sample& face = dataset.samples[i];
        if (i == 0 || dataset.samples[i - 1].image != face.image) {
            files.push_back({label_file(face.image), ""});
            fs::path folder = face.image.lexically_proximate(yaml.parent_path()).parent_path();
            folders.insert(folder.empty() ? "." : folder.generic_string());
        }
        if (!face.box)
            continue;
        require_image_size(face);
        files.back().bytes += face_text(face, dataset.scheme.size());
    }
    // A folder stands for those in it.
    std::erase_if(folders, [&folders](const std::string& folder) {
        return std::any_of(folders.begin(), folders.end(), [&folder](const std::string& other) {
            return other != folder && (other == "." || folder.starts_with(other + "/"));
        });
    });
    YAML::Emitter out;
    out << YAML::BeginMap << YAML::Key << "path" << YAML::Value << ".";
    for (const char* part : {"train", "val"}) {
        out << YAML::Key << part << YAML::Value << YAML::BeginSeq;
        for (const std::string& folder : folders)
            out << folder;
        out << YAML::EndSeq;
    }
    out << YAML::Key << "kpt_shape" << YAML::Value << YAML::Flow << YAML::BeginSeq
        << dataset.scheme.size() << 3 << YAML::EndSeq;
    if (dataset.scheme.has_mirror_pairs) {
        out << YAML::Key << "flip_idx" << YAML::Value << YAML::Flow << YAML::BeginSeq;
        for (const int i : dataset.scheme.mirror_permutation())
            out << i;
        out << YAML::EndSeq;
    }
    out << YAML::Key << "names" << YAML::Value << YAML::BeginMap << YAML::Key << 0 << YAML::Value
        << "face" << YAML::EndMap << YAML::EndMap;
    files.push_back({yaml, std::string(out.c_str()) + "\n"});
    return files;
}

}  // namespace

bool looks_like_yolo(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string start(1 << 16, '\0');
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<size_t>(std::max<std::streamsize>(0, stream.gcount())));
    return start.find("kpt_shape") != std::string::npos;
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
            labels.problems.push_back(problem_from(error, file));
        }
    }
    return labels;
}

ReaderResult read_yolo(const fs::path& file, Dataset& dataset, const CancelToken& cancel,
                       const ProgressCallback& progress) {
    const YoloSet set = parse_set(file);
    dataset.scheme = scheme_of(set);
    if (set.pictures.empty())
        throw Error("no pictures were found for 'train', 'val' and 'test'", {file},
                    "check the folders that the file names");
    std::vector<FileResult> results(set.pictures.size());
    parallel_for(
        static_cast<int>(set.pictures.size()),
        [&](int i) {
            const auto k = static_cast<size_t>(i);
            results[k] = read_picture(file.parent_path(), set.pictures[k], set);
        },
        cancel, progress);
    ReaderResult result = joined(std::move(results));
    result.problems.insert(result.problems.begin(), set.problems.begin(), set.problems.end());
    join_repeated_pictures(result.samples);
    return result;
}

FormatWriter yolo_writer() {
    return {held_by_yolo, print_yolo};
}

}  // namespace rudolph
