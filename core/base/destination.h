#pragma once

#include <filesystem>
#include <string>

#include "core/base/descriptor.h"

namespace rudolph {

/// Where a file that is to be written really goes: the file that a link leads to, be it there or
/// not yet. Throws Error for what is no file that can be replaced: folders, devices, pipes,
/// sockets, what a program has open (/dev/stdout), and files that may not be written.
std::filesystem::path destination_of(const std::filesystem::path& file);

/// A new, empty file in a folder, hidden, under a name that nothing else has and that ends in
/// `suffix`: a file stands there until it is complete. Only its owner may read it. The name tells
/// which process it is of, so that what a kill leaves is known as such; the folder goes into the
/// write trace. Throws Error when the folder cannot be written to.
Descriptor make_beside(const std::filesystem::path& folder, std::filesystem::path& name,
                       const std::string& suffix = {});

/// Removes what make_beside() of processes that run no more has left in a folder.
void clear_leftovers(const std::filesystem::path& folder);

}  // namespace rudolph
