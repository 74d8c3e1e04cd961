#pragma once

#include <filesystem>

namespace rudolph {

/// As require_affordable_matlab(), of files of version 7.3, which are HDF5: throws Error where one
/// announces more numbers, cells or objects than its bytes could hold, leads from one object to
/// another in circles or too deep, or keeps some of its contents in other files. Only for one
/// thread at a time, as HDF5 is.
void require_affordable_hdf5(const std::filesystem::path& file);

}  // namespace rudolph
