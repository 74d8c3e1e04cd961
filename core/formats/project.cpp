#include "core/formats/project.h"
#include "core/base/encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/dataset/face_ids.h"
#include "core/dataset/names.h"
#include "core/formats/picture_finder.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr const char* kVersionKey = "rudolph_project";
constexpr int kProjectVersion = 1;
constexpr std::array kFaceStates = {FaceState::New, FaceState::InWork, FaceState::Done,
                                    FaceState::Doubtful};
constexpr const char* kHexDigits = "0123456789abcdef";

void require_known(const Json& object, const std::set<std::string>& known, const char* what) {
    if (!object.is_object())
        throw Error(std::string(what) + " should be an object");
    for (const auto& [key, value] : object.items())
        if (!known.contains(key))
            throw Error("unknown key '" + key + "' in " + what, {},
                        "was this written by a newer version of Rudolph?");
}

std::vector<double> numbers(const Json& json, const char* key) {
    std::vector<double> values;
    if (!json.is_array())
        throw Error(std::string("'") + key + "' should be a list of numbers");
    values.reserve(json.size());
    for (const Json& value : json) {
        if (!value.is_number())
            throw Error(std::string("'") + key + "' should be a list of numbers");
        values.push_back(value.get<double>());
    }
    return values;
}

std::string visibility_text(const Landmarks& points) {
    std::string text;
    for (const Visibility visibility : points.visibility)
        text += static_cast<char>('0' + static_cast<int>(visibility));
    return text;
}

Json face_to_json(const Sample& face) {
    Json json = {{"id", face.id}};
    if (face.box)
        json["box"] = {face.box->left, face.box->top, face.box->width, face.box->height};
    if (!face.points_in_image.empty()) {
        Json points = Json::array();
        for (const Point& point : face.points_in_image.points) {
            points.push_back(point.x);
            points.push_back(point.y);
        }
        json["points"] = std::move(points);
        const std::string visibility = visibility_text(face.points_in_image);
        if (visibility.find_first_not_of('2') != std::string::npos)
            json["visibility"] = visibility;
    }
    if (face.state != FaceState::New)
        json["state"] = to_string(face.state);
    if (!face.note.empty())
        json["note"] = face.note;
    if (face.is_proposal())
        json["proposed_by"] = face.proposed_by;
    if (face.is_proposal() && face.confidence)
        json["confidence"] = *face.confidence;
    if (!face.attributes.empty())
        json["attributes"] = face.attributes;
    return json;
}

FaceState face_state_from(const std::string& text) {
    for (const FaceState state : kFaceStates)
        if (to_string(state) == text)
            return state;
    throw Error("there is no state '" + text + "'");
}

Landmarks points_from(const Json& face, const ErrorPlace& place) {
    const std::vector<double> values = numbers(face["points"], "points");
    if (values.empty() || values.size() % 2 != 0)
        throw Error("'points' should be pairs of numbers");
    std::vector<Point> points;
    points.reserve(values.size() / 2);
    for (size_t i = 0; i < values.size(); i += 2)
        points.push_back(checked_point(values[i], values[i + 1], place));
    Landmarks landmarks(std::move(points));
    if (!face.contains("visibility"))
        return landmarks;
    const auto text = face["visibility"].get<std::string>();
    if (text.size() != landmarks.points.size() ||
        text.find_first_not_of("012") != std::string::npos)
        throw Error("'visibility' should have a 0, 1 or 2 for each point");
    for (size_t i = 0; i < text.size(); ++i)
        landmarks.visibility[i] = static_cast<Visibility>(text[i] - '0');
    return landmarks;
}

