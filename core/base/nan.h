#pragma once

#include <limits>

namespace rudolph {

/// What a number is that is not known.
inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

}  // namespace rudolph
