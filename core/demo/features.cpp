#include "core/demo/features.h"

namespace rudolph::demo {

float Brow::middle(float n) const {
    static constexpr float kPlaces[] = {-1, -0.5F, 0.2F, 0.6F, 1};
    // Averaging neighbouring places rounds the corners of the polyline.
    float sum = 0;
    for (const float shift : {-0.2F, 0.F, 0.2F})
        sum += piecewise(kPlaces, heights, 5, std::clamp(n + shift, -1.F, 1.F));
    return sum / 3;
}

float Brow::half_thickness(float n) const {
    return thickness * ramp(1.12F, 0.1F, n) * (0.55F + 0.45F * ramp(-1.05F, -0.7F, n));
}

float Mouth::gap(float n) const {
    const float inside = n / 0.92F;
    return std::pow(clamp01(1 - inside * inside), roundness);
}

float Mouth::upper_outer(float n) const {
    const float bow = 1 - 0.22F * bump(n / 0.15F);
    const float rise = clamp01(1 - std::pow(std::abs(n), 1.5F));
    return upper_inner(n) + upper_lip * bow * rise;
}

float Mouth::lower_outer(float n) const {
    return lower_inner(n) - lower_lip * std::pow(clamp01(1 - n * n), 0.75F);
}

namespace {

Eye make_eye(const Person& person, const Expression& face, int side) {
    const float open = face.eye_open[side];
    Eye eye{};
    eye.x = 41 * person.eye_spacing * person.face_width;
    eye.y = 0.3F;
    eye.half_width = 18.4F * person.eye_size;
    eye.down = 5 * person.eye_size * (0.7F + 0.3F * open) - 1.3F * std::max(0.F, face.smile);
    // A closed upper lid lies on the lower one.
    eye.up = mix(-eye.down * 0.85F, 9.4F * person.eye_size, open);
    eye.tilt = person.eye_tilt;
    eye.opening = open;
    return eye;
}

Brow make_brow(const Person& person, const Expression& face) {
    static constexpr float kRest[] = {22, 27.5F, 29.5F, 25, 15};
    static constexpr float kArch[] = {-0.5F, 1, 2.5F, 1.5F, -1};
    static constexpr float kRaise[] = {9, 12, 14, 12, 8};
    static constexpr float kFrown[] = {-10, -8, -2, 2, 2};
    Brow brow{};
    brow.inner_x = (18 - 5 * face.brow_frown) * person.face_width;
    brow.outer_x = 75 * person.face_width;
    for (int i = 0; i < 5; ++i)
        brow.heights[i] = kRest[i] + person.brow_height + kArch[i] * (person.brow_arch - 0.6F) +
                          kRaise[i] * face.brow_raise + kFrown[i] * face.brow_frown;
    brow.thickness = 5 * person.brow_thickness;
    return brow;
}

Mouth make_mouth(const Person& person, const Expression& face) {
    const float smile = face.smile, teeth = face.bared_teeth;
    Mouth mouth{};
    mouth.half_width =
        (33.5F * person.mouth_width) * (1 + 0.26F * smile + 0.12F * teeth - 0.4F * face.pucker -
                                        0.05F * face.sadness + 0.06F * std::abs(face.lopsided));
    mouth.x = 7 * face.lopsided;
    mouth.corner_lift = 1 + 10 * smile - 9 * face.sadness - 3 * face.open;
    mouth.tilt = 6 * face.lopsided;
    mouth.open_down = 33 * face.open + 6.5F * teeth;
    mouth.open_up = 5 * face.open + 5.5F * teeth;
    mouth.roundness = mix(0.75F, 0.5F, clamp01(face.open + face.pucker));
    const float thin = 1 - 0.2F * smile - 0.25F * face.open - 0.2F * teeth + 0.4F * face.pucker;
    mouth.upper_lip = 9.2F * person.lip_fullness * thin;
    mouth.lower_lip = 11.5F * person.lip_fullness * thin;
    mouth.jaw_drop = 27 * face.open + 2 * teeth;
    mouth.y = (-86.5F - 2.5F * smile + 3 * face.sadness) * (0.5F + 0.5F * person.face_length);
    return mouth;
}

}  // namespace

Features make_features(const Person& person, const Expression& expression) {
    Features features{};
    for (int side = 0; side < 2; ++side) {
        features.eyes[side] = make_eye(person, expression, side);
        features.brows[side] = make_brow(person, expression);
    }
    if (expression.lopsided != 0)
        for (float& height : features.brows[expression.lopsided > 0 ? 1 : 0].heights)
            height += 5;
    features.mouth = make_mouth(person, expression);
    Nose& nose = features.nose;
    nose.bridge_y = 3;
    nose.tip_y = -46.5F * person.nose_length;
    nose.base_y = nose.tip_y - 12;
    nose.width = person.nose_width * (1 + 0.08F * std::max(0.F, expression.smile));
    nose.height = person.nose_height;
    return features;
}

}  // namespace rudolph::demo
