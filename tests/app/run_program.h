#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/json.h"

#include "tests/support/temp_dir.h"

namespace rudolph::test {

struct ProgramResult {
    int status = -1;  ///< exit status; 128 + signal when a signal ended it
    std::string out;
    std::string err;
};

/// The real `rudolph` (or another program), started without a shell and with its output in files.
class Program {
public:
    /// `environment` adds "NAME=value" to the test's own. `folder` is where it runs.
    Program(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
            const std::vector<std::string>& environment = {},
            const std::filesystem::path& program = RUDOLPH_PROGRAM);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// Waits until standard output holds `text`; false when the program ended without it.
    bool wait_for_output(const std::string& text);
    void send(int signal) const;
    ProgramResult wait();

private:
    TempDir files_;
    pid_t process_ = -1;
    int wait_status_ = 0;
    bool ended_ = false;
};

/// Starts and waits; in a temporary folder unless one is given.
ProgramResult run_program(const std::vector<std::string>& arguments,
                          const std::filesystem::path& folder = {},
                          const std::vector<std::string>& environment = {});

/// A folder for faces; those that tests run in (TempDir) have names that are not ASCII either.
inline constexpr const char* kFaces = "gesichter für 顔";

int count_lines(const std::string& text);
/// What was printed as one JSON object a line.
std::vector<Json> json_lines(const std::string& text);

}  // namespace rudolph::test
