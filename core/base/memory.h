#pragma once

#include <cstdint>

namespace rudolph {

/// How many bytes of memory this program could still take when it was first asked: what the machine
/// has free, and no more than what its control group leaves. 0: not known.
std::uint64_t memory_there_is();

}  // namespace rudolph
