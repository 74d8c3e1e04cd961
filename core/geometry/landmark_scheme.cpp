#include "core/geometry/landmark_scheme.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/resources.h"

namespace rudolph {
namespace {

Point mean_of(const Landmarks& landmarks, const std::vector<int>& indices) {
    Point sum;
    for (const int i : indices)
        sum += landmarks.points[static_cast<size_t>(i)];
    return sum / static_cast<double>(indices.size());
}

bool all_labelled(const Landmarks& landmarks, const std::vector<int>& indices) {
    return std::all_of(indices.begin(), indices.end(),
                       [&](int i) { return i < landmarks.size() && landmarks.is_labelled(i); });
}

void check_index(int index, int count, const std::string& key) {
    if (index < 0 || index >= count)
        throw Error("'" + key + "' names point " + std::to_string(index) + ", but there are " +
                    std::to_string(count));
}

std::vector<int> checked_indices(const Json& json, int count, const std::string& key) {
    auto indices = whole_numbers(json);
    for (const int i : indices)
        check_index(i, count, key);
    return indices;
}

std::vector<Point> read_reference(const Json& json, int count) {
    std::vector<Point> reference;
    for (const Json& entry : json) {
        const auto place = entry.get<std::vector<double>>();
        if (place.size() != 2)
            throw Error("'reference' needs two numbers for each point");
        reference.emplace_back(place[0], place[1]);
    }
    if (static_cast<int>(reference.size()) != count)
        throw Error("'reference' holds " + std::to_string(reference.size()) +
                    " places, but there are " + std::to_string(count) + " points");
    return reference;
}

LandmarkScheme read_scheme(const Json& json) {
    static const std::set<std::string> known = {"name",     "title",      "about",
                                                "points",   "lines",      "mirror_pairs",
                                                "nose_tip", "normaliser", "reference"};
    for (const auto& [key, value] : json.items())
        if (!known.contains(key))
            throw Error("unknown key '" + key + "'");
    LandmarkScheme scheme;
    scheme.name = json.at("name");
    scheme.title = json.value("title", scheme.name);
    scheme.about = json.value("about", "");
    scheme.point_names = json.at("points").get<std::vector<std::string>>();
    const int count = scheme.size();
    for (const Json& line : json.value("lines", Json::array()))
        scheme.lines.push_back({line.at("name"), checked_indices(line.at("points"), count, "lines"),
                                line.value("closed", false)});
    if (json.contains("mirror_pairs")) {
        scheme.has_mirror_pairs = true;
        std::set<int> seen;
        for (const Json& entry : json["mirror_pairs"]) {
            const auto pair = checked_indices(entry, count, "mirror_pairs");
            if (pair.size() != 2 || !seen.insert(pair[0]).second || !seen.insert(pair[1]).second)
                throw Error("'mirror_pairs' needs pairs in which each point stands at most once");
            scheme.mirror_pairs.emplace_back(pair[0], pair[1]);
        }
    }
    if (json.contains("nose_tip")) {
        scheme.nose_tip = whole_number<int>(json["nose_tip"]);
        check_index(*scheme.nose_tip, count, "nose_tip");
    }
    if (json.contains("normaliser")) {
        const Json& distance = json["normaliser"];
        scheme.normaliser = {distance.at("name"),
                             checked_indices(distance.at("from"), count, "normaliser"),
                             checked_indices(distance.at("to"), count, "normaliser")};
        if (scheme.normaliser->from.empty() || scheme.normaliser->to.empty())
            throw Error("'normaliser' needs points in 'from' and in 'to'");
    }
    if (json.contains("reference"))
        scheme.reference = read_reference(json["reference"], count);
    return scheme;
}

}  // namespace

std::vector<int> LandmarkScheme::mirror_permutation() const {
    std::vector<int> mirrored(point_names.size());
    std::iota(mirrored.begin(), mirrored.end(), 0);
    for (const auto& [a, b] : mirror_pairs)
        std::swap(mirrored[static_cast<size_t>(a)], mirrored[static_cast<size_t>(b)]);
    return mirrored;
}

std::string LandmarkScheme::normaliser_name() const {
    return normaliser ? normaliser->name : "bounding box √(w·h)";
}

double LandmarkScheme::normalising_distance(const Landmarks& truth) const {
    if (normaliser) {
        if (!all_labelled(truth, normaliser->from) || !all_labelled(truth, normaliser->to))
            return 0;
        return cv::norm(mean_of(truth, normaliser->from) - mean_of(truth, normaliser->to));
    }
    const Box box = bounding_box(truth);
    return std::sqrt(box.width * box.height);
}

LandmarkScheme scheme_from_json(const Json& json, const std::filesystem::path& file) {
    try {
        return read_scheme(json);
    } catch (const Json::exception& error) {
        throw Error(std::string("not a landmark scheme: ") + error.what(), {file});
    } catch (const Error& error) {
        throw Error("not a landmark scheme: " + error.message(), {file});
    }
}

Json to_json(const LandmarkScheme& scheme) {
    Json json{{"name", scheme.name}, {"title", scheme.title}, {"points", scheme.point_names}};
    if (!scheme.about.empty())
        json["about"] = scheme.about;
    json["lines"] = Json::array();
    for (const Polyline& line : scheme.lines)
        json["lines"].push_back(
            {{"name", line.name}, {"points", line.points}, {"closed", line.closed}});
    if (scheme.has_mirror_pairs) {
        json["mirror_pairs"] = Json::array();
        for (const auto& [a, b] : scheme.mirror_pairs)
            json["mirror_pairs"].push_back({a, b});
    }
    if (scheme.nose_tip)
        json["nose_tip"] = *scheme.nose_tip;
    if (scheme.normaliser)
        json["normaliser"] = {{"name", scheme.normaliser->name},
                              {"from", scheme.normaliser->from},
                              {"to", scheme.normaliser->to}};
    if (!scheme.reference.empty()) {
        json["reference"] = Json::array();
        for (const Point& place : scheme.reference)
            json["reference"].push_back({place.x, place.y});
    }
    return json;
}

const std::vector<LandmarkScheme>& builtin_schemes() {
    static const std::vector<LandmarkScheme> all = [] {
        std::vector<LandmarkScheme> schemes;
        for (const std::string& name : resource_names("schemes/"))
            schemes.push_back(scheme_from_json(parse_json(resource(name), name), name));
        return schemes;
    }();
    return all;
}

LandmarkScheme builtin_scheme(const std::string& name) {
    std::string known;
    for (const LandmarkScheme& scheme : builtin_schemes()) {
        if (scheme.name == name)
            return scheme;
        known += (known.empty() ? "" : ", ") + scheme.name;
    }
    throw Error("there is no landmark scheme '" + name + "'", {}, "there are " + known);
}

LandmarkScheme numbered_points(int count) {
    LandmarkScheme scheme;
    scheme.name = "points-" + std::to_string(count);
    scheme.title = std::to_string(count) + " numbered points";
    for (int i = 0; i < count; ++i)
        scheme.point_names.push_back("point " + std::to_string(i));
    return scheme;
}

LandmarkScheme scheme_for_point_count(int count) {
    constexpr auto kUsual = "ibug-68";
    const LandmarkScheme* found = nullptr;
    for (const LandmarkScheme& scheme : builtin_schemes())
        if (scheme.size() == count && (found == nullptr || scheme.name == kUsual))
            found = &scheme;
    return found == nullptr ? numbered_points(count) : *found;
}

LandmarkScheme subset(const LandmarkScheme& scheme, const std::vector<int>& indices) {
    std::map<int, int> new_index;
    LandmarkScheme part;
    part.name = scheme.name;
    part.title = scheme.title;
    part.about = scheme.about;
    part.has_mirror_pairs = scheme.has_mirror_pairs;
    for (const int i : indices) {
        new_index[i] = part.size();
        part.point_names.push_back(scheme.point_names.at(static_cast<size_t>(i)));
        if (!scheme.reference.empty())
            part.reference.push_back(scheme.reference.at(static_cast<size_t>(i)));
    }
    for (const Polyline& line : scheme.lines) {
        Polyline kept{line.name, {}, line.closed};
        for (const int i : line.points)
            if (new_index.contains(i))
                kept.points.push_back(new_index[i]);
        if (kept.points.size() == line.points.size())
            part.lines.push_back(kept);
    }
    for (const auto& [a, b] : scheme.mirror_pairs)
        if (new_index.contains(a) && new_index.contains(b))
            part.mirror_pairs.emplace_back(new_index[a], new_index[b]);
    if (scheme.nose_tip && new_index.contains(*scheme.nose_tip))
        part.nose_tip = new_index[*scheme.nose_tip];
    return part;
}

std::optional<std::vector<int>> mirror_of(const LandmarkScheme& scheme,
                                          const std::vector<int>& indices) {
    if (!scheme.has_mirror_pairs)
        return std::nullopt;
    const std::vector<int> partner_of = scheme.mirror_permutation();
    std::vector<int> mirror;
    for (const int index : indices) {
        const auto partner =
            std::find(indices.begin(), indices.end(), partner_of.at(static_cast<size_t>(index)));
        if (partner == indices.end())
            return std::nullopt;
        mirror.push_back(static_cast<int>(partner - indices.begin()));
    }
    return mirror;
}

}  // namespace rudolph
