#include "core/formats/coco.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>

#include "core/base/file.h"
#include "core/dataset/names.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr const char* kUsualName = "face";

/// What this reader understands of an annotation; the rest is kept as it is.
const std::set<std::string>& known_fields() {
    static const std::set<std::string> fields = {"id",        "image_id",      "category_id",
                                                 "keypoints", "num_keypoints", "bbox"};
    return fields;
}

struct CocoImage {
    std::string name;
    cv::Size size;
};

struct Coco {
    fs::path file;
    Json json;
    std::map<long long, CocoImage> images;
    std::vector<long long> image_order;
    std::map<long long, LandmarkScheme> categories;  ///< those with keypoints
    std::vector<Problem> problems;
};

double number_of(const Json& value, const char* what) {
    if (!value.is_number() || !std::isfinite(value.get<double>()))
        throw Error(std::string("'") + what + "' holds something that is not a number");
    return value.get<double>();
}

long long id_of(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_integer())
        throw Error(std::string("'") + key + "' is missing or not a whole number");
    return found->get<long long>();
}

const Json& list_of(const Json& json, const char* key) {
    static const Json empty = Json::array();
    const auto found = json.find(key);
    return found == json.end() || !found->is_array() ? empty : *found;
}

/// What a file of these names and edges is read as.
LandmarkScheme scheme_with(const std::string& name, std::vector<std::string> points,
                           std::vector<Polyline> lines) {
    for (LandmarkScheme& scheme : builtin_schemes())
        if (scheme.point_names == points)
            return scheme;
    LandmarkScheme scheme = scheme_for_point_count(static_cast<int>(points.size()));
    if (scheme.name != name)
        scheme.title = name;
    scheme.name = name;
    scheme.point_names = std::move(points);
    scheme.lines = std::move(lines);
    scheme.mirror_pairs.clear();
    scheme.has_mirror_pairs = false;
    scheme.nose_tip.reset();
    scheme.normaliser.reset();
    return scheme;
}

LandmarkScheme scheme_of(const Json& category) {
    std::vector<std::string> names;
    for (const Json& name : list_of(category, "keypoints"))
        names.push_back(name.is_string() ? name.get<std::string>() : name.dump());
    const auto count = static_cast<long long>(names.size());
    std::vector<Polyline> lines;
    for (const Json& edge : list_of(category, "skeleton")) {
        if (!edge.is_array() || edge.size() != 2 || !edge[0].is_number_integer() ||
            !edge[1].is_number_integer())
            continue;
        const auto from = edge[0].get<long long>();
        const auto to = edge[1].get<long long>();
        if (from >= 1 && to >= 1 && from <= count && to <= count)
            lines.push_back({fmt::format("edge {}", lines.size() + 1),
                             {static_cast<int>(from - 1), static_cast<int>(to - 1)},
                             false});
    }
    return scheme_with(category.value("name", std::string(kUsualName)), std::move(names),
                       std::move(lines));
}

void read_images(Coco& coco) {
    for (const Json& image : list_of(coco.json, "images")) {
        try {
            const long long id = id_of(image, "id");
            CocoImage found;
            found.name = image.value("file_name", std::string());
            if (image.contains("width") && image.contains("height") &&
                image["width"].is_number_integer() && image["height"].is_number_integer())
                found.size = {image["width"].get<int>(), image["height"].get<int>()};
            if (found.size.width <= 0 || found.size.height <= 0)
                found.size = {};
            if (found.name.empty())
                throw Error(fmt::format("image {} has no 'file_name'", id));
            if (coco.images.emplace(id, std::move(found)).second)
                coco.image_order.push_back(id);
        } catch (const Error& error) {
            coco.problems.push_back(problem_from(error, coco.file));
        } catch (const Json::exception&) {
            coco.problems.push_back({coco.file, 0, "an entry of 'images' makes no sense", ""});
        }
    }
}