Sample face_from_json(const Json& json, const Sample& blank, const ErrorPlace& place) {
    require_known(json,
                  {"id", "box", "points", "visibility", "state", "note", "proposed_by",
                   "confidence", "attributes"},
                  "a face");
    Sample face = blank;
    face.id = json.value("id", blank.id);
    if (json.contains("box")) {
        const std::vector<double> box = numbers(json["box"], "box");
        if (box.size() != 4 ||
            !std::all_of(box.begin(), box.end(), [](double value) { return std::isfinite(value); }))
            throw Error("'box' should be four numbers");
        face.box = Box{box[0], box[1], box[2], box[3]};
    }
    if (json.contains("points"))
        face.points_in_image = points_from(json, place);
    face.state = face_state_from(json.value("state", to_string(FaceState::New)));
    face.note = json.value("note", std::string());
    face.proposed_by = json.value("proposed_by", std::string());
    if (json.contains("confidence") && face.is_proposal()) {
        const Json& confidence = json["confidence"];
        if (!confidence.is_number() || !(confidence >= 0 && confidence <= 1))
            throw Error("'confidence' should be a number from 0 to 1");
        face.confidence = confidence.get<double>();
    }
    if (json.contains("attributes"))
        face.attributes = json["attributes"].get<std::map<std::string, std::string>>();
    return face;
}

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// A picture with its faces; one line of the file.
Json picture_to_json(const std::vector<Sample>& faces, const fs::path& root) {
    const Sample& first = faces.front();
    const fs::path below = first.image.lexically_relative(root);
    const bool is_below = !below.empty() && *below.begin() != "..";
    Json json = {{"image", path_to_json(is_below ? below : first.image)}};
    if (first.image_size.area() > 0)
        json["size"] = {first.image_size.width, first.image_size.height};
    json["person"] = first.person;
    if (first.view)
        json["view"] = *first.view;
    json["faces"] = faces_to_json(faces);
    return json;
}

struct ProjectReader {
    fs::path file;
    fs::path root;
    std::optional<PictureFinder> finder;
    ReaderResult result;

    void read_picture(const Json& json);
};

void ProjectReader::read_picture(const Json& json) {
    std::string id;
    try {
        require_known(json, {"image", "size", "person", "view", "faces"}, "a picture");
        const ErrorPlace place{file};
        const fs::path named = path_from_json(json.at("image"), place);
        const fs::path found = finder->find(named.string());
        const fs::path image = found.empty() ? (root / named).lexically_normal() : found;
        Sample blank = face_of_picture(root, image);
        id = blank.id;
        blank.person = json.value("person", blank.person);
        blank.view =
            json.contains("view") ? std::optional(whole_number<int>(json["view"])) : std::nullopt;
        if (json.contains("size")) {
            const std::vector<double> size = numbers(json["size"], "size");
            const auto is_size = [](double pixels) {
                return pixels >= 0 && pixels < 1e6 && pixels == std::floor(pixels);
            };
            if (size.size() != 2 || !is_size(size[0]) || !is_size(size[1]))
                throw Error("'size' should be the picture's width and height");
            blank.image_size = {static_cast<int>(size[0]), static_cast<int>(size[1])};
        }
        std::vector<Sample> faces = faces_from_json(json.at("faces"), blank, place);
        if (faces.empty())
            faces.push_back(blank);
        if (found.empty())
            for (const Sample& face : faces)
                result.problems.push_back(
                    {image, 0, "the picture is missing; its annotation is kept", face.id});
        std::move(faces.begin(), faces.end(), std::back_inserter(result.samples));
    } catch (const Error& error) {
        result.problems.push_back(left_out(error, file, id));
    } catch (const Json::exception&) {
        result.problems.push_back(
            {file, 0, "a picture has a value of the wrong kind", id, std::nullopt, 1});
    }
}

std::vector<OutputFile> print_project(const Dataset& dataset, const fs::path& file,
                                      const FormatOptions& /*options*/) {
    const fs::path folder = file.parent_path();
    const fs::path below = dataset.root.lexically_proximate(folder);
    std::string text =
        "{\n\"" + std::string(kVersionKey) + "\": " + std::to_string(kProjectVersion);
    const auto add = [&text](const char* key, const Json& value) {
        text += ",\n\"" + std::string(key) + "\": " + dump(value);
    };
    add("name", is_utf8(dataset.name) ? dataset.name : utf8_from_latin1(dataset.name));
    add("images", path_to_json(below));
    if (dataset.scheme.size() > 0)
        add("scheme", to_json(dataset.scheme));
    if (!dataset.attributes.empty())
        add("attributes", dataset.attributes);
    text += ",\n\"pictures\": [";
    for (size_t begin = 0; begin < dataset.samples.size();) {
        std::vector<Sample> faces;
        size_t end = begin;
        for (; end < dataset.samples.size() &&
               dataset.samples[end].image == dataset.samples[begin].image;
             ++end)
            faces.push_back(dataset.samples[end]);
        text += (begin == 0 ? "\n" : ",\n") + dump(picture_to_json(faces, dataset.root));
        begin = end;
    }
    text += "\n]\n}\n";
    return one_file(file, std::move(text));
}

}  // namespace

