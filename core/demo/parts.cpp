#include "core/demo/parts.h"

#include <array>
#include <numbers>

namespace rudolph::demo {
namespace {

/// A tube along a line.
Mesh tube(const std::vector<Vec3>& line, float radius) {
    constexpr int kSides = 8;
    const int count = static_cast<int>(line.size());
    Mesh mesh(Material::Frame, count, kSides + 1);
    for (int r = 0; r < count; ++r) {
        const auto at = [&](int i) { return line[static_cast<std::size_t>(i)]; };
        const Vec3 along = normalised(at(std::min(r + 1, count - 1)) - at(std::max(r - 1, 0)));
        const Vec3 hint = std::abs(along.z) < 0.8F ? Vec3{0, 0, 1} : Vec3{0, 1, 0};
        const Vec3 side = normalised(cross(along, hint)), up = cross(side, along);
        for (int c = 0; c <= kSides; ++c) {
            const float angle = 2 * kPi * static_cast<float>(c) / kSides;
            Vertex& vertex = mesh.at(r, c);
            vertex.normal = side * std::cos(angle) + up * std::sin(angle);
            vertex.place = at(r) + vertex.normal * radius;
        }
    }
    return mesh;
}

}  // namespace

Mesh ear_mesh(const Head& head, int side) {
    constexpr int kRings = 16, kSpokes = 44;
    const Person& person = head.person();
    const float sign = side == 0 ? -1.F : 1.F, size = person.ear_size;
    const float angle = person.ear_angle;
    const Vec3 up = normalised({sign * 0.06F, 1, -0.16F});
    const Vec3 back = normalised({sign * std::sin(angle), 0, -std::cos(angle)});
    Vec3 out = cross(up, back);
    if (out.x * sign < 0)
        out = out * -1;
    const Vec3 root{sign * (head.half_width(-15) - 5), -20, 4};
    Mesh mesh(Material::Ear, kRings, kSpokes + 1);
    for (int r = 0; r < kRings; ++r)
        for (int c = 0; c <= kSpokes; ++c) {
            const float radius = static_cast<float>(r) / (kRings - 1);
            const float turn = 2 * kPi * static_cast<float>(c) / kSpokes;
            const float along = std::sin(turn), across = std::cos(turn);
            const float half_width = mix(15, 23, ramp(-0.9F, 0.5F, along * radius));
            float height = 5 * bump((radius - 0.84F) / 0.14F) - 8 * ramp(0.7F, 0.2F, radius) -
                           6 * ramp(0.88F, 1, radius);
            height *= ramp(-1.1F, -0.2F, along * radius) * 0.8F + 0.2F;
            height += 5 * bump((across * radius + 0.75F) / 0.25F, (along * radius + 0.1F) / 0.22F);
            Vertex& vertex = mesh.at(r, c);
            vertex.place = root + up * (size * 38 * along * radius) +
                           back * (size * (17 + half_width * across * radius)) +
                           out * (size * height);
            vertex.s = radius;
            vertex.t = along * radius;
            vertex.u = sign * across;
        }
    compute_normals(mesh, Seam::Closed);
    for (Vertex& vertex : mesh.vertices)
        if (dot(vertex.normal, out) < 0)
            vertex.normal = vertex.normal * -1;
    for (int c = 0; c <= kSpokes; ++c)
        mesh.at(0, c).normal = mesh.at(1, c).normal;
    return mesh;
}

bool is_cloth(const Person& person, float y, float angle) {
    const float front = ramp(1.3F, 0, std::abs(angle));
    switch (person.neckline) {
        case Neckline::VShape:
            return y < -184 - 46 * clamp01(1 - std::abs(angle) / 1.1F);
        case Neckline::Collar:
            return y < -176 - 20 * front;
        default:
            return y < -183 - 22 * front;
    }
}

Mesh body_mesh(const Person& person) {
    constexpr int kRows = 60, kColumns = 72, kKnots = 9;
    static constexpr float kDown[kKnots] = {0, 0.3F, 0.5F, 0.6F, 0.68F, 0.76F, 0.84F, 0.92F, 1};
    static constexpr float kY[kKnots] = {-50, -120, -165, -188, -203, -213, -224, -245, -300};
    static constexpr float kWidth[kKnots] = {62, 61, 62, 70, 96, 140, 186, 220, 240};
    static constexpr float kDepth[kKnots] = {60, 58, 58, 62, 68, 76, 84, 92, 100};
    const float breadth = person.female ? 0.86F : 1.02F;
    Mesh mesh(Material::Body, kRows, kColumns + 1);
    for (int r = 0; r < kRows; ++r) {
        const float down = static_cast<float>(r) / (kRows - 1);
        const float y = piecewise(kDown, kY, kKnots, down);
        const bool is_collar = person.neckline == Neckline::Collar && y < -176;
        const float width = piecewise(kDown, kWidth, kKnots, down) * breadth + (is_collar ? 5 : 0);
        const float depth = piecewise(kDown, kDepth, kKnots, down) + (is_collar ? 5 : 0);
        for (int c = 0; c <= kColumns; ++c) {
            const float angle = -kPi + 2 * kPi * static_cast<float>(c) / kColumns;
            Vertex& vertex = mesh.at(r, c);
            vertex.place = {width * std::sin(angle), y, -28 + depth * std::cos(angle)};
            // The throat: two cords that meet at the pit of the neck.
            const float throat = bump((y + 180) / 40);
            vertex.place.z += 4 * throat * bump((std::abs(angle) - 0.5F) / 0.22F);
            vertex.s = vertex.place.x;
            vertex.t = y;
            vertex.u = angle;
        }
    }
    compute_normals(mesh, Seam::Closed);
    return mesh;
}

std::vector<Mesh> glasses_meshes(const Head& head) {
    if (!head.person().glasses)
        return {};
    constexpr int kSteps = 48;
    const float eye_x = head.features().eyes[0].x;
    const float z = head.on_face(8, 4).place.z + 7;
    const auto on_rim = [&](float sign, float turn) {
        // Between a circle and a square; the frame bends back towards the temples.
        const float c = std::cos(turn), s = std::sin(turn);
        const float x = 29 * std::copysign(std::pow(std::abs(c), 0.75F), c);
        const float y = 20 * std::copysign(std::pow(std::abs(s), 0.75F), s) - 3;
        const float out = (eye_x + x) / (eye_x + 29);
        return Vec3{sign * (eye_x + x), y, z - 16 * out * out};
    };
    std::vector<Mesh> meshes;
    for (const float sign : {-1.F, 1.F}) {
        std::vector<Vec3> rim;
        for (int i = 0; i <= kSteps; ++i)
            rim.push_back(on_rim(sign, 2 * kPi * static_cast<float>(i) / kSteps));
        meshes.push_back(tube(rim, 1.7F));
        const Vec3 hinge = on_rim(sign, 0.35F);
        const Vec3 ear{sign * (head.half_width(0) + 3), 6, -12};
        std::vector<Vec3> temple;
        for (int i = 0; i <= 12; ++i) {
            const float t = static_cast<float>(i) / 12;
            temple.push_back(mix(hinge, ear, t) + Vec3{sign * 7 * t * (1 - t) * 2, 0, 0});
        }
        meshes.push_back(tube(temple, 1.8F));
    }
    std::vector<Vec3> bridge;
    for (int i = 0; i <= 10; ++i) {
        const float t = static_cast<float>(i) / 5 - 1;
        Vec3 place = on_rim(1, kPi - 0.3F);
        place.x *= t;
        place.y += 4 * (1 - t * t);
        place.z += 2 * (1 - t * t);
        bridge.push_back(place);
    }
    meshes.push_back(tube(bridge, 1.7F));
    return meshes;
}

}  // namespace rudolph::demo
