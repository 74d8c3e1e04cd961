#pragma once

#include "core/demo/openings_paint.h"

namespace rudolph::demo {

/// The paint of the head's skin with eyes, brows, lips, mouth and stubble. x, y: face plane.
class SkinPaint {
public:
    SkinPaint(const Head& head, const Expression& expression);

    Paint at(float x, float y) const;
    Paint ear(float radius) const;
    /// Bare skin with its small unevenness, for the neck too.
    Vec3 bare(float x, float y) const;

private:
    void paint_brow(float x, float y, Paint& paint) const;
    void paint_nose(float x, float y, Paint& paint) const;
    void paint_beard(float x, float y, Paint& paint) const;
    void paint_wrinkles(float x, float y, Paint& paint) const;

    const Person& person_;
    const Features& features_;
    Expression expression_;
    Vec3 skin_, dark_skin_;
    float jaw_drop_;
    OpeningsPaint openings_;
};

}  // namespace rudolph::demo
