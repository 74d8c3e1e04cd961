#pragma once

#include <string>
#include <string_view>

namespace rudolph {

/// The processor that this runs on, as far as the system tells.
struct Processor {
    std::string name;  ///< "AMD EPYC 9354"; empty where it is not known
    /// Whether it multiplies bfloat16 numbers in units of its own; where it has none, software
    /// stands in, which is many times slower. True where that is not known.
    bool bfloat16 = true;
    /// Whether it has AVX2 and FMA, the vector units of nearly all x86 processors.
    bool avx2 = false;

    bool operator==(const Processor&) const = default;
};

/// Of this machine; read once.
const Processor& this_processor();

/// Seconds of a processor that the calling thread has had since some moment, whatever other
/// programs do.
double thread_seconds();

/// Of a text as Linux has in /proc/cpuinfo, of x86 and ARM.
Processor processor_of(std::string_view cpuinfo);

}  // namespace rudolph
