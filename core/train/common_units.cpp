#include "core/train/common_units.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "core/base/processor.h"
#include "core/base/system.h"

namespace rudolph {
namespace {

/// oneDNN has had two names. Haswell is OpenBLAS's word for processors with just these units.
constexpr std::array<std::pair<const char*, const char*>, 4> kVariables = {{
    {"ATEN_CPU_CAPABILITY", "avx2"},
    {"ONEDNN_MAX_CPU_ISA", "AVX2"},
    {"DNNL_MAX_CPU_ISA", "AVX2"},
    {"OPENBLAS_CORETYPE", "Haswell"},
}};

std::string_view value_of(const char* variable) {
    const char* const value = std::getenv(variable);
    return value == nullptr ? std::string_view() : value;
}

}  // namespace

bool uses_common_units() {
    return this_processor().avx2 &&
           std::all_of(kVariables.begin(), kVariables.end(), [](const auto& variable) {
               return value_of(variable.first) == variable.second;
           });
}

void use_common_units() {
    if (this_processor().avx2 && !uses_common_units())
        start_anew({kVariables.begin(), kVariables.end()});
}

std::string why_other_units() {
    return this_processor().avx2
               ? "exact gives these figures on processors with the same vector units; on every one "
                 "with AVX2 it does on the command line, and in a studio that was started with "
                 "--exact"
               : "exact gives these figures on processors with the same vector units only: this "
                 "one has no AVX2, which others are computed with";
}

std::string unit_limits() {
    std::string all;
    for (const auto& variable : kVariables)
        if (const std::string_view value = value_of(variable.first); !value.empty())
            all += std::string(all.empty() ? "" : " ")
                       .append(variable.first)
                       .append("=")
                       .append(value);
    return all;
}

}  // namespace rudolph
