#pragma once

#include "core/demo/features.h"
#include "core/demo/mesh.h"

namespace rudolph::demo {

/// The skin of the skull and jaw as a closed form: rings from the crown to the chin, each a rounded
/// oval, pushed forward by the nose, lips and all the other features.
class Head {
public:
    Head(const Person& person, const Expression& expression);

    /// Where the ring `v` (0 crown, 1 chin) meets the direction `angle` (0 forward, π/2 to the
    /// viewer's right, radians). `s` of the vertex is x before the push on the front and goes on
    /// growing round the back; `t` is y.
    Vertex at(float v, float angle) const;
    /// The point of the front that has these face-plane coordinates, with its normal.
    Vertex on_face(float x, float y) const;
    /// z of that point.
    float depth(float x, float y) const;
    /// As at(), with the normal.
    Vertex with_normal(float v, float angle) const;

    /// The ring at the height of jaw point `index` of 7 (0 below the ear, 6 the chin).
    float jaw_ring(float index) const;
    float ring_at_height(float y) const;
    /// Half the width of the head at a height.
    float half_width(float y) const { return ring(ring_at_height(y)).width; }

    Mesh mesh() const;

    const Person& person() const { return person_; }
    const Features& features() const { return features_; }

private:
    struct Ring {
        float y, width, front, middle, back;  ///< the last three are z
    };
    Ring ring(float v) const;
    float angle_at(float v, float x) const;
    float forward_push(float x, float y) const;
    float nose_push(float x, float y) const;
    float lip_push(float x, float y) const;
    float fold_push(float x, float y) const;

    Person person_;
    Expression expression_;
    Features features_;
    std::vector<Ring> rings_;  ///< a fine table of the profile
};

}  // namespace rudolph::demo
