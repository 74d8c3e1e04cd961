#pragma once

#include "core/base/json_fwd.h"
#include "core/eval/stress.h"

namespace rudolph {

// For nlohmann's Json(row) and json.get<StressRow>(). Figures that are no numbers are null.
void to_json(Json& json, const StressRow& row);
/// Rows of ways that this version does not know keep their name.
void from_json(const Json& json, StressRow& row);

}  // namespace rudolph
