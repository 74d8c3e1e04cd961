#include "core/demo/head.h"

#include <numbers>

namespace rudolph::demo {
namespace {

constexpr int kRingTable = 1024;
constexpr float kRoundness = 2.F / 2.25F;  // superellipse exponent 2.25: fuller than an oval

// The profile of an average head from crown to chin; the last seven are the jaw points.
constexpr int kKnots = 17;
constexpr int kFirstJawKnot = 10;
constexpr float kHeight[kKnots] = {152, 147, 132, 106,  76,      46,   20,   0,   -20,
                                   -42, -63, -84, -105, -123.5F, -138, -149, -153};
constexpr float kWidth[kKnots] = {0,  33, 62, 83,    93, 96, 94, 92.5F, 92,
                                  90, 87, 81, 72.5F, 60, 43, 23, 0};
constexpr float kFront[kKnots] = {-15, 20,  56,  90,  106, 110, 109, 102, 101,
                                  102, 103, 104, 103, 103, 105, 99,  84};
constexpr float kMiddle[kKnots] = {-15, -12, -8, -5, 0, 0, 0, 0, 0, 0, 4, 14, 28, 45, 60, 70, 74};
constexpr float kBack[kKnots] = {-15, -58, -98, -122, -132, -132, -128, -120, -108,
                                 -92, -74, -54, -34,  -12,  12,   32,   46};

float spline(const float* knots, float place) {
    const int i = std::clamp(static_cast<int>(place), 0, kKnots - 2);
    const float t = place - static_cast<float>(i);
    const float a = knots[std::max(i - 1, 0)], b = knots[i], c = knots[i + 1];
    const float d = knots[std::min(i + 2, kKnots - 1)];
    return b + 0.5F * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

float power(float base, float exponent) {
    return base <= 0 ? 0 : std::pow(base, exponent);
}

}  // namespace

Head::Head(const Person& person, const Expression& expression)
    : person_(person),
      expression_(expression),
      features_(make_features(person, expression)),
      rings_(kRingTable + 1) {
    for (int i = 0; i <= kRingTable; ++i) {
        const float place = static_cast<float>(i) * (kKnots - 1) / kRingTable;
        Ring& ring = rings_[static_cast<std::size_t>(i)];
        ring = {spline(kHeight, place), std::max(0.F, spline(kWidth, place)), spline(kFront, place),
                spline(kMiddle, place), spline(kBack, place)};
        const float jaw = ramp(-20, -100, ring.y), chin = ramp(-100, -140, ring.y);
        const float smile = std::max(0.F, expression.smile);
        ring.width *= person.face_width * mix(1, person.jaw_width, jaw) *
                      (1 + 0.12F * (person.chin_size - 1) * chin) *
                      (1 + 0.025F * smile * bump((ring.y + 60) / 30));
        ring.front += 6 * (person.chin_size - 1) * chin;
        ring.y *= mix(1, person.face_length, ramp(-50, -150, ring.y));
        const float drop = features_.mouth.jaw_drop * ramp(-55, -125, ring.y);
        ring.y -= drop;
        // The jaw turns about the ears: as it drops, the chin goes back.
        ring.front -= 0.3F * drop;
        ring.middle -= 0.3F * drop;
    }
}

Head::Ring Head::ring(float v) const {
    const float place = clamp01(v) * kRingTable;
    const int i = std::min(static_cast<int>(place), kRingTable - 1);
    const float t = place - static_cast<float>(i);
    const Ring& a = rings_[static_cast<std::size_t>(i)];
    const Ring& b = rings_[static_cast<std::size_t>(i) + 1];
    return {mix(a.y, b.y, t), mix(a.width, b.width, t), mix(a.front, b.front, t),
            mix(a.middle, b.middle, t), mix(a.back, b.back, t)};
}

float Head::ring_at_height(float y) const {
    const auto below =
        std::partition_point(rings_.begin(), rings_.end(), [y](const Ring& r) { return r.y > y; });
    return static_cast<float>(below - rings_.begin()) / kRingTable;
}

float Head::jaw_ring(float index) const {
    return (kFirstJawKnot + index) / (kKnots - 1);
}

float Head::nose_push(float x, float y) const {
    const Nose& nose = features_.nose;
    const float a = std::abs(x);
    if (a > 45 || y > 32 || y < nose.base_y - 16)
        return 0;
    const float along = clamp01((y - nose.tip_y) / (nose.bridge_y - nose.tip_y));
    float ridge = mix(33 * nose.height, 9 * nose.height, std::pow(along, 0.9F));
    ridge *= ramp(30, 2, y) * ramp(nose.base_y - 2, nose.base_y + 9.5F, y);
    const float sigma = mix(11.5F * nose.width, 9.5F, std::sqrt(along));
    const float d = a / sigma;
    float push = ridge * std::exp(-d * d);
    push += 5 * bump(a / (11 * nose.width), (y - nose.tip_y + 1) / 9);
    const float wing_x = 17 * nose.width;
    push += 15 * bump((a - wing_x) / (7 * nose.width), (y - nose.base_y - 7.5F) / 7.5F);
    push -= 2.5F * bump((a - wing_x - 8) / 4, (y - nose.base_y - 9) / 8);
    push -= 5 * bump((a - 8.5F * nose.width) / 4, (y - nose.base_y - 2) / 3);
    return push;
}

float Head::lip_push(float x, float y) const {
    const Mouth& mouth = features_.mouth;
    const float n = mouth.n_at(x);
    if (std::abs(n) > 1.4F || y > mouth.y + 40 || y < mouth.y - 80)
        return 0;
    const float pucker = 1 + 1.6F * expression_.pucker;
    float push = 0;
    if (std::abs(n) < 1) {
        const float fade = std::sqrt(clamp01(1 - n * n));
        const float top = mouth.upper_outer(n), above = mouth.upper_inner(n);
        const float below = mouth.lower_inner(n), bottom = mouth.lower_outer(n);
        const auto roll = [](float from, float to, float at) {
            const float t = clamp01((at - from) / (to - from));
            return ramp(-0.25F, 0.75F, t) * (1 - 0.35F * ramp(0.7F, 1.1F, t)) - 0.15F;
        };
        if (y >= above)
            push += 6 * fade * pucker * (y < top ? roll(top, above, y) : 0);
        else if (y > below)
            push -= 7 * fade * ramp(0, 4, std::min(above - y, y - below));
        else
            push += 8 * fade * pucker * (y > bottom ? roll(bottom, below, y) : 0);
        push -= 3.5F * bump((y - bottom + 6) / 6, n / 0.6F);  // the hollow above the chin
    }
    push += 9 * expression_.pucker * bump(n / 1.0F, (y - mouth.y) / 22);
    push -= 2.5F * bump((std::abs(n) - 1.06F) / 0.12F, (y - mouth.seam(n)) / 7);
    return push;
}

float Head::fold_push(float x, float y) const {
    const Mouth& mouth = features_.mouth;
    const float a = std::abs(x);
    if (y > -30 || y < -115)
        return 0;
    // The fold from the wing of the nose to beside the corner of the mouth.
    const float smile = std::max(0.F, expression_.smile) + 0.8F * expression_.bared_teeth;
    const float depth = 0.8F + 1.6F * person_.age + 4.5F * smile;
    const float t = (y + 42) / (mouth.y + 42);
    const float fold_x = mix(27 * features_.nose.width, mouth.half_width + 9, t);
    const float reach = ramp(-0.15F, 0.1F, t) * ramp(1.35F, 0.8F, t);
    return -depth * reach * bump((a - fold_x) / 4.5F);
}

float Head::forward_push(float x, float y) const {
    const float a = std::abs(x), width = person_.face_width;
    const Eye& eye = features_.eyes[x < 0 ? 0 : 1];
    const float smile = std::max(0.F, expression_.smile);
    const float depth = person_.eye_depth;
    float push = nose_push(x, y) + lip_push(x, y) + fold_push(x, y);
    push -= 10.5F * depth * bump((a - eye.x) / 25, (y - 3) / 14);
    push -= 7 * depth * bump((a - 19 * width) / 9, (y - 5) / 11);
    push += 7.5F * bump((a - eye.x) / 16, (y - eye.y - 1) / 9.5F);
    push += 3.5F * bump((a - 42 * width) / 26, (y - 27) / 9) * (person_.female ? 0.6F : 1.2F);
    push += 5 * person_.cheekbones * bump((a - 60 * width) / 20, (y + 27) / 20);
    push += 6 * smile * bump((a - 52 * width) / 17, (y + 42) / 17);
    push -= 4 * (1.3F - 0.6F * smile) * bump((a - 60 * width) / 16, (y + 82) / 22);
    push -= 1.6F * person_.age * bump((a - 38) / 18, (y + 17) / 4);
    const float chin_y = -137 * person_.face_length - features_.mouth.jaw_drop;
    push += 5 * person_.chin_size * bump(a / 20, (y - chin_y) / 12);
    push -= 2 * bump(a / 4.5F, (y - features_.nose.base_y + 8) / 8);  // the philtrum
    return push;
}

Vertex Head::at(float v, float angle) const {
    const Ring r = ring(v);
    const float sine = std::sin(angle), cosine = std::cos(angle);
    const float sign = sine < 0 ? -1.F : 1.F;
    const float x = sign * r.width * power(std::abs(sine), kRoundness);
    const float reach = power(std::abs(cosine), kRoundness);
    Vertex vertex;
    vertex.t = r.y;
    vertex.u = angle;
    if (cosine >= 0) {
        vertex.s = x;
        const float push = forward_push(x, r.y) * ramp(0.02F, 0.35F, cosine);
        vertex.place = {x, r.y, r.middle + (r.front - r.middle) * reach + push};
    } else {
        vertex.s = sign * (2 * r.width - std::abs(x));
        vertex.place = {x, r.y, r.middle + (r.back - r.middle) * reach};
    }
    return vertex;
}

Vertex Head::with_normal(float v, float angle) const {
    constexpr float kStep = 0.004F;
    Vertex vertex = at(v, angle);
    const Vec3 down =
        at(std::min(1.F, v + kStep), angle).place - at(std::max(0.F, v - kStep), angle).place;
    const Vec3 across = at(v, angle + 0.02F).place - at(v, angle - 0.02F).place;
    vertex.normal = normalised(cross(down, across));
    return vertex;
}

float Head::angle_at(float v, float x) const {
    const float part = std::min(std::abs(x) / std::max(ring(v).width, 1e-3F), 0.999F);
    const float angle = std::asin(std::pow(part, 1 / kRoundness));
    return x < 0 ? -angle : angle;
}

Vertex Head::on_face(float x, float y) const {
    const float v = ring_at_height(y);
    return with_normal(v, angle_at(v, x));
}

float Head::depth(float x, float y) const {
    const float v = ring_at_height(y);
    return at(v, angle_at(v, x)).place.z;
}

Mesh Head::mesh() const {
    constexpr int kRows = 250, kFrontColumns = 170, kBackColumns = 40;
    Mesh mesh(Material::Skin, kRows, kFrontColumns + kBackColumns + 1);
    for (int r = 0; r < kRows; ++r)
        for (int c = 0; c < mesh.columns; ++c) {
            const int front = c - kBackColumns / 2;
            float angle = 0;
            if (front < 0)
                angle = -kPi + kPi / kBackColumns * static_cast<float>(c);
            else if (front <= kFrontColumns)
                angle = -kPi / 2 + kPi / kFrontColumns * static_cast<float>(front);
            else
                angle = kPi / 2 + kPi / kBackColumns * static_cast<float>(front - kFrontColumns);
            mesh.at(r, c) = at(static_cast<float>(r) / (kRows - 1), angle);
        }
    compute_normals(mesh, Seam::Closed);
    return mesh;
}

}  // namespace rudolph::demo