void read_categories(Coco& coco) {
    for (const Json& category : list_of(coco.json, "categories")) {
        try {
            if (!list_of(category, "keypoints").empty())
                coco.categories.emplace(id_of(category, "id"), scheme_of(category));
        } catch (const Error& error) {
            coco.problems.push_back(problem_from(error, coco.file));
        } catch (const Json::exception&) {
            coco.problems.push_back({coco.file, 0, "an entry of 'categories' makes no sense", ""});
        }
    }
}

Landmarks read_keypoints(const Json& annotation, const fs::path& file) {
    Landmarks points;
    const Json& values = list_of(annotation, "keypoints");
    if (values.size() % 3 != 0)
        throw Error(fmt::format("'keypoints' has {} numbers, which are no triples", values.size()));
    bool any = false;
    for (size_t i = 0; i < values.size(); i += 3) {
        const double visibility = number_of(values[i + 2], "keypoints");
        if (visibility != 0 && visibility != 1 && visibility != 2)
            throw Error("a visibility in 'keypoints' is not 0, 1 or 2");
        points.visibility.push_back(static_cast<Visibility>(static_cast<int>(visibility)));
        any = any || visibility != 0;
        points.points.push_back(visibility == 0
                                    ? Point()
                                    : checked_point(number_of(values[i], "keypoints"),
                                                    number_of(values[i + 1], "keypoints"), {file}));
    }
    return any ? points : Landmarks();
}

std::optional<Box> read_box(const Json& annotation) {
    const Json& values = list_of(annotation, "bbox");
    if (values.empty())
        return std::nullopt;
    if (values.size() != 4)
        throw Error("'bbox' should be four numbers");
    const Box box{number_of(values[0], "bbox"), number_of(values[1], "bbox"),
                  number_of(values[2], "bbox"), number_of(values[3], "bbox")};
    return box.empty() ? std::nullopt : std::optional(box);
}

/// What every writer has to write, and says nothing.
bool says_nothing(const std::string& key, const Json& value, const std::optional<Box>& box) {
    return (key == "iscrowd" && value == 0) ||
           (key == "area" && box && value == box->width * box->height);
}

std::map<std::string, std::string> read_attributes(const Json& annotation,
                                                   const std::optional<Box>& box) {
    std::map<std::string, std::string> attributes;
    for (const auto& [key, value] : annotation.items())
        if (known_fields().count(key) == 0 && !says_nothing(key, value, box))
            attributes.emplace(key, value.dump(-1, ' ', false, Json::error_handler_t::replace));
    return attributes;
}

/// The faces of each picture, with points as many as its category has.
std::map<long long, std::vector<Sample>> read_annotations(Coco& coco) {
    std::map<long long, std::vector<Sample>> faces;
    for (const Json& annotation : list_of(coco.json, "annotations")) {
        std::string id = "?";
        try {
            id = annotation.contains("id") ? annotation["id"].dump() : id;
            const long long image = id_of(annotation, "image_id");
            const auto category = coco.categories.find(id_of(annotation, "category_id"));
            if (category == coco.categories.end())
                continue;  // something without keypoints
            if (coco.images.count(image) == 0)
                throw Error(fmt::format("there is no image {}", image));
            Sample face;
            face.points_in_image = read_keypoints(annotation, coco.file);
            if (!face.points_in_image.empty() &&
                face.points_in_image.size() != category->second.size())
                throw Error(fmt::format("it has {} keypoints, but its category {}",
                                        face.points_in_image.size(), category->second.size()));
            face.box = read_box(annotation);
            face.attributes = read_attributes(annotation, face.box);
            faces[image].push_back(std::move(face));
        } catch (const Error& error) {
            coco.problems.push_back(
                {coco.file, 0, "annotation " + id + ": " + error.message(), ""});
        } catch (const Json::exception&) {
            coco.problems.push_back({coco.file, 0, "annotation " + id + " makes no sense", ""});
        }
    }
    return faces;
}

fs::path find_picture(const fs::path& folder, const std::string& name, FolderCache& folders) {
    for (const fs::path& place : {folder / name, folder / "images" / name})
        if (folders.has_file(place.lexically_normal()))
            return place.lexically_normal();
    return {};
}

