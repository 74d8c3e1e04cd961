#pragma once

#include <vector>

#include "core/eval/stress.h"

namespace rudolph {

/// Prints the table of hard faces.
void print_stress(const std::vector<StressRow>& rows);

}  // namespace rudolph
