#pragma once

#include <cstddef>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

/// Lists of problems are for people; a broken or hostile file has millions of one kind. Kept are
/// the first thousand of each kind (what is left of a message without its numbers and names), then
/// one that says how many more there are, with their faces counted (`Problem::others`, `left_out`).
/// Those with a mend are all kept, as each mends other faces. What was shortened before stays so.
std::vector<Problem> shortened(std::vector<Problem> problems);

/// How many there are, those that are not listed included.
std::size_t count_of(const std::vector<Problem>& problems);

}  // namespace rudolph