/// Lines as COCO has them: edges between two points.
std::vector<Polyline> as_edges(const std::vector<Polyline>& lines) {
    std::vector<Polyline> edges;
    const auto add = [&edges](int from, int to) {
        edges.push_back({fmt::format("edge {}", edges.size() + 1), {from, to}, false});
    };
    for (const Polyline& line : lines) {
        for (size_t i = 1; i < line.points.size(); ++i)
            add(line.points[i - 1], line.points[i]);
        if (line.closed && line.points.size() > 2)
            add(line.points.back(), line.points.front());
    }
    return edges;
}

bool is_json(const std::string& text) {
    return Json::accept(text);
}

Dataset held_by_coco(const Dataset& dataset, const FormatOptions& /*options*/) {
    Dataset held = truth_only(dataset);
    std::erase_if(held.attributes, [](const auto& attribute) {
        return (attribute.first != "info" && attribute.first != "licenses") ||
               !is_json(attribute.second);
    });
    for (Sample& face : held.samples) {
        if (face.box && face.box->empty())
            face.box.reset();
        Landmarks& points = face.points_in_image;
        bool any = false;
        for (int i = 0; i < points.size(); ++i) {
            if (!points.is_labelled(i))
                points.points[static_cast<size_t>(i)] = {};
            any = any || points.is_labelled(i);
        }
        if (!any)
            points = {};
        if (!face.box && any) {
            const Box around = bounding_box(points);
            face.box = Box{around.left, around.top, std::max(around.width, 1.0),
                           std::max(around.height, 1.0)};
        }
        std::erase_if(face.attributes, [&face](const auto& attribute) {
            return !face.box || !is_json(attribute.second) ||
                   known_fields().count(attribute.first) > 0;
        });
        for (auto& [key, value] : face.attributes)
            value = Json::parse(value).dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    drop_blank_faces(held);
    held.scheme = scheme_with(dataset.scheme.name.empty() ? kUsualName : dataset.scheme.name,
                              dataset.scheme.point_names, as_edges(dataset.scheme.lines));
    return held;
}

Json annotation_json(const Sample& face, size_t id, size_t image, int scheme_size) {
    const Box& box = *face.box;
    Json annotation = {{"id", id}, {"image_id", image}, {"category_id", 1}};
    Json keypoints = Json::array();
    int labelled = 0;
    for (int i = 0; i < scheme_size; ++i) {
        const auto k = static_cast<size_t>(i);
        const bool there = !face.points_in_image.empty() && face.points_in_image.is_labelled(i);
        keypoints.push_back(there ? face.points_in_image.points[k].x : 0.0);
        keypoints.push_back(there ? face.points_in_image.points[k].y : 0.0);
        keypoints.push_back(there ? static_cast<int>(face.points_in_image.visibility[k]) : 0);
        labelled += there ? 1 : 0;
    }
    annotation["num_keypoints"] = labelled;
    annotation["keypoints"] = std::move(keypoints);
    annotation["bbox"] = {box.left, box.top, box.width, box.height};
    // Readers of COCO files rely on these two.
    annotation["area"] = box.width * box.height;
    annotation["iscrowd"] = 0;
    for (const auto& [key, value] : face.attributes)
        annotation[key] = Json::parse(value);
    return annotation;
}

std::vector<OutputFile> print_coco(const Dataset& dataset, const fs::path& list,
                                   const FormatOptions& /*options*/) {
    const auto dump = [](const Json& json) {
        return json.dump(-1, ' ', false, Json::error_handler_t::replace);
    };
    std::string images;
    std::string annotations;
    size_t image = 0;
    size_t annotation = 0;
    for (size_t i = 0; i < dataset.samples.size(); ++i) {
        const Sample& face = dataset.samples[i];
        if (i == 0 || dataset.samples[i - 1].image != face.image) {
            ++image;
            const fs::path name = face.image.lexically_proximate(list.parent_path());
            Json entry = {{"id", image}, {"file_name", name.generic_string()}};
            if (face.image_size.area() > 0) {
                entry["width"] = face.image_size.width;
                entry["height"] = face.image_size.height;
            }
            images += (images.empty() ? "" : ",\n") + dump(entry);
        }
        if (face.box && dataset.scheme.size() == 0)
            throw Error("COCO keypoints need the number of points", {list}, "choose a scheme");
        if (face.box)
            annotations += (annotations.empty() ? "" : ",\n") +
                           dump(annotation_json(face, ++annotation, image, dataset.scheme.size()));
    }
    Json skeleton = Json::array();
    for (const Polyline& edge : as_edges(dataset.scheme.lines))
        skeleton.push_back({edge.points[0] + 1, edge.points[1] + 1});
    const Json category = {{"id", 1},
                           {"name", dataset.scheme.name},
                           {"supercategory", "person"},
                           {"keypoints", dataset.scheme.point_names},
                           {"skeleton", std::move(skeleton)}};
    std::string text = "{\n";
    for (const auto& [key, value] : dataset.attributes)
        text += "\"" + key + "\": " + value + ",\n";
    text += "\"categories\": [" + dump(category) + "],\n\"images\": [\n" + images +
            "\n],\n\"annotations\": [\n" + annotations + "\n]\n}\n";
    return {{list, std::move(text)}};
}

}  // namespace

