#pragma once

#include <ctime>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace rudolph {

// What is asked of the operating system, apart from files (core/base/descriptor): who ports Rudolph
// to another one looks here. packaging/check_folders.py holds the list of all sources that may ask.

/// The person's folders for data and for what can be made again, $XDG_DATA_HOME and $XDG_CACHE_HOME
/// or what stands for them. Where the person has no home, data are in the current folder.
std::filesystem::path user_data_folder();
std::filesystem::path user_cache_folder();

/// By the clock on the wall.
std::tm local_time(std::time_t time);
/// Seconds since 1970, of a time in UTC.
long long seconds_of_utc(std::tm time);

long long this_process_id();
/// False only where it is certain.
bool process_exists(long long process);
/// When a process began, in a unit of the system's own: with its number it names a process for
/// good. 0 where that is not known.
long long process_start(long long process);
/// Since this process began, to some 10 ms; 0 where that is not known.
double seconds_since_start();
/// Empty where it has none.
std::string host_name();

/// Starts this program anew in its own place: the same process and arguments, with these variables
/// in its environment. Returns only where that cannot be done. Not while other threads write.
void start_anew(const std::vector<std::pair<std::string, std::string>>& variables);

/// Gives the system back what the allocator keeps of memory that nobody uses any more. Takes
/// milliseconds; any thread.
void release_free_memory();

/// How a library's file is called, "librudolph_engine.so.0" of "rudolph_engine" with version 0.
std::string library_file_name(const std::string& name, int version);
/// Where the library that holds this address lies; empty where that is not known.
std::filesystem::path library_folder(const void* address);
/// Loads a library for as long as the program runs; null, and why, where that fails. A name without
/// folders is looked for where the system does.
void* open_library(const std::filesystem::path& file, std::string& problem);
/// What a library calls by that name; null, and why, where there is none.
void* library_symbol(void* library, const char* name, std::string& problem);

/// Whether a person reads standard error.
bool stderr_is_watched();
/// Of that terminal; 80 where it does not say.
int stderr_columns();

/// Has the handler called with the number of the signal when the person or the system asks the
/// program to end (Ctrl+C and its like), once; signals that were ignored stay so. The handler may
/// do only what signal handlers may. A second signal ends the program.
void catch_end_signals(void (*handler)(int));

}  // namespace rudolph
