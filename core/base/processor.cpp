#include "core/base/processor.h"

#include <time.h>

#include <algorithm>
#include <array>

#include "core/base/file.h"
#include "core/base/text.h"

namespace rudolph {
namespace {

/// As the kernel calls the units, on x86 and on ARM.
constexpr std::array<std::string_view, 3> kBfloat16Units = {"avx512_bf16", "amx_bf16", "bf16"};
constexpr std::array<std::string_view, 2> kAvx2Units = {"avx2", "fma"};
constexpr std::size_t kMostOfIt = 1 << 20;

}  // namespace

Processor processor_of(std::string_view cpuinfo) {
    Processor processor;
    for (const std::string_view line : lines(cpuinfo)) {
        const size_t colon = line.find(':');
        if (colon == std::string_view::npos)
            continue;
        const std::string_view key = trimmed(line.substr(0, colon));
        const std::string_view value = trimmed(line.substr(colon + 1));
        if ((key == "model name" || key == "CPU part") && processor.name.empty())
            processor.name = value;
        if (key != "flags" && key != "Features")
            continue;
        const auto units = words(value);
        processor.bfloat16 = std::find_first_of(units.begin(), units.end(), kBfloat16Units.begin(),
                                                kBfloat16Units.end()) != units.end();
        processor.avx2 = std::all_of(kAvx2Units.begin(), kAvx2Units.end(), [&](auto unit) {
            return std::find(units.begin(), units.end(), unit) != units.end();
        });
    }
    return processor;
}

double thread_seconds() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

const Processor& this_processor() {
    static const Processor processor = processor_of(read_part("/proc/cpuinfo", 0, kMostOfIt));
    return processor;
}

}  // namespace rudolph
