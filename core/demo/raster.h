#pragma once

#include <memory>
#include <vector>

#include "core/demo/mesh.h"
#include "core/demo/scene.h"

namespace rudolph::demo {

inline constexpr int kPictureWidth = 640, kPictureHeight = 480;
/// Samples along a side of a pixel.
inline constexpr int kSamples = 2;

struct Pixel {
    float x, y;
};

/// The photographer's side: head and body to picture. Perspective, about a metre away.
class Camera {
public:
    explicit Camera(const Pose& pose);

    /// From the frame of the head (or body) to the room's, whose origin and axes are those of a
    /// head that looks straight at the camera.
    Vec3 place_in_room(Vec3 p, Material part) const;
    Vec3 direction_in_room(Vec3 d, Material part) const;
    Vec3 direction_in_head(Vec3 direction_in_room) const;
    /// In the frame of the picture: 0-based, pixel centres at whole numbers.
    Pixel project(Vec3 place_in_room) const;
    /// The place at depth z that project() sends to a pixel.
    Vec3 unproject(Pixel pixel, float z) const;
    Vec3 eye() const;

private:
    Rotation head_, body_;
    Pose pose_;
};

/// What the camera sees through one sample.
struct Fragment {
    Vec3 normal;
    float s, t, u;
    Material material;
};

/// Nearest fragments of a grid of samples, filled triangle by triangle with a depth buffer.
class FragmentBuffer {
public:
    FragmentBuffer();

    void clear();

    /// The mesh must be in the room's frame.
    void draw(const Mesh& mesh, const Camera& camera);

    static constexpr int width() { return kPictureWidth * kSamples; }
    static constexpr int height() { return kPictureHeight * kSamples; }
    /// z in the room, kEmpty where nothing is.
    static constexpr float kEmpty = -1e9F;
    float depth(int x, int y) const { return depth_[index(x, y)]; }
    const Fragment& fragment(int x, int y) const { return fragments_[index(x, y)]; }

private:
    static std::size_t index(int x, int y) {
        return static_cast<std::size_t>(y) * width() + static_cast<std::size_t>(x);
    }
    std::vector<float> depth_;
    std::unique_ptr<Fragment[]> fragments_;  ///< valid where depth is not kEmpty
};

/// Depth as the lamp sees it, to know what lies in shadow.
class ShadowMap {
public:
    explicit ShadowMap(Vec3 light_direction);

    void draw(const Mesh& mesh);
    /// 0 in shadow, 1 in light, between at soft edges.
    float light_at(Vec3 place, Vec3 normal) const;

private:
    static constexpr int kSize = 400;
    static constexpr float kTexel = 1.6F;

    Vec3 right_, up_, towards_;
    std::vector<float> depth_;
};

}  // namespace rudolph::demo
