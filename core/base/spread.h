#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace rudolph {

/// Places in a list of `count`, ascending, at most `most` and from everywhere in it. Each lies
/// further into its part of the list than the one before, as views repeat with every person in most
/// face sets, and equal steps would find one view only.
std::vector<std::size_t> spread_places(std::size_t count, std::size_t most);

/// Something of which some are to be chosen.
struct SpreadItem {
    /// What it has in common with others, of each kind in the same order: whose face, which view.
    std::vector<std::string> groups;
    double value = 0;  ///< of which small and large ones are wanted, such as an error
};

/// Places of at most `most` items, in an order of which any beginning is spread over all: every
/// group of a kind is met equally often, as nearly as the other kinds allow, and among those that
/// do equally well values from everywhere in their range are taken.
std::vector<std::size_t> spread_order(const std::vector<SpreadItem>& items, std::size_t most);

}  // namespace rudolph
