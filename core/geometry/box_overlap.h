#pragma once

#include "core/geometry/box.h"

namespace rudolph {

/// Of what lies in both, in square pixels; 0 where they do not meet.
double common_area(const Box& a, const Box& b);

/// How far two boxes are the same, from 0 to 1 (Jaccard's index of their areas); 0 for empty ones.
double intersection_over_union(const Box& a, const Box& b);

}  // namespace rudolph
