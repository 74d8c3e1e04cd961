#include "core/geometry/scheme_map.h"

#include <algorithm>
#include <map>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/resources.h"

namespace rudolph {
namespace {

SchemeMap read_scheme_map(const Json& json, int from_points) {
    SchemeMap map{json.at("from"), json.at("to"), {}};
    for (const Json& entry : json.at("points")) {
        std::vector<int>& sources = map.sources.emplace_back();
        if (entry.is_array())
            sources = whole_numbers(entry);
        else if (!entry.is_null())
            sources = {whole_number<int>(entry)};
        for (const int source : sources)
            if (source < 0 || source >= from_points)
                throw Error("'points' names point " + std::to_string(source) + ", but " + map.from +
                            " has " + std::to_string(from_points));
    }
    return map;
}

/// The points that are one point of the other scheme; where several are the same one, the first.
SchemeMap backwards(const SchemeMap& map, int from_points) {
    SchemeMap back{map.to, map.from, {}};
    back.sources.resize(static_cast<size_t>(from_points));
    for (size_t i = 0; i < map.sources.size(); ++i)
        if (map.sources[i].size() == 1) {
            std::vector<int>& sources = back.sources.at(static_cast<size_t>(map.sources[i][0]));
            if (sources.empty())
                sources = {static_cast<int>(i)};
        }
    return back;
}

/// A point is known when all points are that it is the mean of.
SchemeMap one_after_the_other(const SchemeMap& first, const SchemeMap& second) {
    SchemeMap both{first.from, second.to, {}};
    for (const std::vector<int>& middles : second.sources) {
        std::vector<int>& sources = both.sources.emplace_back();
        for (const int middle : middles) {
            const std::vector<int>& beginnings = first.sources.at(static_cast<size_t>(middle));
            if (beginnings.empty()) {
                sources.clear();
                break;
            }
            sources.insert(sources.end(), beginnings.begin(), beginnings.end());
        }
    }
    return both;
}

SchemeMap by_equal_names(const LandmarkScheme& from, const LandmarkScheme& to) {
    std::map<std::string, int> place_of;
    for (int i = 0; i < from.size(); ++i)
        place_of.emplace(from.point_names[static_cast<size_t>(i)], i);
    SchemeMap map{from.name, to.name, {}};
    for (const std::string& name : to.point_names) {
        const auto place = place_of.find(name);
        map.sources.push_back(place == place_of.end() ? std::vector<int>()
                                                      : std::vector<int>{place->second});
    }
    return map;
}

/// The program's scheme with the same points, under whatever name.
const LandmarkScheme* builtin_like(const LandmarkScheme& scheme) {
    for (const LandmarkScheme& builtin : builtin_schemes())
        if (builtin.point_names == scheme.point_names)
            return &builtin;
    return nullptr;
}

/// The program's maps, and those backwards.
const std::vector<SchemeMap>& known_maps() {
    static const std::vector<SchemeMap> all = [] {
        std::vector<SchemeMap> maps = builtin_scheme_maps();
        for (const SchemeMap& map : builtin_scheme_maps())
            maps.push_back(backwards(map, builtin_scheme(map.from).size()));
        return maps;
    }();
    return all;
}

bool has_numbered_points(const LandmarkScheme& scheme) {
    return scheme.point_names == numbered_points(scheme.size()).point_names;
}

}  // namespace

int SchemeMap::found() const {
    return static_cast<int>(
        std::count_if(sources.begin(), sources.end(),
                      [](const std::vector<int>& points) { return !points.empty(); }));
}

SchemeMap scheme_map_from_json(const Json& json, int from_points,
                               const std::filesystem::path& file) {
    try {
        return read_scheme_map(json, from_points);
    } catch (const Json::exception& error) {
        throw Error(std::string("not a map between landmark schemes: ") + error.what(), {file});
    } catch (const Error& error) {
        throw Error("not a map between landmark schemes: " + error.message(), {file});
    }
}

const std::vector<SchemeMap>& builtin_scheme_maps() {
    static const std::vector<SchemeMap> all = [] {
        std::vector<SchemeMap> maps;
        for (const std::string& name : resource_names("maps/")) {
            const Json json = parse_json(resource(name), name);
            const int points = builtin_scheme(json.at("from")).size();
            maps.push_back(scheme_map_from_json(json, points, name));
        }
        return maps;
    }();
    return all;
}

bool same_points(const LandmarkScheme& a, const LandmarkScheme& b) {
    return a.point_names == b.point_names && (a.name == b.name || !has_numbered_points(a));
}

std::optional<SchemeMap> find_scheme_map(const LandmarkScheme& from, const LandmarkScheme& to) {
    std::optional<SchemeMap> best;
    const auto offer = [&best](SchemeMap map) {
        if (map.found() > (best ? best->found() : 0))
            best = std::move(map);
    };
    const LandmarkScheme* known_from = builtin_like(from);
    const LandmarkScheme* known_to = builtin_like(to);
    // The same words are at other places in different schemes of the program ("jaw, viewer's left
    // 4"), but mean one place when a scheme was made from another.
    if (same_points(from, to) || known_from == nullptr || known_to == nullptr) {
        if (!has_numbered_points(from) || same_points(from, to))
            offer(by_equal_names(from, to));
    } else {
        for (const SchemeMap& map : known_maps())
            if (map.from == known_from->name && map.to == known_to->name)
                offer(map);
        for (const SchemeMap& first : known_maps())
            for (const SchemeMap& second : known_maps())
                if (first.from == known_from->name && first.to == second.from &&
                    second.to == known_to->name)
                    offer(one_after_the_other(first, second));
    }
    if (best) {
        best->from = from.name;
        best->to = to.name;
    }
    return best;
}

Landmarks mapped(const Landmarks& face, const SchemeMap& map) {
    Landmarks result;
    bool any = false;
    for (const std::vector<int>& sources : map.sources) {
        Point sum;
        Visibility visibility = sources.empty() ? Visibility::NotLabelled : Visibility::Visible;
        for (const int source : sources) {
            const auto place = static_cast<size_t>(source);
            if (place >= face.points.size()) {
                visibility = Visibility::NotLabelled;
                break;
            }
            sum += face.points[place];
            visibility = std::min(visibility, face.visibility[place]);
        }
        const bool labelled = visibility != Visibility::NotLabelled;
        any = any || labelled;
        result.points.push_back(labelled ? sum / static_cast<double>(sources.size()) : Point());
        result.visibility.push_back(visibility);
    }
    return any ? result : Landmarks();
}

}  // namespace rudolph
