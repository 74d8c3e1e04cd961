#pragma once

#include "core/demo/head.h"
#include "core/demo/paint.h"

namespace rudolph::demo {

/// The paint of eyes and mouth, and of the skin about them. x, y: face plane.
class OpeningsPaint {
public:
    OpeningsPaint(const Head& head, const Expression& expression);

    /// Whether the place lies between the lids; `paint` is then that of the eye.
    bool paint_eye(float x, float y, Paint& paint) const;
    void paint_around_eye(float x, float y, Paint& paint) const;
    void paint_mouth(float x, float y, Paint& paint) const;

private:
    Paint eyeball(const Eye& eye, float side, float dx, float dy, float n) const;
    Paint inside_mouth(float n, float x, float y) const;

    const Person& person_;
    const Features& features_;
    Expression expression_;
    Vec3 skin_, dark_skin_;
};

}  // namespace rudolph::demo
