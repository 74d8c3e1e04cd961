#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace rudolph {

/// What a program does first: from now on it notes in the user's data folder which folders it
/// writes into, until it ends well, so that the next start knows where one that was killed has
/// left something; and it finishes what such ones have left: replacements that were broken off are
/// carried out, half files removed. Returns what was finished and what could not be, a line each,
/// for the person. Never throws; without a data folder it does nothing.
std::vector<std::string> settle_interrupted_writes();

/// Notes a folder, the first time that this process writes into it. Before
/// settle_interrupted_writes(), nothing is noted. For any thread.
void trace_writing_into(const std::filesystem::path& folder);

}  // namespace rudolph
