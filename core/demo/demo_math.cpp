#include "core/demo/demo_math.h"

#include <vector>

#include "core/base/random.h"

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

constexpr int kLattice = 128;  // the noise repeats after so many units

const std::vector<float>& lattice() {
    static const std::vector<float> values = [] {
        std::vector<float> fresh(kLattice * kLattice);
        Random random(0x1A77);
        for (float& value : fresh)
            value = static_cast<float>(random.uniform(-1, 1));
        return fresh;
    }();
    return values;
}

}  // namespace

float noise(float x, float y, std::uint32_t seed) {
    static const float* const values = lattice().data();
    const float fx = std::floor(x), fy = std::floor(y);
    const std::uint32_t shift = seed * 0x9E3779B9U;
    const auto at = [](float whole, std::uint32_t offset) {
        return (static_cast<std::uint32_t>(static_cast<int>(whole)) + offset) % kLattice;
    };
    const std::uint32_t x0 = at(fx, shift >> 25), x1 = (x0 + 1) % kLattice;
    const std::uint32_t y0 = at(fy, (shift >> 18) & 127) * kLattice;
    const std::uint32_t y1 = (y0 + kLattice) % (kLattice * kLattice);
    float tx = x - fx, ty = y - fy;
    tx = tx * tx * (3 - 2 * tx);
    ty = ty * ty * (3 - 2 * ty);
    const float top = mix(values[y0 + x0], values[y0 + x1], tx);
    const float bottom = mix(values[y1 + x0], values[y1 + x1], tx);
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
