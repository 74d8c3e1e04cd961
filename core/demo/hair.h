#pragma once

#include "core/demo/head.h"

namespace rudolph::demo {

/// Height of the line above which hair grows; s as on the head.
float hairline(const Person& person, float s);
bool hair_grows(const Person& person, float s, float y);

/// The hair on the skull and, where it is long, the hair that hangs. None for the bald.
std::vector<Mesh> hair_meshes(const Head& head);

}  // namespace rudolph::demo
