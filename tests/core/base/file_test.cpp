#include "core/base/file.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>
#include <map>

#include "core/base/encoding.h"
#include "core/base/error.h"
#include "tests/support/error_of.h"
#include "tests/support/special_files.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using test::TempDir;
using testing::HasSubstr;

size_t entries_in(const fs::path& folder) {
    return static_cast<size_t>(std::distance(fs::directory_iterator(folder), {}));
}

TEST(File, ReadsBackWhatWasWritten) {
    const TempDir dir;
    const std::string bytes("a\0b\r\n\xff", 6);
    write_file(dir / "bytes", bytes);
    EXPECT_EQ(read_file(dir / "bytes"), bytes);
    write_file(dir / "empty", "");
    EXPECT_EQ(read_file(dir / "empty"), "");
}

TEST(File, WritesIntoFoldersThatAreNotThereYet) {
    const TempDir dir;
    write_file(dir / "ä/ö/ü.txt", "text");
    EXPECT_EQ(read_file(dir / "ä/ö/ü.txt"), "text");
}

TEST(File, ReplacesTheOldFileAndLeavesNothingBeside) {
    const TempDir dir;
    write_file(dir / "a", "old and longer");
    write_file(dir / "a", "new");
    EXPECT_EQ(read_file(dir / "a"), "new");
    EXPECT_EQ(entries_in(dir.path()), 1U);
}

TEST(File, GivesThePermissionsThatTheUserWants) {
    const TempDir dir;
    std::ofstream(dir / "usual") << "x";
    write_file(dir / "written", "x");
    EXPECT_EQ(fs::status(dir / "written").permissions(), fs::status(dir / "usual").permissions());
}

TEST(File, KeepsTheOldWhenTheNewCannotTakeItsPlace) {
    const TempDir dir;
    write_file(dir / "there/inside", "old");
    EXPECT_THROW(write_file(dir / "there", "new"), Error);
    EXPECT_EQ(read_file(dir / "there/inside"), "old");
    EXPECT_EQ(entries_in(dir.path()), 1U);
}

TEST(File, NamesTheFolderThatCannotBeMade) {
    const TempDir dir;
    write_file(dir / "file", "in the way");
    const Error error =
        test::error_of(dir / "file/below", [&] { write_file(dir / "file/below/a", "x"); });
    EXPECT_FALSE(error.advice().empty());
}

TEST(File, ReadOnlyFolderIsAnErrorAndChangesNothing) {
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may write everywhere";
    const TempDir dir;
    write_file(dir / "a", "old");
    fs::permissions(dir.path(), fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_THROW(write_file(dir / "a", "new"), Error);
    fs::permissions(dir.path(), fs::perms::owner_all);
    EXPECT_EQ(read_file(dir / "a"), "old");
}

TEST(File, SaysWhyItCannotBeRead) {
    const TempDir dir;
    write_file(dir / "large", "12345");
    EXPECT_THROW(read_file(dir / "missing"), Error);
    EXPECT_THROW(read_file(dir.path()), Error);
    EXPECT_THROW(read_file(dir / "large", 4), Error);
    EXPECT_EQ(read_file(dir / "large", 5), "12345");
}

TEST(File, WhatWaitsForEverOrNeverEndsIsRefusedAtOnce) {
    const TempDir dir;
    test::make_pipe(dir / "pipe");
    fs::create_symlink(dir / "pipe", dir / "link to the pipe");
    const test::Socket socket(dir / "socket");
    const std::map<std::string, std::string> said = {
        {"pipe", "a pipe"}, {"link to the pipe", "a pipe"}, {"socket", "a socket"}};
    for (const auto& [name, what] : said) {
        const fs::path file = dir / name;
        EXPECT_THAT(test::error_of(file, [&] { require_regular_file(file); }).message(),
                    HasSubstr(what));
        EXPECT_THAT(test::error_of(file, [&] { read_file(file); }).message(), HasSubstr(what));
        EXPECT_EQ(read_part(file, 0, 10), "");
        EXPECT_EQ(read_text_start(file), "");
    }
    EXPECT_THAT(test::error_of([] { read_file("/dev/zero"); }).message(), HasSubstr("a device"));
    EXPECT_EQ(read_part("/dev/zero", 0, 10), "");
}

TEST(File, ReadsAPart) {
    const TempDir dir;
    write_file(dir / "a", "0123456789");
    EXPECT_EQ(read_part(dir / "a", 0, 3), "012");
    EXPECT_EQ(read_part(dir / "a", 8, 3), "89");
    EXPECT_EQ(read_part(dir / "a", 20, 3), "");
    EXPECT_EQ(read_part(dir / "missing", 0, 3), "");
    EXPECT_EQ(read_text_ends(dir / "a", 2), "0189");
}

TEST(File, ReadsFilesThatClaimNoSize) {
    if (!fs::exists("/proc/self/status"))
        GTEST_SKIP() << "no /proc here";
    EXPECT_FALSE(read_file("/proc/self/status").empty());
}

}  // namespace
}  // namespace rudolph