std::string to_string(FaceState state) {
    switch (state) {
        case FaceState::New:
            return "new";
        case FaceState::InWork:
            return "in work";
        case FaceState::Done:
            return "done";
        case FaceState::Doubtful:
            return "doubtful";
    }
    return {};
}

Json faces_to_json(const std::vector<Sample>& faces) {
    Json json = Json::array();
    for (const Sample& face : faces)
        json.push_back(face_to_json(face));
    return json;
}

std::vector<Sample> faces_from_json(const Json& json, const Sample& blank,
                                    const ErrorPlace& place) {
    if (!json.is_array())
        throw Error("'faces' should be a list", place);
    std::vector<Sample> faces;
    try {
        for (const Json& entry : json) {
            Sample numbered = blank;
            numbered.id = face_id(blank.id, static_cast<int>(faces.size()) + 1);
            faces.push_back(face_from_json(entry, numbered, place));
        }
    } catch (const Json::exception&) {
        throw Error("a face has a value of the wrong kind", place);
    }
    return faces;
}

Json path_to_json(const fs::path& path) {
    const std::string bytes = path.generic_string();
    if (is_utf8(bytes))
        return bytes;
    std::string hex;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        hex += kHexDigits[byte >> 4];
        hex += kHexDigits[byte & 15];
    }
    return {{"bytes", hex}};
}

fs::path path_from_json(const Json& json, const ErrorPlace& place) {
    if (json.is_string())
        return json.get<std::string>();
    if (!json.is_object() || !json.contains("bytes") || !json["bytes"].is_string())
        throw Error("a path should be a text", place);
    const auto hex = json["bytes"].get<std::string>();
    std::string bytes;
    const std::string_view digits = kHexDigits;
    for (size_t i = 0; i + 1 < hex.size(); i += 2) {
        const size_t high = digits.find(hex[i]);
        const size_t low = digits.find(hex[i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos)
            throw Error("the bytes of a path are not hexadecimal", place);
        bytes += static_cast<char>(high << 4 | low);
    }
    return bytes;
}

bool looks_like_project(const fs::path& file) {
    return read_text_start(file, 256).find(kVersionKey) != std::string::npos;
}

ReaderResult read_project(const fs::path& file, Dataset& dataset, const CancelToken& cancel,
                          const ProgressCallback& progress, const OpenOptions& options) {
    const Json json = read_json(file);
    ProjectReader reader{file, {}, {}, {}};
    try {
        require_known(json, {kVersionKey, "name", "images", "scheme", "attributes", "pictures"},
                      "the project");
        if (!json.contains(kVersionKey))
            throw Error("this is not a Rudolph project");
        if (json[kVersionKey] != kProjectVersion)
            throw Error("the project has version " + json[kVersionKey].dump() +
                            ", and this program reads version " + std::to_string(kProjectVersion),
                        {}, "use a newer version of Rudolph");
        dataset.name = json.value("name", dataset.name);
        reader.root =
            (file.parent_path() / path_from_json(json.at("images"), {file})).lexically_normal();
        if (!reader.root.has_filename())
            reader.root = reader.root.parent_path();
        dataset.root = reader.root;
        reader.finder.emplace(reader.root / file.filename(), options.pictures, cancel);
        if (json.contains("scheme"))
            dataset.scheme = scheme_from_json(json["scheme"], file);
        if (json.contains("attributes"))
            dataset.attributes = json["attributes"].get<std::map<std::string, std::string>>();
        const Json& pictures = json.at("pictures");
        std::int64_t done = 0;
        for (const Json& picture : pictures) {
            cancel.throw_if_cancelled();
            reader.read_picture(picture);
            if (progress)
                progress({++done, static_cast<std::int64_t>(pictures.size())});
        }
    } catch (const Json::exception&) {
        throw Error("a value of the project is missing or of the wrong kind", {file});
    } catch (const Error& error) {
        throw Error(error.message(), {file, error.place().line}, error.advice());
    }
    for (Problem& problem : reader.finder->problems()) {
        problem.file = file;
        reader.result.problems.push_back(std::move(problem));
    }
    return std::move(reader.result);
}

FormatWriter project_writer() {
    return {[](Dataset dataset, const FormatOptions& /*options*/) { return dataset; },
            print_project};
}

}  // namespace rudolph
