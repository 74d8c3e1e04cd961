#pragma once

#include <filesystem>

namespace rudolph {

/// Throws Error where a MATLAB file of version 5 to 7.3 announces more cells, fields or references
/// than its bytes could hold, or nests them more deeply than anyone does: matio takes memory for
/// all that is announced, and calls itself for each level. Nothing of other files, and damaged
/// ones are left to matio.
void require_affordable_matlab(const std::filesystem::path& file);

}  // namespace rudolph
