#pragma once

#include <filesystem>
#include <string>

#include "tests/support/temp_dir.h"

namespace rudolph::test {

/// The one run in a folder of runs.
std::filesystem::path only_run(const std::filesystem::path& runs);

/// Draws faces of so many `people` into "faces" and trains on them for an epoch; the run's folder.
std::filesystem::path trained_run(const TempDir& dir, const std::string& experiment,
                                  const std::string& people);

}  // namespace rudolph::test
