#pragma once

#include <filesystem>
#include <string>

namespace rudolph::test {

/// What the studio does on Ctrl+S, as a program of its own: moves the first point of every face of
/// a data set and saves it in place. Returns the exit status; says why on standard error.
int save_moved_points(const std::filesystem::path& data);

}  // namespace rudolph::test
