#pragma once

#include "core/demo/head.h"

namespace rudolph::demo {

/// side 0 on the viewer's left, 1 on the viewer's right.
Mesh ear_mesh(const Head& head, int side);

/// Neck, shoulders and clothes in one; t is y, u the angle about the neck.
Mesh body_mesh(const Person& person);
bool is_cloth(const Person& person, float y, float angle);

/// Rims and temples of a pair of glasses.
std::vector<Mesh> glasses_meshes(const Head& head);

}  // namespace rudolph::demo
