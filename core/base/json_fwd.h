#pragma once

#include <nlohmann/json_fwd.hpp>

namespace rudolph {

/// Key order is kept, so that files read as they were meant to be read. What is known here suffices
/// for declarations; who makes or reads JSON includes core/base/json.h, which costs a second to
/// compile.
using Json = nlohmann::ordered_json;

}  // namespace rudolph
