#pragma once

#include "core/demo/scene.h"

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

/// Of skin in folds and shade.
Vec3 shaded_skin(const Person& person);
Paint hair_paint(const Person& person, float s, float t, float u);
Paint cloth_paint(const Person& person, float x, float y);

}  // namespace rudolph::demo
