#pragma once

#include "core/demo/scene.h"

namespace rudolph::demo {

/// The outlines of eyes, brows, mouth and nose in the face plane: x and y of the head before it is
/// given depth. The shape, the paint and the landmarks are all taken from these, which is why the
/// points sit on what they name.
/// A side is 0 on the viewer's left, 1 on the viewer's right; along an eye or a brow, n is −1 at
/// the inner end and 1 at the outer end; along the mouth, −1 at the viewer's left corner.

struct Eye {
    float x, y;  ///< centre; x is the distance from the midline
    float half_width, up, down, tilt, opening;

    float upper(float n) const { return y + tilt * n + up * (1 - n * n); }
    float lower(float n) const { return y + tilt * n - down * (1 - std::pow(std::abs(n), 2.5F)); }
};

struct Brow {
    float inner_x, outer_x;
    float heights[5];  ///< of the middle line at n = −1, −0.5, 0.2, 0.6, 1
    float thickness;

    float x(float n) const { return mix(inner_x, outer_x, (n + 1) / 2); }
    float middle(float n) const;
    float half_thickness(float n) const;
};

struct Mouth {
    float x, y, half_width;
    float corner_lift, tilt;  ///< height of the corners above the middle; right minus left, halved
    float open_up, open_down, roundness;
    float upper_lip, lower_lip;
    float jaw_drop;

    float seam(float n) const { return y + corner_lift * n * n + tilt * n; }
    float gap(float n) const;
    float upper_inner(float n) const { return seam(n) + open_up * gap(n); }
    float lower_inner(float n) const { return seam(n) - open_down * gap(n); }
    float upper_outer(float n) const;
    float lower_outer(float n) const;
    float x_at(float n) const { return x + n * half_width; }
    float n_at(float face_x) const { return (face_x - x) / half_width; }
};

struct Nose {
    float bridge_y, tip_y, base_y;
    float width, height;
};

struct Features {
    Eye eyes[2];
    Brow brows[2];
    Mouth mouth;
    Nose nose;
};

Features make_features(const Person& person, const Expression& expression);

}  // namespace rudolph::demo
