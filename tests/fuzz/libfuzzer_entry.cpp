#include <cstdint>

#include "tests/fuzz/readers.h"

/// libFuzzer calls this with bytes of its own making; RUDOLPH_FUZZ_READER is the reader's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const rudolph::test::FuzzedReader& reader =
        rudolph::test::fuzzed_reader(RUDOLPH_FUZZ_READER);
    reader.read({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
