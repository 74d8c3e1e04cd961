#pragma once

#include <cstdio>
#include <string>

#include "core/base/file.h"
#include "tests/support/temp_dir.h"

namespace rudolph::test {

/// A Python that has these modules ("torch, torchvision"); empty when there is none.
inline std::string python_with(const std::string& modules) {
    // Debian's modules are not for a Python that is first in the path but from elsewhere.
    const std::string import = " -c 'import " + modules + "' 2>/dev/null";
    for (const char* python : {"python3", "/usr/bin/python3"}) {
        std::string command = python;
        command += import;
        FILE* pipe = ::popen(command.c_str(), "r");
        if (pipe != nullptr && ::pclose(pipe) == 0)
            return python;
    }
    return {};
}

/// Runs a script in a folder; returns what it says when it fails, else nothing.
inline std::string run_python(const std::string& python, const std::string& script,
                              const std::filesystem::path& folder) {
    write_file(folder / "script.py", script);
    const std::string command =
        "cd '" + folder.string() + "' && " + python + " script.py 2>&1 1>/dev/null";
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr)
        return "no shell";
    std::string output;
    char piece[4096];
    for (std::size_t length; (length = std::fread(piece, 1, sizeof piece, pipe)) > 0;)
        output.append(piece, length);
    return ::pclose(pipe) == 0 ? "" : "failed: " + output;
}

}  // namespace rudolph::test
