#include "core/dataset/reference_shape.h"

#include <cmath>
#include <map>
#include <numbers>
#include <optional>

#include "core/base/json.h"
#include "core/base/resources.h"
#include "core/geometry/shape.h"

namespace rudolph {
namespace {

/// Where the points of a built-in scheme lie on an average face, by their names: resources/shapes,
/// which are the mean of neutral demo faces; a test keeps them the same.
using Places = std::map<std::string, Point>;

std::vector<Places> read_shapes() {
    std::vector<Places> shapes;
    for (const std::string& name : resource_names("shapes/")) {
        const Json json = parse_json(resource(name), name);
        Places& shape = shapes.emplace_back();
        for (const auto& [point, place] : json.items())
            shape[point] = Point(place.at(0).get<double>(), place.at(1).get<double>());
    }
    return shapes;
}

Landmarks normalised(const Landmarks& shape) {
    return mean_shape({&shape});
}

/// The places of the scheme's points; empty when one is missing.
std::optional<Landmarks> by_names(const LandmarkScheme& scheme, const Places& places) {
    std::vector<Point> points;
    for (const std::string& name : scheme.point_names) {
        const auto found = places.find(name);
        if (found == places.end())
            return std::nullopt;
        points.push_back(found->second);
    }
    return normalised(Landmarks(std::move(points)));
}

Landmarks circle(int size) {
    std::vector<Point> points;
    for (int i = 0; i < size; ++i) {
        const double angle = 2 * std::numbers::pi * i / size;
        points.emplace_back(std::sin(angle), -std::cos(angle));
    }
    return normalised(Landmarks(std::move(points)));
}

}  // namespace

Landmarks reference_shape(const LandmarkScheme& scheme) {
    static const std::vector<Places> shapes = read_shapes();
    if (scheme.size() == 0)
        return {};
    if (!scheme.reference.empty())
        return normalised(Landmarks(scheme.reference));
    for (const Places& shape : shapes)
        if (const std::optional<Landmarks> found = by_names(scheme, shape))
            return *found;
    return circle(scheme.size());
}

}  // namespace rudolph
