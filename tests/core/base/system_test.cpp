#include "core/base/system.h"

#include <gtest/gtest.h>

#include <ctime>
#include <filesystem>
#include <string>

#include "tests/support/environment.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;

TEST(System, KeepsThePersonsFilesWhereTheDesktopSays) {
    const test::EnvironmentVariable home("HOME", "/home/someone");
    const test::EnvironmentVariable data("XDG_DATA_HOME", "/elsewhere/data");
    const test::EnvironmentVariable cache("XDG_CACHE_HOME", "/elsewhere/cache");
    EXPECT_EQ(user_data_folder(), "/elsewhere/data");
    EXPECT_EQ(user_cache_folder(), "/elsewhere/cache");
}

TEST(System, TakesTheHomeWhereTheDesktopSaysNothingThatCounts) {
    const test::EnvironmentVariable home("HOME", "/home/someone");
    const test::EnvironmentVariable data("XDG_DATA_HOME", "relative/data");
    const test::EnvironmentVariable cache("XDG_CACHE_HOME", "");
    EXPECT_EQ(user_data_folder(), "/home/someone/.local/share");
    EXPECT_EQ(user_cache_folder(), "/home/someone/.cache");
}

TEST(System, KnowsProcesses) {
    EXPECT_TRUE(process_exists(this_process_id()));
    EXPECT_FALSE(process_exists(0x7ffffff0));
    EXPECT_GT(process_start(this_process_id()), 0);
    EXPECT_EQ(process_start(this_process_id()), process_start(this_process_id()));
    EXPECT_EQ(process_start(0x7ffffff0), 0);
    EXPECT_GE(seconds_since_start(), 0);
}

TEST(System, CountsSecondsOfUtcWhateverTheZone) {
    const test::EnvironmentVariable zone("TZ", "Asia/Kolkata");
    std::tm time{};
    time.tm_year = 70;
    time.tm_mday = 2;
    time.tm_hour = 1;
    EXPECT_EQ(seconds_of_utc(time), 25 * 3600);
}

TEST(System, LoadsLibrariesAndSaysWhyNot) {
    std::string problem;
    EXPECT_EQ(open_library("/nowhere/librudolph_none.so.0", problem), nullptr);
    EXPECT_NE(problem.find("/nowhere/librudolph_none.so.0"), std::string::npos) << problem;
    // The library that this test is linked to is loaded already.
    void* const core = open_library(library_file_name("rudolph_core", 0), problem);
    ASSERT_NE(core, nullptr) << problem;
    EXPECT_EQ(library_symbol(core, "no_such_function", problem), nullptr);
    EXPECT_NE(problem.find("no_such_function"), std::string::npos) << problem;
    static const char inside = 0;
    EXPECT_TRUE(fs::exists(library_folder(&inside)));
}

}  // namespace
}  // namespace rudolph
