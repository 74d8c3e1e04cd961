#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "tests/faults/faulty_program.h"

namespace rudolph::test {

/// The inode numbers of the files below a folder, by their names relative to it.
std::map<std::string, unsigned long> inodes_of(const std::filesystem::path& folder);

/// Calls `visit` with every state that a journalling file system may be found in after the power
/// went off at any moment of a run that the shim has logged: changes of names reach the disk in
/// their order, at the latest when their folder (or the file system) was waited for; of what was
/// written into a file, nothing since it was last waited for, or all. Each state once. Returns how
/// many there were. `before` and `inodes` are the folder's as the run began.
int each_state_after_power_loss(const std::filesystem::path& log,
                                const std::filesystem::path& folder, const FileTree& before,
                                const std::map<std::string, unsigned long>& inodes,
                                const std::function<void(const FileTree&)>& visit);

/// Makes a folder hold exactly this. A record of a replacement knows its own inode: it gets the
/// one that it has now.
void restore(const FileTree& tree, const std::filesystem::path& folder);

}  // namespace rudolph::test
