#include "core/demo/raster.h"

namespace rudolph::demo {
namespace {

constexpr float kDistance = 1450;
constexpr float kFocal = 1350;  // scale 1 at the front of the face
constexpr float kCentreX = 313, kCentreY = 250;

/// Calls at(x, y, b, c) for the grid points inside a triangle; b and c are the weights of the
/// second and third corner.
template <class At>
void for_each_point(const Pixel (&p)[3], int width, int height, At&& at) {
    const float area =
        (p[1].x - p[0].x) * (p[2].y - p[0].y) - (p[2].x - p[0].x) * (p[1].y - p[0].y);
    if (std::abs(area) < 1e-6F)
        return;
    const auto [left, right] = std::minmax({p[0].x, p[1].x, p[2].x});
    const auto [top, bottom] = std::minmax({p[0].y, p[1].y, p[2].y});
    const int x0 = std::max(0, static_cast<int>(std::ceil(left)));
    const int x1 = std::min(width - 1, static_cast<int>(std::floor(right)));
    const int y0 = std::max(0, static_cast<int>(std::ceil(top)));
    const int y1 = std::min(height - 1, static_cast<int>(std::floor(bottom)));
    const float scale = 1 / area;
    constexpr float kSlack = -1e-4F;  // neighbours may overlap, never leave a gap
    for (int y = y0; y <= y1; ++y)
        for (int x = x0; x <= x1; ++x) {
            const float dx = static_cast<float>(x) - p[0].x, dy = static_cast<float>(y) - p[0].y;
            const float b = (dx * (p[2].y - p[0].y) - (p[2].x - p[0].x) * dy) * scale;
            const float c = ((p[1].x - p[0].x) * dy - dx * (p[1].y - p[0].y)) * scale;
            if (b >= kSlack && c >= kSlack && b + c <= 1 - kSlack)
                at(x, y, b, c);
        }
}

template <class Triangle>
void for_each_triangle(const Mesh& mesh, Triangle&& triangle) {
    for (int r = 0; r + 1 < mesh.rows; ++r)
        for (int c = 0; c + 1 < mesh.columns; ++c) {
            const int a = r * mesh.columns + c, b = a + 1;
            const int d = a + mesh.columns, e = d + 1;
            triangle(a, d, b);
            triangle(b, d, e);
        }
}

const Vertex& vertex_of(const Mesh& mesh, int index) {
    return mesh.vertices[static_cast<std::size_t>(index)];
}

}  // namespace

Camera::Camera(const Pose& pose)
    : head_(rotation(pose.yaw, pose.pitch, pose.roll)),
      body_(rotation(pose.body_yaw, 0, pose.roll * 0.3F)),
      pose_(pose) {}

Vec3 Camera::place_in_room(Vec3 p, Material part) const {
    // The head nods and leans about the top of the neck.
    const Vec3 pivot{0, -70, -20};
    if (part == Material::Body)
        return body_ * (p - pivot) + pivot;
    return head_ * (p - pivot) + pivot;
}

Vec3 Camera::direction_in_room(Vec3 d, Material part) const {
    return part == Material::Body ? body_ * d : head_ * d;
}

Vec3 Camera::direction_in_head(Vec3 d) const {
    return head_.transposed() * d;
}

Pixel Camera::project(Vec3 p) const {
    const float scale = pose_.scale * kFocal / (kDistance - p.z);
    return {kCentreX + pose_.shift_x + p.x * scale, kCentreY + pose_.shift_y - p.y * scale};
}

Vec3 Camera::unproject(Pixel pixel, float z) const {
    const float scale = pose_.scale * kFocal / (kDistance - z);
    return {(pixel.x - kCentreX - pose_.shift_x) / scale,
            (kCentreY + pose_.shift_y - pixel.y) / scale, z};
}

Vec3 Camera::eye() const {
    return {0, 0, kDistance};
}

FragmentBuffer::FragmentBuffer()
    : depth_(static_cast<std::size_t>(width()) * height(), kEmpty),
      fragments_(std::make_unique_for_overwrite<Fragment[]>(depth_.size())) {}

void FragmentBuffer::clear() {
    std::fill(depth_.begin(), depth_.end(), kEmpty);
}

void FragmentBuffer::draw(const Mesh& mesh, const Camera& camera) {
    std::vector<Pixel> projected(mesh.vertices.size());
    for (std::size_t i = 0; i < projected.size(); ++i) {
        const Pixel pixel = camera.project(mesh.vertices[i].place);
        projected[i] = {(pixel.x + 0.5F) * kSamples - 0.5F, (pixel.y + 0.5F) * kSamples - 0.5F};
    }
    const bool skips_backs = mesh.material == Material::Skin || mesh.material == Material::Body;
    for_each_triangle(mesh, [&](int ia, int ib, int ic) {
        const Pixel corners[3] = {projected[static_cast<std::size_t>(ia)],
                                  projected[static_cast<std::size_t>(ib)],
                                  projected[static_cast<std::size_t>(ic)]};
        if (skips_backs && (corners[1].x - corners[0].x) * (corners[2].y - corners[0].y) >
                               (corners[2].x - corners[0].x) * (corners[1].y - corners[0].y))
            return;
        const Vertex &a = vertex_of(mesh, ia), &b = vertex_of(mesh, ib), &c = vertex_of(mesh, ic);
        for_each_point(corners, width(), height(), [&](int x, int y, float wb, float wc) {
            const float wa = 1 - wb - wc;
            const std::size_t i = index(x, y);
            const float depth = wa * a.place.z + wb * b.place.z + wc * c.place.z;
            if (depth <= depth_[i])
                return;
            const float s = wa * a.s + wb * b.s + wc * c.s, t = wa * a.t + wb * b.t + wc * c.t;
            const float u = wa * a.u + wb * b.u + wc * c.u;
            if (mesh.drawn && !mesh.drawn(s, t, u))
                return;
            depth_[i] = depth;
            fragments_[i] = {a.normal * wa + b.normal * wb + c.normal * wc, s, t, u, mesh.material};
        });
    });
}

ShadowMap::ShadowMap(Vec3 light_direction)
    : right_(normalised(cross({0, 1, 0}, light_direction))),
      up_(cross(light_direction, right_)),
      towards_(light_direction),
      depth_(static_cast<std::size_t>(kSize) * kSize, FragmentBuffer::kEmpty) {}

void ShadowMap::draw(const Mesh& mesh) {
    std::vector<Pixel> projected(mesh.vertices.size());
    std::vector<float> depths(mesh.vertices.size());
    for (std::size_t i = 0; i < projected.size(); ++i) {
        const Vec3 p = mesh.vertices[i].place;
        projected[i] = {dot(p, right_) / kTexel + kSize / 2.F, dot(p, up_) / kTexel + kSize / 2.F};
        depths[i] = dot(p, towards_);
    }
    for_each_triangle(mesh, [&](int ia, int ib, int ic) {
        if (mesh.drawn) {
            const Vertex& vertex = vertex_of(mesh, ia);
            if (!mesh.drawn(vertex.s, vertex.t, vertex.u))
                return;
        }
        const auto a = static_cast<std::size_t>(ia), b = static_cast<std::size_t>(ib),
                   c = static_cast<std::size_t>(ic);
        const Pixel corners[3] = {projected[a], projected[b], projected[c]};
        for_each_point(corners, kSize, kSize, [&](int x, int y, float wb, float wc) {
            float& nearest =
                depth_[static_cast<std::size_t>(y) * kSize + static_cast<std::size_t>(x)];
            nearest =
                std::max(nearest, (1 - wb - wc) * depths[a] + wb * depths[b] + wc * depths[c]);
        });
    });
}

float ShadowMap::light_at(Vec3 place, Vec3 normal) const {
    const Vec3 lifted = place + normal * 2.5F;
    const float x = dot(lifted, right_) / kTexel + kSize / 2.F;
    const float y = dot(lifted, up_) / kTexel + kSize / 2.F;
    const float depth = dot(lifted, towards_);
    const int ix = static_cast<int>(std::floor(x)), iy = static_cast<int>(std::floor(y));
    const float tx = x - static_cast<float>(ix), ty = y - static_cast<float>(iy);
    if (ix < 1 || iy < 1 || ix + 2 >= kSize || iy + 2 >= kSize)
        return 1;
    // A box of 4 × 4 texels whose edges are weighted by where the point lies within its texel.
    const float wx[4] = {1 - tx, 1, 1, tx}, wy[4] = {1 - ty, 1, 1, ty};
    const float* row =
        &depth_[static_cast<std::size_t>(iy - 1) * kSize + static_cast<std::size_t>(ix - 1)];
    float sum = 0;
    for (int j = 0; j < 4; ++j, row += kSize)
        for (int i = 0; i < 4; ++i)
            sum += wx[i] * wy[j] * clamp01((depth + 7 - row[i]) * 0.25F);
    return sum / 9;
}

}  // namespace rudolph::demo
