#include "core/demo/paint.h"

namespace rudolph::demo {

Vec3 shaded_skin(const Person& person) {
    return person.skin * Vec3{0.5F, 0.36F, 0.33F};
}

Paint hair_paint(const Person& person, float s, float t, float u) {
    const std::uint32_t seed = person.texture_seed + 20;
    const bool curly = person.hair_style == HairStyle::Curly;
    const float along = curly ? 0.13F : 0.012F;
    float strands =
        0.5F * noise(u * 28, t * along, seed) + 0.35F * noise(u * 75, t * along, seed + 1);
    if (curly)
        strands += 0.5F * noise(s * 0.16F, t * 0.16F, seed + 2);
    Paint paint;
    paint.albedo = person.hair * std::max(0.25F, 0.95F + 0.6F * strands);
    paint.gloss = (curly ? 0.05F : 0.16F) * (1 + 0.6F * strands);
    paint.softness = 0;
    return paint;
}

Paint cloth_paint(const Person& person, float x, float y) {
    Paint paint;
    const float folds = noise(x * 0.03F + y * 0.02F, y * 0.045F, person.texture_seed + 30);
    const float weave = noise(x * 0.8F, y * 0.8F, person.texture_seed + 31);
    paint.albedo = person.cloth * (1 + 0.14F * folds + 0.08F * weave);
    paint.gloss = 0.015F;
    paint.softness = 0;
    return paint;
}

}  // namespace rudolph::demo
