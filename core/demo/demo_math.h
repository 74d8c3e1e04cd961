#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace rudolph::demo {

inline constexpr float kPi = std::numbers::pi_v<float>;

/// A point, direction or colour. Points: x to the viewer's right, y up, z towards the viewer.
/// Colours: red, green, blue, linear light.
struct Vec3 {
    float x = 0, y = 0, z = 0;

    bool operator==(const Vec3&) const = default;
};

inline Vec3 operator+(Vec3 a, Vec3 b) {
    return {a.x + b.x, a.y + b.y, a.z + b.z};
}
inline Vec3 operator-(Vec3 a, Vec3 b) {
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}
inline Vec3 operator*(Vec3 a, float k) {
    return {a.x * k, a.y * k, a.z * k};
}
inline Vec3 operator*(Vec3 a, Vec3 b) {
    return {a.x * b.x, a.y * b.y, a.z * b.z};
}
inline float dot(Vec3 a, Vec3 b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
inline Vec3 cross(Vec3 a, Vec3 b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline Vec3 normalised(Vec3 a) {
    const float length = std::sqrt(dot(a, a));
    return length > 0 ? a * (1 / length) : Vec3{0, 0, 1};
}
inline Vec3 mix(Vec3 a, Vec3 b, float t) {
    return a + (b - a) * t;
}
inline float mix(float a, float b, float t) {
    return a + (b - a) * t;
}
inline float clamp01(float x) {
    return std::clamp(x, 0.F, 1.F);
}
/// 0 below `low`, 1 above `high`, smooth between; low > high falls instead of rising.
inline float ramp(float low, float high, float x) {
    const float t = clamp01((x - low) / (high - low));
    return t * t * (3 - 2 * t);
}
/// A bump of height 1 at 0 that is practically gone at ±2.
inline float bump(float d) {
    return std::exp(-d * d);
}
inline float bump(float dx, float dy) {
    return std::exp(-dx * dx - dy * dy);
}

struct Rotation {
    Vec3 row[3] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    Vec3 operator*(Vec3 p) const { return {dot(row[0], p), dot(row[1], p), dot(row[2], p)}; }
    Rotation operator*(const Rotation& other) const;
    Rotation transposed() const;
};

/// Angles in radians. Yaw > 0 turns the face to the viewer's right, pitch > 0 lifts the chin,
/// roll > 0 leans the head to the viewer's left.
Rotation rotation(float yaw, float pitch, float roll);

/// Smooth noise in [−1, 1] with features one unit large.
float noise(float x, float y, std::uint32_t seed);

/// Straight lines between `count` points with rising `xs`; constant outside.
float piecewise(const float* xs, const float* ys, int count, float x);

}  // namespace rudolph::demo
