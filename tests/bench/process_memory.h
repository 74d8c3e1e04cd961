#pragma once

#include <malloc.h>

#include <fstream>
#include <string>

namespace rudolph::test {

inline constexpr double kMegabyte = 1024.0 * 1024.0;

/// A line of /proc/self/status in MB: VmRSS now, VmHWM at most.
inline double process_memory(const std::string& key) {
    std::ifstream stream("/proc/self/status");
    std::string name;
    double kilobytes = 0;
    while (stream >> name) {
        if (name == key + ":" && stream >> kilobytes)
            return kilobytes / 1024;
        std::getline(stream, name);
    }
    return 0;
}

/// From here on VmHWM counts anew.
inline void forget_peak() {
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << '5';
}

}  // namespace rudolph::test
