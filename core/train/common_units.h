#pragma once

#include <string>

namespace rudolph {

// Sums come out in another order, and so with other last digits, on processors with other vector
// units. "Exact" therefore computes with AVX2 and FMA alone, which x86 processors have had since
// 2013 to 2015: the variables by which LibTorch, oneDNN and OpenBLAS take no others are read when
// these are loaded, OpenBLAS together with the program.

/// Whether networks are computed with these units alone.
bool uses_common_units();

/// Starts this program anew, with the same arguments, so that they are. Does nothing where they are
/// already, or where that cannot be had: on a processor without them or on another system than
/// Linux. To be called before anything is written or printed.
void use_common_units();

/// For the person, of an exact training that does not: where its figures are the same.
std::string why_other_units();

/// What limits the units, by use_common_units() or the person, in one line; empty: nothing does.
std::string unit_limits();

}  // namespace rudolph
