#include "core/demo/landmarks.h"

namespace rudolph::demo {
namespace {

class Marker {
public:
    Marker(const Head& head, const Camera& camera) : head_(head), camera_(camera) {}

    /// The point of the face plane; hidden ones slide towards the midline until they are seen.
    void mark(float x, float y) {
        Vertex vertex = head_.on_face(x, y);
        for (int step = 0; step < 40 && !is_seen(vertex); ++step)
            vertex = head_.on_face(x *= 0.96F, y);
        add(vertex.place);
    }

    /// The contour on one side (−1 the viewer's left) at a ring of the jaw: the point furthest out.
    void mark_contour(float sign, float ring) {
        Vec3 best;
        float furthest = -1e9F;
        for (float angle = 0.35F; angle <= 1.46F; angle += 0.015F) {
            const Vec3 place = head_.at(ring, sign * angle).place;
            const float out = sign * project(place).x;
            if (out > furthest) {
                furthest = out;
                best = place;
            }
        }
        add(best);
    }

    void mark_chin() { add(head_.at(0.995F, 0).place); }

    void mark_eye(int side, std::initializer_list<float> upper,
                  std::initializer_list<float> lower) {
        const Eye& eye = head_.features().eyes[side];
        const float sign = side == 0 ? -1.F : 1.F;
        for (const float n : upper)
            mark(sign * (eye.x + n * eye.half_width), eye.upper(n));
        for (const float n : lower)
            mark(sign * (eye.x + n * eye.half_width), eye.lower(n));
    }

    void mark_brow(int side, std::initializer_list<float> places) {
        const Brow& brow = head_.features().brows[side];
        const float sign = side == 0 ? -1.F : 1.F;
        for (const float n : places) {
            const float lift = 0.45F * brow.half_thickness(n) * (1 - n * n);
            mark(sign * brow.x(n), brow.middle(n) + lift);
        }
    }

    const Features& features() const { return head_.features(); }
    std::vector<Vec3> take() { return std::move(places_); }

private:
    bool is_seen(const Vertex& vertex) const {
        const Vec3 place = camera_.place_in_room(vertex.place, Material::Skin);
        const Vec3 to_camera = normalised(camera_.eye() - place);
        const Vec3 normal = camera_.direction_in_room(vertex.normal, Material::Skin);
        if (dot(normal, to_camera) < 0.06F)
            return false;
        // Walk towards the camera: where the skin stands higher than the walker, it is in the way.
        const Vec3 step = camera_.direction_in_head(to_camera);
        for (float walked = 6; walked < 60; walked += 4) {
            const Vec3 at = vertex.place + step * walked;
            if (std::abs(at.x) < head_.half_width(at.y) - 4 && head_.depth(at.x, at.y) > at.z + 2)
                return false;
        }
        return true;
    }
    Pixel project(Vec3 place) const {
        return camera_.project(camera_.place_in_room(place, Material::Skin));
    }
    void add(Vec3 place) { places_.push_back(place); }

