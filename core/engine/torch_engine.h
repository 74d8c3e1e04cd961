#pragma once

#include "core/engine/engine.h"

namespace rudolph {

/// The one name that programs look up after loading the engine library, see open_engine().
inline constexpr const char* kEngineMaker = "rudolph_create_engine";

}  // namespace rudolph

/// The caller owns it.
extern "C" rudolph::Engine* rudolph_create_engine();
