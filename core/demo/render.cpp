#include "core/demo/render.h"

#include <array>
#include <opencv2/imgproc.hpp>

#include "core/base/random.h"
#include "core/demo/hair.h"
#include "core/demo/paint.h"
#include "core/demo/parts.h"
#include "core/demo/skin_paint.h"

namespace rudolph::demo {
namespace {

/// Linear light to what a photograph stores, 0 to 255.
float encoded(float light) {
    static const std::array<float, 2049> table = [] {
        std::array<float, 2049> values{};
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = 255 * std::pow(static_cast<float>(i) / 2048, 1 / 2.2F);
        return values;
    }();
    // The brightest parts bend towards white instead of being cut off.
    const float bent = light < 0.6F ? light : 0.6F + 0.4F * (1 - std::exp((0.6F - light) / 0.4F));
    const float place = clamp01(bent) * 2047.99F;
    const auto i = static_cast<std::size_t>(place);
    return mix(table[i], table[i + 1], place - static_cast<float>(i));
}

/// How much of the sky each pixel sees, from how deep it lies below its surroundings (as in
/// Luft, Colditz, Deussen: Image Enhancement by Unsharp Masking the Depth Buffer, 2006).
cv::Mat openness(const FragmentBuffer& buffer) {
    constexpr int kBlock = 4;
    const cv::Size size(FragmentBuffer::width() / kBlock, FragmentBuffer::height() / kBlock);
    cv::Mat depth(size, CV_32F, cv::Scalar(0)), weight(size, CV_32F, cv::Scalar(0));
    for (int y = 0; y < FragmentBuffer::height(); ++y)
        for (int x = 0; x < FragmentBuffer::width(); ++x) {
            const float z = buffer.depth(x, y);
            if (z == FragmentBuffer::kEmpty)
                continue;
            depth.at<float>(y / kBlock, x / kBlock) += z;
            weight.at<float>(y / kBlock, x / kBlock) += 1;
        }
    cv::Mat open(size, CV_32F, cv::Scalar(1));
    const struct {
        double sigma;
        float range, amount;
    } scales[] = {{2.5, 9, 0.5F}, {8, 40, 0.55F}};
    for (const auto& scale : scales) {
        cv::Mat depths, weights;
        cv::GaussianBlur(depth, depths, {}, scale.sigma);
        cv::GaussianBlur(weight, weights, {}, scale.sigma);
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x) {
                const float own = weight.at<float>(y, x);
                if (own == 0)
                    continue;
                const float around = depths.at<float>(y, x) / weights.at<float>(y, x);
                const float below = around - depth.at<float>(y, x) / own;
                open.at<float>(y, x) *= 1 - scale.amount * clamp01(below / scale.range);
            }
    }
    cv::resize(open, open, {kPictureWidth, kPictureHeight}, 0, 0, cv::INTER_LINEAR);
    return open;
}

class Shader {
public:
    Shader(const Scene& scene, const Head& head, const Camera& camera)
        : scene_(scene),
          camera_(camera),
          skin_(head, scene.expression),
          shadows_(scene.lighting.key_direction),
          fill_direction_(
              normalised({scene.lighting.key_direction.x > 0 ? -0.8F : 0.8F, 0.15F, 0.8F})) {}

    void cast(const Mesh& mesh) { shadows_.draw(mesh); }

    Vec3 shade(const Fragment& fragment, Vec3 place, float open) const {
        const Paint paint = paint_of(fragment);
        const Vec3 to_eye = normalised(camera_.eye() - place);
        Vec3 surface = normalised(fragment.normal);
        if (dot(surface, to_eye) < 0)
            surface = surface * -1;
        Vec3 normal = surface;
        if (paint.has_normal)
            normal = camera_.direction_in_room(paint.normal, Material::Skin);
        const Lighting& light = scene_.lighting;
        const float lit = shadows_.light_at(place, surface);
        const float reach = paint.occlusion * open;
        const Vec3 key = light.key * (lit * (0.45F + 0.55F * reach));
        const float sky = 0.72F + 0.28F * normal.y;
        Vec3 colour = light.ambient * (sky * reach) +
                      key * soft_diffuse(dot(normal, light.key_direction), paint.softness) +
                      light.fill * (reach * std::max(0.F, dot(normal, fill_direction_)));
        colour = colour * paint.albedo;
        const bool is_hair = fragment.material == Material::Hair;
        const float highlight =
            is_hair ? hair_highlight(normal, to_eye) : highlight_of(paint, normal, to_eye);
        return colour + key * (highlight * paint.gloss);
    }

private:
    Paint paint_of(const Fragment& fragment) const {
        const Person& person = scene_.person;
        switch (fragment.material) {
            case Material::Skin:
                return skin_.at(fragment.s, fragment.t);
            case Material::Ear:
                return skin_.ear(fragment.s);
            case Material::Hair:
                return hair_paint(person, fragment.s, fragment.t, fragment.u);
            case Material::Body: {
                if (is_cloth(person, fragment.t, fragment.u))
                    return cloth_paint(person, fragment.s, fragment.t);
                Paint paint;
                paint.albedo = skin_.bare(fragment.s, fragment.t) * 0.93F;
                paint.gloss = 0.05F;
                return paint;
            }
            default: {
                Paint paint;
                paint.albedo = person.frames;
                paint.gloss = 0.5F;
                paint.sharpness = 40;
                paint.softness = 0;
                return paint;
            }
        }
    }

    /// Red light travels furthest below the skin, so it reaches furthest round the edge of shadow.
    static Vec3 soft_diffuse(float cosine, float softness) {
        const auto wrapped = [cosine](float w) {
            return std::max(0.F, (cosine + w) / ((1 + w) * (1 + 0.3F * w)));
        };
        return {wrapped(0.2F * softness), wrapped(0.13F * softness), wrapped(0.11F * softness)};
    }

