#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace rudolph {

/// Makes a new folder `runs`/NAME-YYYYMMDD-HHMMSS, with "-2" when that exists; of the name letters
/// of any alphabet, digits, - and _ stay. Absolute. Throws Error when it cannot be made.
std::filesystem::path make_run_folder(const std::filesystem::path& runs, const std::string& name);

/// The run folders in a folder, and in those of studies that lie there. None where it is not there;
/// throws Error when it cannot be listed.
std::vector<std::filesystem::path> run_folders(const std::filesystem::path& folder);
bool is_study(const std::filesystem::path& folder);

/// The name of a run folder without the time that make_run_folder() has put behind it.
std::string short_run_name(const std::string& folder_name);

}  // namespace rudolph
