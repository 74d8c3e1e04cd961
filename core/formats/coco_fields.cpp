#include "core/formats/coco_fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/error.h"
#include "core/base/json.h"

namespace rudolph {
namespace {

constexpr const char* kUsualName = "face";

}  // namespace

std::string coco_text(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const Json& coco_list(const Json& json, const char* key) {
    static const Json empty = Json::array();
    const auto found = json.find(key);
    return found == json.end() || !found->is_array() ? empty : *found;
}

long long coco_id(const Json& object, const char* key) {
    const auto found = object.find(key);
    // Those that are floats count as whole numbers only once mend_coco() has said so.
    if (found == object.end() || !found->is_number_integer())
        throw Error(std::string("'") + key + "' is missing or not a whole number");
    if (const auto number = find_whole_number<long long>(*found))
        return *number;
    throw Error(std::string("'") + key + "' is too large");
}

LandmarkScheme coco_scheme(const std::string& name, std::vector<std::string> points,
                           std::vector<Polyline> lines) {
    for (const LandmarkScheme& scheme : builtin_schemes())
        if (scheme.point_names == points)
            return scheme;
    LandmarkScheme scheme = numbered_points(static_cast<int>(points.size()));
    const std::string shown = name.empty() ? kUsualName : name;
    if (scheme.name != shown)
        scheme.title = shown;
    scheme.name = shown;
    scheme.point_names = std::move(points);
    scheme.lines = std::move(lines);
    return scheme;
}

/// Lines as COCO has them: edges between two points.
std::vector<Polyline> coco_edges(const std::vector<Polyline>& lines) {
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

LandmarkScheme scheme_of_coco_category(const Json& category) {
    std::vector<std::string> names;
    for (const Json& name : coco_list(category, "keypoints"))
        names.push_back(name.is_string() ? name.get<std::string>() : name.dump());
    const int count = static_cast<int>(names.size());
    std::vector<Polyline> lines;
    for (const Json& edge : coco_list(category, "skeleton")) {
        if (!edge.is_array() || edge.size() != 2)
            continue;
        const int from = find_whole_number<int>(edge[0]).value_or(0);
        const int to = find_whole_number<int>(edge[1]).value_or(0);
        if (from >= 1 && to >= 1 && from <= count && to <= count)
            lines.push_back({fmt::format("edge {}", lines.size() + 1), {from - 1, to - 1}, false});
    }
    return coco_scheme(category.value("name", std::string()), std::move(names), std::move(lines));
}

Json coco_category(const LandmarkScheme& scheme, long long id) {
    Json skeleton = Json::array();
    for (const Polyline& edge : coco_edges(scheme.lines))
        skeleton.push_back({edge.points[0] + 1, edge.points[1] + 1});
    return {{kCocoId, id},
            {"name", scheme.name},
            {"supercategory", "person"},
            {"keypoints", scheme.point_names},
            {"skeleton", std::move(skeleton)}};
}

std::map<long long, LandmarkScheme> coco_categories(const Json& list,
                                                    std::vector<std::string>* problems) {
    std::map<long long, LandmarkScheme> categories;
    const auto tell = [problems](const std::string& message) {
        if (problems != nullptr)
            problems->push_back(message);
    };
    for (const Json& category : list) {
        try {
            if (!coco_list(category, "keypoints").empty())
                categories.emplace(coco_id(category, kCocoId), scheme_of_coco_category(category));
        } catch (const Error& error) {
            tell(error.message());
        } catch (const Json::exception&) {
            tell("an entry of 'categories' makes no sense");
        }
    }
    return categories;
}

long long main_coco_category(const std::map<long long, LandmarkScheme>& categories, int points) {
    for (const auto& [id, scheme] : categories)
        if (scheme.size() == points)
            return id;
    return categories.begin()->first;
}

bool are_usual_coco_categories(const Json& list) {
    if (list.size() != 1)
        return list.empty();
    const auto categories = coco_categories(list);
    return categories.size() == 1 &&
           coco_text(list[0]) == coco_text(coco_category(categories.begin()->second, 1));
}

}  // namespace rudolph
