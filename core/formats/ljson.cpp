#include "core/formats/ljson.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/base/encoding.h"
#include "core/base/json.h"
#include "core/dataset/choose_scheme.h"
#include "core/formats/reader.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr const char* kGroup = "LJSON";

const Json& member(const Json& object, const char* key, const fs::path& file) {
    if (!object.is_object() || !object.contains(key))
        throw Error(fmt::format("there is no '{}'", key), {file}, "is this an LJSON file?");
    return object.at(key);
}

/// The two points that an edge joins; -1 for what is no point.
std::pair<int, int> edge_of(const Json& edge) {
    if (!edge.is_array() || edge.size() != 2)
        return {-1, -1};
    return {find_whole_number<int>(edge[0]).value_or(-1),
            find_whole_number<int>(edge[1]).value_or(-1)};
}

/// Version 1 is a list of groups, each a label with points and edges of its own: the same as one
/// shape of all points, a label for each group.
Json shape_of_groups(const Json& groups, const fs::path& file) {
    Json points = Json::array();
    Json edges = Json::array();
    Json labels = Json::array();
    for (const Json& group : groups) {
        const Json& landmarks = member(group, "landmarks", file);
        const auto first = static_cast<long long>(points.size());
        Json mask = Json::array();
        for (const Json& landmark : landmarks) {
            mask.push_back(points.size());
            points.push_back(landmark.is_object() ? landmark.value("point", Json()) : landmark);
        }
        const Json own_edges = group.value("connectivity", Json::array());
        for (const Json& edge : own_edges)
            if (const auto [a, b] = edge_of(edge); a >= 0 && b >= 0)
                edges.push_back({first + a, first + b});
        labels.push_back({{"label", group.value("label", Json(""))}, {"mask", std::move(mask)}});
    }
    return {{"labels", std::move(labels)},
            {"landmarks", {{"points", std::move(points)}, {"connectivity", std::move(edges)}}}};
}

/// The object that has "landmarks" and "labels".
Json shape_of(const Json& json, const fs::path& file) {
    if (!json.is_object() || !json.contains("groups"))
        return json;
    const Json& groups = json["groups"];
    if (groups.is_array() && !groups.empty())
        return shape_of_groups(groups, file);
    if (!groups.is_object() || groups.empty())
        throw Error("'groups' holds no shape", {file});
    return groups.contains(kGroup) ? groups[kGroup] : *groups.begin();
}

Landmarks parse_points(const Json& points, const fs::path& file) {
    if (!points.is_array() || points.empty())
        throw Error("the file holds no points", {file});
    Landmarks result;
    for (const Json& point : points) {
        if (!point.is_array() || point.size() != 2)
            throw Error(fmt::format("point {} should be two numbers y, x", result.size()), {file});
        if (point[0].is_null() && point[1].is_null()) {
            result.points.emplace_back();
            result.visibility.push_back(Visibility::NotLabelled);
            continue;
        }
        if (!point[0].is_number() || !point[1].is_number())
            throw Error(fmt::format("point {} should be two numbers y, x", result.size()), {file});
        result.points.push_back(
            checked_point(point[1].get<double>(), point[0].get<double>(), {file}));
        result.visibility.push_back(Visibility::Visible);
    }
    const bool any = std::any_of(result.visibility.begin(), result.visibility.end(),
                                 [](Visibility v) { return v != Visibility::NotLabelled; });
    if (!any)
        throw Error("no point of the file has coordinates", {file});
    return result;
}

std::set<std::pair<int, int>> parse_edges(const Json& landmarks, int points) {
    std::set<std::pair<int, int>> edges;
    if (!landmarks.contains("connectivity") || !landmarks["connectivity"].is_array())
        return edges;
    for (const Json& edge : landmarks["connectivity"]) {
        const auto [a, b] = edge_of(edge);
        if (a >= 0 && b >= 0 && a < points && b < points)
            edges.insert({std::min(a, b), std::max(a, b)});
    }
    return edges;
}

bool joins(const std::set<std::pair<int, int>>& edges, int a, int b) {
    return edges.count({std::min(a, b), std::max(a, b)}) > 0;
}

