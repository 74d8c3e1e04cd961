#include "core/dataset/demo/demo_math.h"

namespace rudolph::demo {

Rotation Rotation::operator*(const Rotation& other) const {
    const Rotation columns = other.transposed();
    Rotation product;
    for (int i = 0; i < 3; ++i)
        product.row[i] = {dot(row[i], columns.row[0]), dot(row[i], columns.row[1]),
                          dot(row[i], columns.row[2])};
    return product;
}

Rotation Rotation::transposed() const {
    return {{{row[0].x, row[1].x, row[2].x},
             {row[0].y, row[1].y, row[2].y},
             {row[0].z, row[1].z, row[2].z}}};
}

Rotation rotation(float yaw, float pitch, float roll) {
    const float cy = std::cos(yaw), sy = std::sin(yaw);
    const float cp = std::cos(pitch), sp = std::sin(pitch);
    const float cr = std::cos(roll), sr = std::sin(roll);
    const Rotation turn{{{cy, 0, sy}, {0, 1, 0}, {-sy, 0, cy}}};
    const Rotation nod{{{1, 0, 0}, {0, cp, sp}, {0, -sp, cp}}};
    const Rotation lean{{{cr, -sr, 0}, {sr, cr, 0}, {0, 0, 1}}};
    return lean * nod * turn;
}

namespace {

float lattice(int x, int y, std::uint32_t seed) {
    std::uint32_t h = seed * 0x9E3779B9U;
    h ^= static_cast<std::uint32_t>(x) * 0x85EBCA6BU;
    h = (h << 13) | (h >> 19);
    h ^= static_cast<std::uint32_t>(y) * 0xC2B2AE35U;
    h *= 0x27D4EB2FU;
    h ^= h >> 15;
    h *= 0x165667B1U;
    h ^= h >> 13;
    return static_cast<float>(h >> 8) * (2.F / 16777216.F) - 1.F;
}

}  // namespace

float noise(float x, float y, std::uint32_t seed) {
    const float fx = std::floor(x), fy = std::floor(y);
    const int ix = static_cast<int>(fx), iy = static_cast<int>(fy);
    float tx = x - fx, ty = y - fy;
    tx = tx * tx * (3 - 2 * tx);
    ty = ty * ty * (3 - 2 * ty);
    const float top = mix(lattice(ix, iy, seed), lattice(ix + 1, iy, seed), tx);
    const float bottom = mix(lattice(ix, iy + 1, seed), lattice(ix + 1, iy + 1, seed), tx);
    return mix(top, bottom, ty);
}

float piecewise(const float* xs, const float* ys, int count, float x) {
    if (x <= xs[0])
        return ys[0];
    for (int i = 1; i < count; ++i)
        if (x < xs[i])
            return mix(ys[i - 1], ys[i], (x - xs[i - 1]) / (xs[i] - xs[i - 1]));
    return ys[count - 1];
}

}  // namespace rudolph::demo
