#pragma once

#include "core/dataset/demo/head.h"

namespace rudolph::demo {

/// What a point of the surface looks like before light falls on it.
struct Paint {
    Vec3 albedo;
    float gloss = 0.12F;   ///< strength of the highlight
    float sharpness = 16;  ///< its exponent
    float softness = 1;    ///< 1: light bleeds under the surface as in skin, 0: it does not
    float occlusion = 1;   ///< light that reaches into holes, 0 to 1
    bool has_normal = false;
    Vec3 normal;  ///< instead of the surface's, in the frame of the head
};

/// The paint of the head's skin with eyes, brows, lips, mouth and stubble. x, y: face plane.
class SkinPaint {
public:
    SkinPaint(const Head& head, const Expression& expression);

    Paint at(float x, float y) const;
    Paint ear(float radius) const;
    /// Bare skin with its small unevenness, for the neck too.
    Vec3 bare(float x, float y) const;

private:
    bool paint_eye(float x, float y, Paint& paint) const;
    void paint_around_eye(float x, float y, Paint& paint) const;
    Paint eyeball(const Eye& eye, float side, float dx, float dy, float n) const;
    void paint_brow(float x, float y, Paint& paint) const;
    void paint_mouth(float x, float y, Paint& paint) const;
    Paint inside_mouth(float n, float x, float y) const;
    void paint_nose(float x, float y, Paint& paint) const;
    void paint_beard(float x, float y, Paint& paint) const;
    void paint_wrinkles(float x, float y, Paint& paint) const;

    const Person& person_;
    const Features& features_;
    Expression expression_;
    Vec3 skin_, dark_skin_;
    float jaw_drop_;
};

Paint hair_paint(const Person& person, float s, float t, float u);
Paint cloth_paint(const Person& person, float x, float y);

}  // namespace rudolph::demo