/// A label is a line where its points are joined one after the other.
std::vector<Polyline> parse_lines(const Json& shape, int points) {
    std::vector<Polyline> lines;
    const auto edges = parse_edges(shape.at("landmarks"), points);
    if (!shape.contains("labels") || !shape["labels"].is_array())
        return lines;
    for (const Json& label : shape["labels"]) {
        if (!label.is_object() || !label.contains("mask") || !label["mask"].is_array())
            continue;
        Polyline line;
        if (label.contains("label") && label["label"].is_string())
            line.name = label["label"].get<std::string>();
        bool joined = true;
        for (const Json& index : label["mask"]) {
            const int point = find_whole_number<int>(index).value_or(-1);
            joined = joined && point >= 0 && point < points;
            if (!joined)
                break;
            line.points.push_back(point);
            const size_t last = line.points.size() - 1;
            joined = last == 0 || joins(edges, line.points[last - 1], line.points[last]);
        }
        if (!joined || line.points.size() < 2)
            continue;
        line.closed =
            line.points.size() > 2 && joins(edges, line.points.back(), line.points.front());
        lines.push_back(std::move(line));
    }
    return lines;
}

/// Lines that a reader finds again: those of two points or more, whose closing edge is not one of
/// theirs already.
std::vector<Polyline> held_lines(const LandmarkScheme& scheme) {
    std::vector<Polyline> lines;
    for (Polyline line : scheme.lines) {
        if (line.points.size() < 2)
            continue;
        line.closed = line.closed && line.points.size() > 2;
        lines.push_back(std::move(line));
    }
    return lines;
}

Dataset held_by_ljson(Dataset dataset, const FormatOptions& /*options*/) {
    Dataset held = truth_only(std::move(dataset));
    held.attributes.clear();
    std::vector<Sample> kept;
    for (Sample& face : held.samples) {
        keep_points_alone(face);
        const bool another = !kept.empty() && kept.back().image == face.image;
        if (!another)
            kept.push_back(std::move(face));
        else if (kept.back().points_in_image.empty())
            kept.back() = std::move(face);
    }
    held.samples = std::move(kept);
    const int count = usual_point_count(held.samples);
    LandmarkScheme scheme = choose_scheme(held.samples, count).scheme;
    if (scheme.lines.empty() && count == held.scheme.size())
        scheme.lines = held_lines(held.scheme);
    held.scheme = std::move(scheme);
    return held;
}

std::string print_shape(const Landmarks& points, const std::vector<Polyline>& lines) {
    Json coordinates = Json::array();
    for (int i = 0; i < points.size(); ++i) {
        const Point& point = points.points[static_cast<size_t>(i)];
        if (points.is_labelled(i))
            coordinates.push_back({point.y, point.x});
        else
            coordinates.push_back({nullptr, nullptr});
    }
    Json edges = Json::array();
    Json labels = Json::array();
    for (const Polyline& line : lines) {
        for (size_t i = 1; i < line.points.size(); ++i)
            edges.push_back({line.points[i - 1], line.points[i]});
        if (line.closed && line.points.size() > 2)
            edges.push_back({line.points.back(), line.points.front()});
        labels.push_back({{"label", line.name}, {"mask", line.points}});
    }
    const Json shape = {
        {"labels", std::move(labels)},
        {"landmarks", {{"points", std::move(coordinates)}, {"connectivity", std::move(edges)}}}};
    const Json json = {{"version", 3}, {"groups", {{kGroup, shape}}}};
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<OutputFile> print_ljson(const Dataset& dataset, const fs::path& /*folder*/,
                                    const FormatOptions& /*options*/) {
    const auto shared = pictures_of_shared_stems(dataset);
    std::vector<OutputFile> files;
    for (const Sample& face : dataset.samples)
        if (!face.points_in_image.empty())
            files.push_back({points_file_name(face.image, ".ljson", shared),
                             print_shape(face.points_in_image, dataset.scheme.lines)});
    return files;
}

}  // namespace

LjsonShape parse_ljson(std::string_view text, const fs::path& file) {
    const Json json = parse_json(text, file);
    const Json shape = shape_of(json, file);
    const Json& landmarks = member(shape, "landmarks", file);
    LjsonShape result;
    result.points = parse_points(member(landmarks, "points", file), file);
    result.lines = parse_lines(shape, result.points.size());
    return result;
}

ReaderResult read_ljson(const fs::path& root, const std::vector<fs::path>& files,
                        const CancelToken& cancel, const ProgressCallback& progress,
                        const PicturesElsewhere& elsewhere) {
    const auto read = [&](const fs::path& file, const fs::path& picture) -> FileResult {
        LjsonShape shape = parse_ljson(read_text(file, kMaxFaceFileBytes), file);
        Sample sample = face_of_picture(root, picture);
        sample.points_in_image = std::move(shape.points);
        return {{std::move(sample)}, {}, std::move(shape.lines)};
    };
    return read_beside_pictures(root, files, elsewhere, read, cancel, progress);
}

FormatWriter ljson_writer() {
    return {held_by_ljson, print_ljson};
}

}  // namespace rudolph
