#pragma once

#include <vector>

#include "core/base/json.h"
#include "core/predict/stress.h"

namespace rudolph {

/// Prints the table of hard faces.
void print_stress(const std::vector<StressRow>& rows);
/// The same as a list of objects.
Json stress_json(const std::vector<StressRow>& rows);

}  // namespace rudolph
