#pragma once

#include <cstdint>
#include <filesystem>

namespace rudolph {

/// No more than so many bytes come out of one byte that deflate has packed.
inline constexpr std::uint64_t kMostUnpacked = 1032;
/// So many cells and structures may lie in one another.
inline constexpr int kDeepestCell = 64;

/// Throws Error where a MATLAB file of version 4 to 7 announces more numbers, cells or fields than
/// its bytes could hold, nests them more deeply than anyone does, or is damaged where it announces
/// them: matio takes memory for all that is announced, and calls itself for each level. Nothing of
/// other files.
void require_affordable_matlab(const std::filesystem::path& file);

}  // namespace rudolph
