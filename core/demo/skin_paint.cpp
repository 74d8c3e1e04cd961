#include "core/demo/skin_paint.h"

#include "core/demo/hair.h"

namespace rudolph::demo {

SkinPaint::SkinPaint(const Head& head, const Expression& expression)
    : person_(head.person()),
      features_(head.features()),
      expression_(expression),
      skin_(head.person().skin),
      dark_skin_(shaded_skin(head.person())),
      jaw_drop_(head.features().mouth.jaw_drop),
      openings_(head, expression) {}

Vec3 SkinPaint::bare(float x, float y) const {
    const std::uint32_t seed = person_.texture_seed;
    const float uneven =
        0.035F * noise(x * 0.05F, y * 0.05F, seed) + 0.03F * noise(x * 0.35F, y * 0.35F, seed + 1);
    Vec3 colour = skin_ * (1 + uneven);
    if (person_.freckles > 0) {
        const float spots = ramp(0.45F, 0.75F, noise(x * 0.42F, y * 0.42F, seed + 2));
        const float where = bump((std::abs(x) - 30) / 45, (y + 30) / 26);
        colour = mix(colour, skin_ * Vec3{0.66F, 0.48F, 0.38F}, spots * where * person_.freckles);
    }
    return colour;
}

Paint SkinPaint::ear(float radius) const {
    Paint paint;
    paint.albedo = skin_ * Vec3{1.02F, 0.88F, 0.86F};
    paint.occlusion = 0.55F + 0.45F * ramp(0.15F, 0.75F, radius);
    return paint;
}

Paint SkinPaint::at(float x, float y) const {
    Paint paint;
    if (openings_.paint_eye(x, y, paint))
        return paint;
    const float a = std::abs(x);
    paint.albedo = bare(x, y);
    const Vec3 flushed = skin_ * Vec3{1.03F, 0.74F, 0.72F};
    const float flush = 0.5F * bump((a - 50) / 22, (y + 42) / 20) * (person_.female ? 1 : 0.7F) +
                        0.45F * bump(x / 16, (y - features_.nose.tip_y) / 14);
    paint.albedo = mix(paint.albedo, flushed, flush);
    paint.gloss += 0.1F * bump(a / 9, (y + 25) / 34) + 0.05F * bump(a / 45, (y - 62) / 22);
    if (y > -140 && y < 70)
        openings_.paint_around_eye(x, y, paint);
    paint_wrinkles(x, y, paint);
    paint_nose(x, y, paint);
    paint_beard(x, y, paint);
    openings_.paint_mouth(x, y, paint);
    paint_brow(x, y, paint);
    if (hair_grows(person_, x, y - 2)) {
        paint.albedo = mix(paint.albedo, person_.hair, 0.85F);
        paint.gloss = 0.03F;
    }
    return paint;
}

void SkinPaint::paint_nose(float x, float y, Paint& paint) const {
    const Nose& nose = features_.nose;
    const float a = std::abs(x) / nose.width, dy = y - nose.base_y;
    if (a > 40 || dy > 30 || dy < -12)
        return;
    const float slope = (a - 8.5F) * 0.22F;
    const float nostril =
        ramp(1.35F, 0.75F, std::hypot((a - 8.6F) / 4.6F, (dy - 2.2F + slope) / 2.7F));
    paint.albedo = mix(paint.albedo, skin_ * Vec3{0.12F, 0.05F, 0.05F}, 0.93F * nostril);
    paint.gloss *= 1 - nostril;
    const float under = bump(a / 17, (dy + 1) / 4);
    paint.occlusion *= 1 - 0.3F * under;
    const float crease = bump((a - 24.5F) / 2, (dy - 8) / 8);
    paint.albedo = mix(paint.albedo, dark_skin_, 0.5F * crease);
}

void SkinPaint::paint_wrinkles(float x, float y, Paint& paint) const {
    const float a = std::abs(x);
    const float smile = std::max(0.F, expression_.smile);
    const float raise = std::max(0.F, expression_.brow_raise);
    const float lines = 0.25F * person_.age + 0.75F * raise;
    if (y > 40 && lines > 0.05F) {
        const float wave = y + 3 * std::cos(x * 0.035F) + noise(x * 0.03F, y * 0.05F, 5);
        const float groove = std::pow(0.5F + 0.5F * std::cos(wave * 0.52F), 6.F);
        const float where = ramp(62, 35, a) * ramp(40, 48, y) * ramp(84, 70, y);
        paint.albedo = mix(paint.albedo, dark_skin_, 0.45F * std::min(1.F, lines) * groove * where);
    }
    if (expression_.brow_frown > 0.1F) {
        const float bent = a - 7 - 0.06F * (y - 24);
        const float groove = bump(bent / 1.8F, (y - 24) / 10);
        paint.albedo = mix(paint.albedo, dark_skin_, 0.75F * expression_.brow_frown * groove);
    }
    const Mouth& mouth = features_.mouth;
    const float t = (y + 42) / (mouth.y + 42);
    const float fold_x = mix(26 * features_.nose.width, mouth.half_width + 8, t);
    const float reach = ramp(-0.1F, 0.15F, t) * ramp(1.2F, 0.7F, t);
    const float fold = 0.1F + 0.25F * person_.age + 0.45F * smile + 0.3F * expression_.bared_teeth;
    paint.albedo =
        mix(paint.albedo, dark_skin_, std::min(0.7F, fold) * reach * bump((a - fold_x) / 2.6F));
}

void SkinPaint::paint_brow(float x, float y, Paint& paint) const {
    const int side = x < 0 ? 0 : 1;
    const Brow& brow = features_.brows[side];
    const float a = std::abs(x);
    const float n = (a - brow.inner_x) / (brow.outer_x - brow.inner_x) * 2 - 1;
    if (n < -1.2F || n > 1.2F || y < -10 || y > 75)
        return;
    const float half = std::max(brow.half_thickness(std::clamp(n, -1.F, 1.F)), 0.8F);
    const float ends = ramp(-1.13F, -0.88F, n) * ramp(1.12F, 0.9F, n);
    const float d = (y - brow.middle(std::clamp(n, -1.F, 1.F))) / half;
    // Hairs lie along the brow, steeper at its inner end.
    const float lean = mix(0.9F, 0.25F, clamp01((n + 1) / 1.2F));
    const float hairs =
        noise((a + y * lean) * 0.55F, (y - a * lean * 0.5F) * 0.25F, person_.texture_seed + 11);
    const float cover = ramp(1.25F, 0.45F, std::abs(d) + 0.22F * hairs) * ends;
    const Vec3 colour = mix(person_.hair * 0.6F, dark_skin_ * 0.35F, 0.35F);
    paint.albedo = mix(paint.albedo, colour, 0.9F * cover * (0.88F + 0.12F * hairs));
    paint.gloss *= 1 - 0.8F * cover;
}

void SkinPaint::paint_beard(float x, float y, Paint& paint) const {
    if (person_.female || y > -15)
        return;
    const Mouth& mouth = features_.mouth;
    const float a = std::abs(x);
    static constexpr float kOut[] = {0, 30, 60, 80, 95};
    static constexpr float kCheek[] = {-94, -84, -72, -52, -36};
    const float cheek_line = piecewise(kOut, kCheek, 5, a);
    float area = ramp(cheek_line + 16, cheek_line - 14, y - 0.3F * jaw_drop_ * ramp(-60, -110, y));
    area *= ramp(106, 93, a);
    // Around the mouth: bare beside the lips, hair on the upper lip.
    const float nose_base = features_.nose.base_y;
    const float upper = ramp(nose_base - 2, nose_base - 7, y) * ramp(mouth.y - 4, mouth.y, y) *
                        ramp(mouth.half_width + 9, mouth.half_width - 2, a);
    const float grain = noise(x * 0.55F, y * 0.28F, person_.texture_seed + 12);
    const float shadow = std::max(area, upper) * 0.13F;
    paint.albedo = mix(paint.albedo, paint.albedo * Vec3{0.62F, 0.66F, 0.7F}, shadow * 2);
    const float full = std::max(area * person_.beard, upper * person_.moustache);
    if (full <= 0)
        return;
    const float cover = clamp01(full * (1.15F + 0.35F * grain));
    const Vec3 colour = person_.hair * (0.75F + 0.35F * grain);
    paint.albedo = mix(paint.albedo, colour, 0.92F * cover);
    paint.gloss *= 1 - 0.7F * cover;
}

}  // namespace rudolph::demo
