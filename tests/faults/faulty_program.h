#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tests/app/run_program.h"

namespace rudolph::test {

/// The files below a folder, hidden ones too, by their names relative to it: their bytes, or
/// "-> TARGET" of a link.
using FileTree = std::map<std::string, std::string>;
FileTree tree_of(const std::filesystem::path& folder);
/// How two trees differ, in words for a failed test.
std::string differences(const FileTree& expected, const FileTree& found);

/// A job that changes the files of a folder, started again and again from the same state.
struct FaultyJob {
    std::filesystem::path program;
    std::vector<std::string> arguments;
    /// Whatever of what was there may not be lost lies in here; it is put back before each run.
    std::filesystem::path folder;
    std::filesystem::path before;           ///< a copy of the folder as it is before
    std::filesystem::path user_data;        ///< XDG_DATA_HOME
    std::filesystem::path where;            ///< where it is started
    std::function<void()> prepare = [] {};  ///< after the folder was put back

    void put_back() const;
    /// `environment`: what the shim is to do.
    ProgramResult run(const std::vector<std::string>& environment) const;
    /// As it goes without a fault: how many calls of each kind there are.
    std::map<std::string, long> counts() const;
    /// One of them fails ("28", an errno) or is the last ("kill").
    ProgramResult run_with_fault(const std::string& kind, long number,
                                 const std::string& how) const;
};

/// Of the numbers from 1 to `count` at most `most` from everywhere, the first and last among them.
std::vector<long> some(long count, long most);
/// The same, or all where RUDOLPH_EVERY_FAULT is set.
std::vector<long> numbers(long count, long most);

}  // namespace rudolph::test
