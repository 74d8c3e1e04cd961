#include <gtest/gtest.h>
#include <stdlib.h>

#include <iomanip>
#include <sstream>

#include "core/base/file.h"
#include "tests/fuzz/corpus.h"
#include "tests/fuzz/counted_memory.h"
#include "tests/fuzz/readers.h"

namespace rudolph::test {
namespace {

constexpr int kMutations = 250;
/// What any file may take, and what each of its bytes may take on top: a JSON value of two
/// characters is sixteen bytes, and a list of them grows by doubling.
constexpr size_t kAnyFile = 2 << 20;
constexpr size_t kPerByte = 300;

std::string shown(const std::string& bytes) {
    std::ostringstream text;
    text << bytes.size() << " bytes: " << std::quoted(bytes.substr(0, 400));
    return text.str();
}

class Readers : public testing::TestWithParam<std::string> {
protected:
    Readers() : seeds_(seeds_of(GetParam())) {
        for (const std::string& seed : seeds_)
            fuzzed_reader(GetParam()).read(seed);  // what is made once is not this file's
    }

    /// Reads, and checks what the reader held at most.
    bool read(const std::string& bytes) {
        const size_t before = bytes_held();
        forget_peak();
        const bool good = fuzzed_reader(GetParam()).read(bytes);
        const size_t most = peak_bytes() - before;
        EXPECT_LE(most, kAnyFile + kPerByte * bytes.size()) << shown(bytes);
        return good;
    }

    std::vector<std::string> seeds_;
};

TEST_P(Readers, ReadTheSeeds) {
    for (const std::string& seed : seeds_)
        EXPECT_TRUE(read(seed)) << shown(seed);
    EXPECT_FALSE(read(""));
}

TEST_P(Readers, SurviveEveryCutAndChangedBytes) {
    Random random(11);
    for (const std::string& seed : seeds_)
        for (size_t size = 0; size < seed.size(); size += 1 + seed.size() / 100)
            read(seed.substr(0, size));
    for (int i = 0; i < kMutations && !HasFailure(); ++i) {
        const std::string bytes = mutated(seeds_, random);
        SCOPED_TRACE("mutation " + std::to_string(i));
        EXPECT_NO_THROW(read(bytes)) << shown(bytes);
    }
}

TEST_P(Readers, TakeTimeAndMemoryByTheFilesSize) {
    for (const std::string& bytes : hard_inputs(GetParam()))
        EXPECT_NO_THROW(read(bytes)) << shown(bytes);
}

INSTANTIATE_TEST_SUITE_P(, Readers, testing::ValuesIn([] {
                             std::vector<std::string> names;
                             for (const FuzzedReader& reader : fuzzed_readers())
                                 names.push_back(reader.name);
                             return names;
                         }()),
                         [](const testing::TestParamInfo<std::string>& one) { return one.param; });

/// With RUDOLPH_FUZZ_CORPUS=FOLDER, writes the seeds there, for libFuzzer.
TEST(Corpus, IsWrittenWhereTheEnvironmentSays) {
    const char* folder = ::getenv("RUDOLPH_FUZZ_CORPUS");
    if (folder == nullptr)
        GTEST_SKIP() << "RUDOLPH_FUZZ_CORPUS names no folder, nothing was written";
    for (const FuzzedReader& reader : fuzzed_readers()) {
        int number = 0;
        for (const std::string& seed : seeds_of(reader.name))
            write_file(std::filesystem::path(folder) / reader.name / std::to_string(number++),
                       seed);
    }
}

}  // namespace
}  // namespace rudolph::test