    const Head& head_;
    const Camera& camera_;
    std::vector<Vec3> places_;
};

void mark_imm_nose(Marker& marker) {
    const Nose& nose = marker.features().nose;
    const float w = nose.width, length = nose.bridge_y - nose.tip_y;
    const float side_y = nose.tip_y + 0.36F * length;
    const float xs[] = {11, 13 * w, 22 * w, 24 * w, 13 * w};
    const float ys[] = {nose.bridge_y - 5, side_y, nose.base_y + 19, nose.base_y + 7,
                        nose.base_y + 1};
    for (int i = 0; i < 5; ++i)
        marker.mark(-xs[i], ys[i]);
    marker.mark(0, nose.base_y + 2.5F);
    for (int i = 4; i >= 0; --i)
        marker.mark(xs[i], ys[i]);
}

void mark_ibug_nose(Marker& marker) {
    const Nose& nose = marker.features().nose;
    for (const float part : {0.F, 1.F / 3, 2.F / 3, 1.F})
        marker.mark(0, mix(nose.bridge_y - 2, nose.tip_y, part));
    const float w = nose.width;
    marker.mark(-17 * w, nose.base_y + 1);
    marker.mark(-9 * w, nose.base_y - 0.5F);
    marker.mark(0, nose.base_y - 2);
    marker.mark(9 * w, nose.base_y - 0.5F);
    marker.mark(17 * w, nose.base_y + 1);
}

std::vector<Pixel> seen(const std::vector<Vec3>& places, const Camera& camera) {
    std::vector<Pixel> points;
    for (const Vec3& place : places) {
        const Pixel pixel = camera.project(camera.place_in_room(place, Material::Skin));
        points.push_back({std::clamp(pixel.x, 0.F, kPictureWidth - 1.F),
                          std::clamp(pixel.y, 0.F, kPictureHeight - 1.F)});
    }
    return points;
}

}  // namespace

std::vector<Vec3> imm_places(const Head& head, const Camera& camera) {
    Marker marker(head, camera);
    for (int i = 0; i < 6; ++i)
        marker.mark_contour(-1, head.jaw_ring(static_cast<float>(i)));
    marker.mark_chin();
    for (int i = 5; i >= 0; --i)
        marker.mark_contour(1, head.jaw_ring(static_cast<float>(i)));
    for (const int side : {1, 0})
        marker.mark_eye(side, {1, 0.57F, 0.05F, -0.52F, -1}, {-0.52F, 0.05F, 0.57F});
    for (const int side : {1, 0})
        marker.mark_brow(side, {-1, -0.52F, 0.23F, 0.64F, 1});
    const Mouth& mouth = marker.features().mouth;
    marker.mark(mouth.x_at(-1), mouth.seam(-1));
    for (const float n : {-0.27F, 0.F, 0.27F})
        marker.mark(mouth.x_at(n), mouth.upper_outer(n));
    marker.mark(mouth.x_at(1), mouth.seam(1));
    for (const float n : {0.38F, 0.F, -0.38F})
        marker.mark(mouth.x_at(n), mouth.lower_outer(n));
    mark_imm_nose(marker);
    return marker.take();
}

std::vector<Vec3> ibug_places(const Head& head, const Camera& camera) {
    // From the height of the eyes down to the chin; the last five are between the IMM ones.
    const float top = head.ring_at_height(-4), ear = head.jaw_ring(0);
    const float rings[] = {top,
                           mix(top, ear, 0.4F),
                           mix(top, ear, 0.8F),
                           head.jaw_ring(0.85F),
                           head.jaw_ring(1.95F),
                           head.jaw_ring(2.95F),
                           head.jaw_ring(3.9F),
                           head.jaw_ring(4.9F)};
    Marker marker(head, camera);
    for (const float ring : rings)
        marker.mark_contour(-1, ring);
    marker.mark_chin();
    for (int i = 7; i >= 0; --i)
        marker.mark_contour(1, rings[i]);
    marker.mark_brow(0, {1, 0.55F, 0.05F, -0.5F, -1});
    marker.mark_brow(1, {-1, -0.5F, 0.05F, 0.55F, 1});
    mark_ibug_nose(marker);
    marker.mark_eye(0, {1, 0.36F, -0.36F, -1}, {-0.36F, 0.36F});
    marker.mark_eye(1, {-1, -0.36F, 0.36F, 1}, {0.36F, -0.36F});
    const Mouth& mouth = marker.features().mouth;
    const auto mark = [&](float n, float y) { marker.mark(mouth.x_at(n), y); };
    mark(-1, mouth.seam(-1));
    for (const float n : {-0.6F, -0.24F, 0.F, 0.24F, 0.6F})
        mark(n, mouth.upper_outer(n));
    mark(1, mouth.seam(1));
    for (const float n : {0.62F, 0.3F, 0.F, -0.3F, -0.62F})
        mark(n, mouth.lower_outer(n));
    mark(-0.88F, mouth.seam(-0.88F));
    for (const float n : {-0.3F, 0.F, 0.3F})
        mark(n, mouth.upper_inner(n));
    mark(0.88F, mouth.seam(0.88F));
    for (const float n : {0.3F, 0.F, -0.3F})
        mark(n, mouth.lower_inner(n));
    return marker.take();
}

std::vector<Pixel> imm_landmarks(const Head& head, const Camera& camera) {
    return seen(imm_places(head, camera), camera);
}

std::vector<Pixel> ibug_landmarks(const Head& head, const Camera& camera) {
    return seen(ibug_places(head, camera), camera);
}

}  // namespace rudolph::demo
