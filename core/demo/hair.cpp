#include "core/demo/hair.h"

#include <numbers>

namespace rudolph::demo {
namespace {

/// How far the hair stands off the skull.
float thickness(const Person& person, float s, float y, float angle) {
    const float above = y - hairline(person, s);
    const float rise = ramp(-4, 34, above), high = ramp(20, 130, y);
    switch (person.hair_style) {
        case HairStyle::Ring:
            return 1.5F + 5 * rise * ramp(50, 25, y);
        case HairStyle::Tied:
            return 2.5F + 6 * rise * person.hair_volume;
        case HairStyle::Curly: {
            const float curls = noise(angle * 9 + s * 0.05F, y * 0.09F, person.texture_seed);
            return 3 + (24 * person.hair_volume + 6 * curls) * rise * (0.7F + 0.3F * high);
        }
        case HairStyle::Short: {
            const float tufts = noise(angle * 7, y * 0.05F, person.texture_seed);
            return 3 + (6 + 10 * high + 3 * tufts) * rise * person.hair_volume;
        }
        default:
            return 4 + (9 + 5 * high) * rise * person.hair_volume;
    }
}

Mesh cap(const Head& head) {
    constexpr int kRows = 110, kColumns = 150;
    const Person& person = head.person();
    Mesh mesh(Material::Hair, kRows, kColumns + 1);
    const float last_ring = head.ring_at_height(-88);
    for (int r = 0; r < kRows; ++r)
        for (int c = 0; c <= kColumns; ++c) {
            const float angle = -kPi + 2 * kPi * static_cast<float>(c) / kColumns;
            Vertex vertex = head.at(last_ring * static_cast<float>(r) / (kRows - 1), angle);
            const Vec3 out = normalised(vertex.place - Vec3{0, 20, -12});
            vertex.place = vertex.place + out * thickness(person, vertex.s, vertex.t, angle);
            vertex.s = std::abs(vertex.s) < 1e-3F ? 0 : vertex.s;
            mesh.at(r, c) = vertex;
        }
    compute_normals(mesh, Seam::Closed);
    mesh.drawn = [person](float s, float t, float u) {
        const float strands = 5 * noise(u * 45, 0.02F * t, person.texture_seed + 1) +
                              3 * noise(u * 110, 0.03F * t, person.texture_seed + 2);
        return hair_grows(person, s, t + strands);
    };
    return mesh;
}

/// Hair that hangs from the temples round the back.
Mesh curtain(const Head& head) {
    constexpr int kRows = 90, kColumns = 150;
    const Person& person = head.person();
    const bool is_long = person.hair_style == HairStyle::Long;
    const float top = 95, bottom = is_long ? -265.F : -128.F;
    const float volume = 7 * person.hair_volume;
    Mesh mesh(Material::Hair, kRows, kColumns + 1);
    for (int r = 0; r < kRows; ++r) {
        const float y = mix(top, bottom, static_cast<float>(r) / (kRows - 1));
        const float flare = ramp(90, -60, y), curl = is_long ? ramp(-120, -230, y) : 0;
        const float tuck = is_long ? 0 : 14 * ramp(-85, -128, y);
        for (int c = 0; c <= kColumns; ++c) {
            const float angle = -kPi + 2 * kPi * static_cast<float>(c) / kColumns;
            const float wave = 3 * noise(angle * 5, y * 0.018F, person.texture_seed + 3);
            const float width = head.half_width(std::clamp(y, 5.F, 76.F)) + 5 + volume + 6 * flare +
                                12 * curl - tuck + wave;
            const float front = mix(99, 88, flare) + volume * 0.3F + wave;
            const float back = 128 + volume - 22 * ramp(-40, -200, y) - tuck;
            const float cosine = std::cos(angle);
            Vertex& vertex = mesh.at(r, c);
            vertex.place = {width * std::sin(angle), y, -6 + (cosine > 0 ? front : back) * cosine};
            vertex.s = vertex.place.x;
            vertex.t = y;
            vertex.u = angle;
        }
    }
    compute_normals(mesh, Seam::Closed);
    const bool bare_ears = false;
    mesh.drawn = [person, bottom, bare_ears](float, float t, float u) {
        const float a = std::abs(u);
        const float strands = 0.05F * noise(t * 0.02F, u < 0 ? 3.F : 9.F, person.texture_seed + 4) +
                              0.02F * noise(t * 0.06F, u < 0 ? 1.F : 7.F, person.texture_seed + 5);
        static constexpr float kY[] = {-260, -150, -60, 20, 60, 95};
        static constexpr float kOpen[] = {0.9F, 1.02F, 1.12F, 1.1F, 0.98F, 0.75F};
        const float ends = 9 * noise(u * 14, 0, person.texture_seed + 6);
        return !bare_ears && a > piecewise(kY, kOpen, 6, t) + strands && t > bottom + 9 + ends;
    };
    return mesh;
}

/// A knot of hair on top of the back of the head.
Mesh knot(const Head& head) {
    constexpr int kRows = 30, kColumns = 40;
    const Person& person = head.person();
    Mesh mesh(Material::Hair, kRows, kColumns + 1);
    for (int r = 0; r < kRows; ++r)
        for (int c = 0; c <= kColumns; ++c) {
            const float polar = kPi * static_cast<float>(r) / (kRows - 1);
            const float angle = -kPi + 2 * kPi * static_cast<float>(c) / kColumns;
            const float radius = 40 * (0.8F + 0.2F * person.hair_volume) +
                                 3 * noise(angle * 3, polar * 4, person.texture_seed + 7);
            const Vec3 out{std::sin(polar) * std::sin(angle), std::cos(polar),
                           std::sin(polar) * std::cos(angle)};
            Vertex& vertex = mesh.at(r, c);
            vertex.place = Vec3{0, 158, -58} + out * radius;
            vertex.s = 300;
            vertex.t = 150;
            vertex.u = angle + polar;
        }
    compute_normals(mesh, Seam::Closed);
    return mesh;
}

}  // namespace

float hairline(const Person& person, float s) {
    const float a = std::abs(s) / person.face_width;
    const float recede = person.female ? 0.F : 10 * person.age;
    const bool tucked = person.hair_style == HairStyle::Tied;
    const float sideburn = person.female ? 12.F : -14.F;
    const float xs[] = {0, 30, 52, 66, 76, 84, 92, 101, 112, 126};
    const float ys[] = {person.hairline,
                        person.hairline + 2 + recede,
                        person.hairline - 8 + recede,
                        62,
                        34,
                        sideburn + 12,
                        sideburn,
                        6,
                        -35,
                        tucked ? -62.F : -78.F};
    float line = piecewise(xs, ys, 10, a);
    if (person.fringe > 0) {
        const float side = 1 + 0.35F * person.parting * std::clamp(s / 60, -1.F, 1.F);
        line -= person.fringe * side * ramp(78, 50, a);
    }
    return line;
}

bool hair_grows(const Person& person, float s, float y) {
    if (person.hair_style == HairStyle::Bald)
        return false;
    if (y < hairline(person, s))
        return false;
    if (person.hair_style == HairStyle::Ring)
        return std::abs(s) > 84 && y < std::min(48.F, 8 + 1.1F * (std::abs(s) - 84));
    return true;
}

std::vector<Mesh> hair_meshes(const Head& head) {
    std::vector<Mesh> meshes;
    const HairStyle style = head.person().hair_style;
    if (style == HairStyle::Bald)
        return meshes;
    meshes.push_back(cap(head));
    if (style == HairStyle::Long || style == HairStyle::Bob)
        meshes.push_back(curtain(head));
    if (style == HairStyle::Tied)
        meshes.push_back(knot(head));
    return meshes;
}

}  // namespace rudolph::demo
