#include "core/demo/openings_paint.h"

namespace rudolph::demo {

OpeningsPaint::OpeningsPaint(const Head& head, const Expression& expression)
    : person_(head.person()),
      features_(head.features()),
      expression_(expression),
      skin_(head.person().skin),
      dark_skin_(shaded_skin(head.person())) {}

Paint OpeningsPaint::eyeball(const Eye& eye, float side, float dx, float dy, float n) const {
    const float radius = eye.half_width * 1.12F;
    Paint paint;
    paint.softness = 0.5F;
    paint.has_normal = true;
    const float nx = dx / radius, ny = dy / radius;
    paint.normal = {nx, ny, std::sqrt(std::max(0.1F, 1 - nx * nx - ny * ny))};
    paint.gloss = 0.9F;
    paint.sharpness = 140;
    // Seen from the person's right eye, x grows towards the nose; the gaze moves both alike.
    const float ix = dx - (side * 0.4F + expression_.gaze_x * 3.5F);
    const float iy = dy - 1.1F - expression_.gaze_y * 1.5F;
    const float r = std::hypot(ix, iy) / (8.1F * std::sqrt(eye.half_width / 18.4F));
    const Vec3 white = Vec3{0.72F, 0.69F, 0.66F} * (1 - 0.25F * n * n);
    const Vec3 pink = Vec3{0.62F, 0.3F, 0.27F};
    paint.albedo = mix(white, pink, ramp(-0.76F, -0.96F, n));
    const float fibres = 0.8F + 0.35F * noise(std::atan2(iy, ix) * 7, r * 2, 3);
    Vec3 iris = person_.iris * fibres * (1.35F - 0.5F * r);
    iris = mix(iris, person_.iris * 0.25F, ramp(0.75F, 1, r));
    iris = mix(iris, {0.004F, 0.004F, 0.005F}, ramp(0.48F, 0.38F, r));
    paint.albedo = mix(paint.albedo, iris, ramp(1.1F, 0.95F, r));
    const float below_lid = eye.upper(n) - (eye.y + dy);
    paint.occlusion = 0.35F + 0.65F * ramp(0, 6.5F, below_lid);
    return paint;
}

bool OpeningsPaint::paint_eye(float x, float y, Paint& paint) const {
    const int side = x < 0 ? 0 : 1;
    const float sign = x < 0 ? -1.F : 1.F;
    const Eye& eye = features_.eyes[side];
    const float n = (std::abs(x) - eye.x) / eye.half_width;
    if (std::abs(n) >= 1 || y > eye.upper(n) || y < eye.lower(n))
        return false;
    paint = eyeball(eye, -sign, x - sign * eye.x, y - eye.y, n);
    return true;
}

void OpeningsPaint::paint_around_eye(float x, float y, Paint& paint) const {
    const Eye& eye = features_.eyes[x < 0 ? 0 : 1];
    const float dx = std::abs(x) - eye.x;
    if (std::abs(dx) > 45 || std::abs(y - eye.y) > 36)
        return;
    const float n = dx / eye.half_width, inside = std::clamp(n, -1.F, 1.F);
    const float top = eye.upper(inside), bottom = eye.lower(inside);
    const float beyond = std::max(0.F, std::abs(n) - 1) * eye.half_width;
    const float above = std::hypot(y - top, beyond), below = std::hypot(y - bottom, beyond);
    // Dim sockets, a tired shade under the eye.
    paint.occlusion *=
        1 - 0.2F * bump(dx / 24, (y - 9) / 10) - 0.1F * bump((dx + 16) / 8, (y - 6) / 10);
    const float tired = bump((dx + 3) / 17, (y + 13) / 6);
    paint.albedo =
        mix(paint.albedo, skin_ * Vec3{0.78F, 0.66F, 0.68F}, (0.3F + 0.35F * person_.age) * tired);
    // The crease of the upper lid.
    const float crease_y = std::max(top, eye.y + 2) + 4.2F + 2 * (1 - eye.opening);
    const float crease = bump((y - crease_y) / 1.3F) * ramp(1.15F, 0.7F, std::abs(n));
    paint.albedo = mix(paint.albedo, dark_skin_, 0.6F * crease);
    // Lashes: a dark edge, heavier above and outside.
    const float lash_width = (person_.female ? 2.6F : 1.9F) * (1 + 0.35F * n);
    const bool is_above = y > (top + bottom) / 2;
    const float lash = is_above ? ramp(lash_width, 0.3F * lash_width, above) : 0;
    paint.albedo =
        mix(paint.albedo, {0.012F, 0.009F, 0.009F}, 0.92F * lash * ramp(1.3F, 1, std::abs(n)));
    const float rim = is_above ? 0 : ramp(1.8F, 0.2F, below);
    paint.albedo = mix(paint.albedo, dark_skin_, 0.55F * rim * ramp(1.1F, 0.95F, std::abs(n)));
    paint.gloss *= 1 - 0.8F * lash;
}

Paint OpeningsPaint::inside_mouth(float n, float x, float y) const {
    const Mouth& mouth = features_.mouth;
    const float top = mouth.upper_inner(n), bottom = mouth.lower_inner(n);
    Paint paint;
    paint.softness = 0;
    paint.gloss = 0.1F;
    paint.sharpness = 30;
    paint.albedo = Vec3{0.13F, 0.025F, 0.025F};
    paint.occlusion = 0.5F;
    const float tongue =
        ramp(4, 9, y - bottom) > 0 && mouth.open_down > 14
            ? ramp(1, 0.7F, std::hypot(n / 0.62F, (y - bottom + 4) / (0.5F * (top - bottom) + 4)))
            : 0;
    paint.albedo = mix(paint.albedo, {0.34F, 0.08F, 0.08F}, tongue);
    // The teeth stand still while the lips move: the upper row hangs from the skull.
    const float edge = 1 - 0.25F * n * n;
    const float upper_end = mouth.y + 1.5F - 5.5F * edge - 2 * expression_.open;
    const float lower_end = upper_end - mouth.jaw_drop - 0.6F;
    const float curve = x * (1 + 0.00012F * x * x);
    const float upper_gap = std::abs(curve / 7.2F - std::round(curve / 7.2F - 0.5F) - 0.5F) * 7.2F;
    const float lower_gap = std::abs(curve / 5.4F - std::round(curve / 5.4F - 0.5F) - 0.5F) * 5.4F;
    const bool is_upper = y > upper_end, is_lower = y < lower_end && y > lower_end - 8;
    if ((is_upper || is_lower) && std::abs(n) < 0.9F) {
        const float gap = is_upper ? upper_gap : lower_gap;
        const float side = 1 - 0.45F * n * n;
        paint.albedo = Vec3{0.76F, 0.72F, 0.62F} * (side * (0.78F + 0.22F * ramp(0, 1.1F, gap)));
        paint.occlusion = 0.55F + 0.45F * ramp(0, 5, top - y);
        if (is_lower)
            paint.occlusion *= 0.75F;
        paint.gloss = 0.25F;
    }
    return paint;
}

void OpeningsPaint::paint_mouth(float x, float y, Paint& paint) const {
    const Mouth& mouth = features_.mouth;
    const float n = mouth.n_at(x);
    if (std::abs(n) > 1.25F || y > mouth.y + 40 || y < mouth.y - 75)
        return;
    const float corner = bump((std::abs(n) - 1) / 0.07F, (y - mouth.seam(n)) / 2.6F);
    if (std::abs(n) < 1) {
        const float top = mouth.upper_outer(n), bottom = mouth.lower_outer(n);
        const float above = mouth.upper_inner(n), below = mouth.lower_inner(n);
        if (y <= above && y >= below && above - below > 0.8F) {
            paint = inside_mouth(n, x, y);
        } else {
            const float cover = ramp(0, 1.8F, std::min(top - y, y - bottom));
            const float lines = 0.06F * noise(x * 0.6F, y * 0.12F, person_.texture_seed + 13);
            // The upper lip faces down and is darker.
            const float shade = y > mouth.seam(n) ? 0.84F : 1.02F;
            paint.albedo = mix(paint.albedo, person_.lips * (shade + lines), 0.93F * cover);
            paint.gloss = mix(paint.gloss, 0.28F, cover);
            const float seam = ramp(1.9F, 0.3F, std::min(std::abs(y - above), std::abs(y - below)));
            paint.albedo = mix(paint.albedo, person_.lips * 0.16F, 0.85F * seam);
            paint.gloss *= 1 - ramp(3.5F, 1, std::min(std::abs(y - above), std::abs(y - below)));
        }
        paint.occlusion *= 1 - 0.28F * bump((y - bottom + 5) / 4.5F, n / 0.65F);
    }
    paint.albedo = mix(paint.albedo, dark_skin_ * 0.5F, 0.7F * corner);
}

}  // namespace rudolph::demo
