#pragma once

#include <optional>
#include <vector>

#include "core/eval/collapse.h"
#include "core/eval/diagnosis.h"

namespace rudolph {

// The findings of diagnose() about shapes as a whole. `persons`: see person_numbers(), one for each
// result; `gauge`: of the results.

/// That the network draws nearly the same face at different places.
std::optional<Finding> collapsed(const std::vector<FaceResult>& results,
                                 const std::vector<int>& persons, const LandmarkScheme& scheme,
                                 const CollapseGauge& gauge);

/// That heads are predicted to turn the wrong way; rows in the results' order.
std::optional<Finding> wrong_turns(const std::vector<FaceResult>& results,
                                   const std::vector<int>& persons, const LandmarkScheme& scheme,
                                   const CollapseGauge& gauge);

}  // namespace rudolph
