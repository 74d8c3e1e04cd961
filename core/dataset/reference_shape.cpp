#include "core/dataset/reference_shape.h"

#include <cmath>
#include <map>
#include <numbers>
#include <optional>

#include "core/demo/landmarks.h"
#include "core/geometry/shape.h"

namespace rudolph {
namespace {

constexpr int kPeople = 12;
constexpr std::uint64_t kSeed = 1;
constexpr int kNeutralView = 1;
/// The lips are parted a little, so that the points of the upper and of the lower one can be told
/// apart.
constexpr float kOpen = 0.35F;

using Marking = std::vector<demo::Pixel> (*)(const demo::Head&, const demo::Camera&);

struct Reference {
    LandmarkScheme scheme;
    Landmarks shape;
};

Landmarks mean_of(const std::vector<Landmarks>& shapes) {
    std::vector<const Landmarks*> pointers;
    for (const Landmarks& shape : shapes)
        pointers.push_back(&shape);
    return mean_shape(pointers);
}

Landmarks demo_mean(const LandmarkScheme& scheme, Marking marking) {
    std::vector<Landmarks> shapes;
    for (int person = 1; person <= kPeople; ++person) {
        demo::Scene scene = demo::make_scene(kSeed, person, kNeutralView);
        scene.expression.open = kOpen;
        Landmarks shape;
        for (const demo::Pixel& pixel :
             marking(demo::Head(scene.person, scene.expression), demo::Camera(scene.pose))) {
            shape.points.emplace_back(pixel.x, pixel.y);
            shape.visibility.push_back(Visibility::Visible);
        }
        shapes.push_back(mirrored(shape, scheme));
        shapes.push_back(std::move(shape));
    }
    return mean_of(shapes);
}

const std::vector<Reference>& references() {
    static const std::vector<Reference> all = [] {
        std::vector<Reference> made;
        const auto add = [&made](const char* name, Marking marking) {
            const LandmarkScheme scheme = builtin_scheme(name);
            made.push_back({scheme, demo_mean(scheme, marking)});
        };
        add("ibug-68", demo::ibug_landmarks);
        add("imm-58", demo::imm_landmarks);
        return made;
    }();
    return all;
}

/// The points of `reference` that have the names of the scheme's; empty when one is missing.
std::optional<Landmarks> by_names(const LandmarkScheme& scheme, const Reference& reference) {
    std::map<std::string, int> index_of;
    for (int i = 0; i < reference.scheme.size(); ++i)
        index_of[reference.scheme.point_names[static_cast<size_t>(i)]] = i;
    std::vector<int> indices;
    for (const std::string& name : scheme.point_names) {
        const auto found = index_of.find(name);
        if (found == index_of.end())
            return std::nullopt;
        indices.push_back(found->second);
    }
    return mean_of({subset(reference.shape, indices)});
}

Landmarks circle(int size) {
    std::vector<Point> points;
    for (int i = 0; i < size; ++i) {
        const double angle = 2 * std::numbers::pi * i / size;
        points.emplace_back(std::sin(angle), -std::cos(angle));
    }
    return mean_of({Landmarks(points)});
}

}  // namespace

Landmarks reference_shape(const LandmarkScheme& scheme) {
    if (scheme.size() == 0)
        return {};
    if (!scheme.reference.empty())
        return mean_of({Landmarks(scheme.reference)});
    for (const Reference& reference : references())
        if (const std::optional<Landmarks> shape = by_names(scheme, reference))
            return *shape;
    return circle(scheme.size());
}

}  // namespace rudolph
