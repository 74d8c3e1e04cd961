#include "core/base/processor.h"

#include <gtest/gtest.h>

namespace rudolph {
namespace {

TEST(ProcessorKind, IsReadAsLinuxTellsIt) {
    EXPECT_EQ(processor_of("processor\t: 0\nmodel name\t: AMD EPYC 9354\n"
                           "flags\t\t: fpu avx2 avx512f avx512_bf16\nprocessor\t: 1\n"
                           "model name\t: other\nflags\t\t: fpu avx512_bf16\n"),
              (Processor{"AMD EPYC 9354", true, false}));
    EXPECT_EQ(processor_of("model name\t: Intel(R) Core(TM) i5-8250U CPU @ 1.60GHz\n"
                           "flags\t\t: fpu avx avx2 fma\n"),
              (Processor{"Intel(R) Core(TM) i5-8250U CPU @ 1.60GHz", false, true}));
    EXPECT_EQ(processor_of("processor\t: 0\nFeatures\t: fp asimd bf16 i8mm\nCPU part\t: 0xd40\n"),
              (Processor{"0xd40", true}));
    EXPECT_FALSE(processor_of("Features\t: fp asimd\n").bfloat16);
}

/// Then it is tried.
TEST(ProcessorKind, IsTakenToHaveAllUnitsWhereNothingIsTold) {
    EXPECT_EQ(processor_of(""), (Processor{"", true}));
}

}  // namespace
}  // namespace rudolph