    float highlight_of(const Paint& paint, Vec3 normal, Vec3 to_eye) const {
        const Vec3 half = normalised(to_eye + scene_.lighting.key_direction);
        const float cosine = dot(normal, half);
        return cosine < 0.5F ? 0 : std::pow(cosine, paint.sharpness);
    }

    /// The band of light across combed hair (Kajiya, Kay: Rendering Fur, 1989).
    float hair_highlight(Vec3 normal, Vec3 to_eye) const {
        const Vec3 half = normalised(to_eye + scene_.lighting.key_direction);
        const Vec3 strand = normalised(cross(cross(normal, {0.1F, 1, 0.25F}), normal));
        const float along = dot(strand, half);
        const float facing = std::max(0.F, dot(normal, scene_.lighting.key_direction));
        return std::pow(std::max(0.F, 1 - along * along), 24.F) * facing;
    }

    const Scene& scene_;
    const Camera& camera_;
    SkinPaint skin_;
    ShadowMap shadows_;
    Vec3 fill_direction_;
};

Vec3 backdrop_at(const Backdrop& backdrop, int x, int y) {
    const float fx = static_cast<float>(x) / kPictureWidth - 0.5F;
    const float fy = static_cast<float>(y) / kPictureHeight - 0.5F;
    float blend = 0.25F * (fx * fx + fy * fy);
    if (backdrop.kind == BackdropKind::Gradient)
        blend = 0.5F + 0.8F * (fx * std::cos(backdrop.angle) + fy * std::sin(backdrop.angle));
    if (backdrop.kind == BackdropKind::Blotchy)
        blend = 0.45F + 0.4F * noise(fx * 4, fy * 4, backdrop.seed) +
                0.2F * noise(fx * 11, fy * 11, backdrop.seed + 1);
    return mix(backdrop.first, backdrop.second, clamp01(blend));
}

Pixel sample_place(int x, int y) {
    return {(static_cast<float>(x) + 0.5F) / kSamples - 0.5F,
            (static_cast<float>(y) + 0.5F) / kSamples - 0.5F};
}

std::vector<Mesh> meshes_in_room(const Scene& scene, const Head& head, const Camera& camera) {
    std::vector<Mesh> meshes;
    meshes.push_back(head.mesh());
    const HairStyle style = scene.person.hair_style;
    if (style != HairStyle::Long && style != HairStyle::Bob)  // there, hair covers the ears
        for (const int side : {0, 1})
            meshes.push_back(ear_mesh(head, side));
    meshes.push_back(body_mesh(scene.person));
    for (Mesh& mesh : hair_meshes(head))
        meshes.push_back(std::move(mesh));
    for (Mesh& mesh : glasses_meshes(head))
        meshes.push_back(std::move(mesh));
    for (Mesh& mesh : meshes)
        for (Vertex& vertex : mesh.vertices) {
            vertex.place = camera.place_in_room(vertex.place, mesh.material);
            vertex.normal = camera.direction_in_room(vertex.normal, mesh.material);
        }
    return meshes;
}

cv::Mat develop(const Scene& scene, cv::Mat light) {
    cv::GaussianBlur(light, light, {}, scene.blur);
    static const std::array<float, 4096> table = [] {
        std::array<float, 4096> values{};
        Random random(1);
        for (float& value : values)
            value = static_cast<float>(random.normal());
        return values;
    }();
    Random random(scene.grain_seed);
    cv::Mat picture(light.size(), CV_8UC3);
    for (int y = 0; y < light.rows; ++y)
        for (int x = 0; x < light.cols; ++x) {
            std::uint64_t bits = random.next();
            const float shared = table[bits & 4095];
            for (int c = 0; c < 3; ++c) {
                bits >>= 12;
                const float grain = scene.grain * (0.8F * shared + 0.6F * table[bits & 4095]);
                picture.at<cv::Vec3b>(y, x)[c] =
                    cv::saturate_cast<uchar>(light.at<cv::Vec3f>(y, x)[c] + grain);
            }
        }
    return picture;
}

}  // namespace

cv::Mat render(const Scene& scene, const Head& head, const Camera& camera, FragmentBuffer& buffer) {
    buffer.clear();
    Shader shader(scene, head, camera);
    for (const Mesh& mesh : meshes_in_room(scene, head, camera)) {
        buffer.draw(mesh, camera);
        shader.cast(mesh);
    }
    const cv::Mat open = openness(buffer);
    cv::Mat light(kPictureHeight, kPictureWidth, CV_32FC3);
    for (int y = 0; y < kPictureHeight; ++y)
        for (int x = 0; x < kPictureWidth; ++x) {
            Vec3 sum;
            Vec3 wall;
            bool has_wall = false;
            for (int i = 0; i < kSamples * kSamples; ++i) {
                const int sx = x * kSamples + i % kSamples, sy = y * kSamples + i / kSamples;
                Vec3 colour;
                const float z = buffer.depth(sx, sy);
                if (z == FragmentBuffer::kEmpty) {
                    if (!has_wall)
                        wall = backdrop_at(scene.backdrop, x, y);
                    has_wall = true;
                    colour = wall;
                } else {
                    const Vec3 place = camera.unproject(sample_place(sx, sy), z);
                    colour = shader.shade(buffer.fragment(sx, sy), place, open.at<float>(y, x));
                }
                sum = sum + Vec3{encoded(colour.x), encoded(colour.y), encoded(colour.z)};
            }
            sum = sum * (1.F / (kSamples * kSamples));
            light.at<cv::Vec3f>(y, x) = {sum.z, sum.y, sum.x};
        }
    return develop(scene, light);
}

}  // namespace rudolph::demo
