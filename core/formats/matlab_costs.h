#pragma once

#include <cstdint>
#include <filesystem>

namespace rudolph {

/// No more than so many bytes come out of one byte that deflate has packed.
inline constexpr std::uint64_t kMostUnpacked = 1032;
/// So many cells and structures may lie in one another.
inline constexpr int kDeepestCell = 64;

/// Throws Error where a MATLAB file of version 5 to 7 announces more cells or fields than its bytes
/// could hold, or nests them more deeply than anyone does: matio takes memory for all that is
/// announced, and calls itself for each level. Nothing of other files, and damaged ones are left to
/// matio.
void require_affordable_matlab(const std::filesystem::path& file);

}  // namespace rudolph