bool looks_like_coco(const fs::path& file) {
    std::error_code failed;
    const auto size = fs::file_size(file, failed);
    if (failed)
        return false;
    // The keys may stand in any order: look at both ends of a large file.
    std::ifstream stream(file, std::ios::binary);
    constexpr std::uintmax_t kLooked = 1 << 16;
    std::string text(static_cast<size_t>(std::min(size, kLooked)), '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (size > kLooked) {
        std::string end(kLooked, '\0');
        stream.seekg(-static_cast<std::streamoff>(kLooked), std::ios::end);
        stream.read(end.data(), static_cast<std::streamsize>(end.size()));
        text += end;
    }
    return text.find("\"images\"") != std::string::npos ||
           text.find("\"annotations\"") != std::string::npos ||
           text.find("\"keypoints\"") != std::string::npos;
}

ReaderResult read_coco(const fs::path& file, Dataset& dataset, const CancelToken& cancel,
                       const ProgressCallback& progress) {
    Coco coco{file, read_json(file), {}, {}, {}, {}};
    if (!coco.json.is_object() || !coco.json.contains("images"))
        throw Error("this is not a COCO file: it has no list of images", {file},
                    "it should hold 'images', 'annotations' and 'categories'");
    for (const char* key : {"info", "licenses"})
        if (coco.json.contains(key))
            dataset.attributes[key] =
                coco.json[key].dump(-1, ' ', false, Json::error_handler_t::replace);
    read_images(coco);
    read_categories(coco);
    if (!coco.categories.empty())
        dataset.scheme = coco.categories.begin()->second;
    auto faces = read_annotations(coco);
    coco.json = nullptr;
    const fs::path folder = file.parent_path();
    FolderCache folders;
    ReaderResult result;
    result.problems = std::move(coco.problems);
    std::int64_t done = 0;
    for (const long long id : coco.image_order) {
        cancel.throw_if_cancelled();
        const CocoImage& image = coco.images.at(id);
        const fs::path picture = find_picture(folder, image.name, folders);
        if (picture.empty()) {
            result.problems.push_back({file, 0, "the picture " + image.name + " is missing",
                                       sample_id(folder, folder / image.name)});
            continue;
        }
        std::vector<Sample>& of_picture = faces[id];
        if (of_picture.empty())
            of_picture.emplace_back();
        for (Sample& face : of_picture) {
            Sample sample = face_of_picture(folder, picture);
            sample.image_size = image.size;
            sample.points_in_image = std::move(face.points_in_image);
            sample.box = face.box;
            sample.attributes = std::move(face.attributes);
            result.samples.push_back(std::move(sample));
        }
        if (progress)
            progress({++done, static_cast<std::int64_t>(coco.image_order.size())});
    }
    join_repeated_pictures(result.samples);
    return result;
}

FormatWriter coco_writer() {
    return {held_by_coco, print_coco};
}

}  // namespace rudolph
