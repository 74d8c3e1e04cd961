#pragma once

#include <cmath>
#include <numbers>
#include <vector>

#include "core/base/random.h"
#include "core/geometry/landmark_scheme.h"

namespace rudolph::test {

/// Nine points of a head: eye corners, nose tip, mouth and jaw.
inline LandmarkScheme head_scheme() {
    LandmarkScheme scheme;
    scheme.name = "head-9";
    scheme.point_names = {"jaw left",        "jaw right",       "chin",
                          "eye left outer",  "eye right outer", "eye left inner",
                          "eye right inner", "nose tip",        "mouth"};
    scheme.lines = {{"eye left", {3, 5}, false}, {"eye right", {4, 6}, false}};
    scheme.mirror_pairs = {{0, 1}, {3, 4}, {5, 6}};
    scheme.has_mirror_pairs = true;
    scheme.nose_tip = 7;
    scheme.normaliser = NormalisingDistance{"inter-ocular", {3}, {4}};
    return scheme;
}

/// The head seen from the front, turned to the viewer's right by `yaw_deg`, about (0, 0) and 100
/// wide.
inline Landmarks turned_head(double yaw_deg) {
    struct Place {
        double x, y, z;
    };
    const std::vector<Place> head = {{-50, 0, -30},  {50, 0, -30},  {0, 60, 20},
                                     {-30, -20, 10}, {30, -20, 10}, {-10, -20, 16},
                                     {10, -20, 16},  {0, 10, 45},   {0, 35, 28}};
    const double angle = yaw_deg * std::numbers::pi / 180;
    std::vector<Point> points;
    for (const Place& place : head)
        points.emplace_back(place.x * std::cos(angle) + place.z * std::sin(angle), place.y);
    return Landmarks(std::move(points));
}

/// As photographs show it: somewhere, of some size, rolled a little.
inline Landmarks photographed(const Landmarks& head, Random& random) {
    const double scale = random.uniform(0.7, 1.5);
    return transformed(Affine::translation(random.uniform(100, 400), random.uniform(100, 300)) *
                           Affine::rotation(random.uniform(-20, 20), {}) *
                           Affine::scaling(scale, scale),
                       head);
}

}  // namespace rudolph::test
