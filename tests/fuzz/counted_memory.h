#pragma once

#include <cstddef>

namespace rudolph::test {

/// How much the program holds through operator new, which counted_memory.cpp replaces.
std::size_t bytes_held();
/// The most that was held since the last call of forget_peak().
std::size_t peak_bytes();
void forget_peak();

}  // namespace rudolph::test
