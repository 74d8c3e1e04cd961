#pragma once

#include <cstddef>
#include <vector>

namespace rudolph {

/// Places in a list of `count`, ascending, at most `most` and from everywhere in it. Each lies
/// further into its part of the list than the one before, as views repeat with every person in most
/// face sets, and equal steps would find one view only.
std::vector<std::size_t> spread_places(std::size_t count, std::size_t most);

}  // namespace rudolph
