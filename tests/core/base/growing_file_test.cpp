#include "core/base/growing_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "tests/support/files_in.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;

TEST(GrowingFile, AppearsWholeWhenItIsComplete) {
    const test::TempDir dir;
    write_file(dir / "a.csv", "old");
    GrowingFile file(dir / "a.csv");
    file.append("one\n");
    file.append("");
    file.append("two\n");
    EXPECT_EQ(read_file(dir / "a.csv"), "old");
    file.commit();
    EXPECT_EQ(read_file(dir / "a.csv"), "one\ntwo\n");
    EXPECT_EQ(test::files_in(dir.path()).size(), 1U);
}

TEST(GrowingFile, LeavesNothingWithoutACommit) {
    const test::TempDir dir;
    {
        GrowingFile file(dir / "new/a.csv");
        file.append("half");
    }
    EXPECT_EQ(test::files_in(dir / "new").size(), 0U);
}

TEST(GrowingFile, SaysWhereNothingCanBeWritten) {
    const test::TempDir dir;
    write_file(dir / "file", "");
    EXPECT_THROW(GrowingFile(dir / "file/a.csv"), Error);
    EXPECT_THROW(GrowingFile{dir.path()}, Error);
    GrowingFile file(dir / "taken");
    std::filesystem::create_directory(dir / "taken");
    EXPECT_THROW(file.commit(), Error);
}

TEST(GrowingFile, WritesTheFileThatALinkLeadsTo) {
    const test::TempDir dir;
    write_file(dir / "real/file", "old");
    fs::create_symlink("real/file", dir / "link");
    fs::create_symlink("real/new", dir / "to nothing");
    write_file(dir / "link", "new");
    write_file(dir / "to nothing", "made");
    EXPECT_TRUE(fs::is_symlink(dir / "link"));
    EXPECT_TRUE(fs::is_symlink(dir / "to nothing"));
    EXPECT_EQ(read_file(dir / "real/file"), "new");
    EXPECT_EQ(read_file(dir / "real/new"), "made");
    EXPECT_EQ(test::files_in(dir / "real").size(), 2U);
}

TEST(GrowingFile, KeepsOtherNamesOfTheFile) {
    const test::TempDir dir;
    write_file(dir / "a", "old and longer");
    fs::create_hard_link(dir / "a", dir / "b");
    write_file(dir / "a", "new");
    EXPECT_EQ(read_file(dir / "b"), "new");
    EXPECT_EQ(fs::hard_link_count(dir / "a"), 2U);
    EXPECT_EQ(test::files_in(dir.path()).size(), 2U);
}

TEST(GrowingFile, KeepsAccessAndOwner) {
    const test::TempDir dir;
    write_file(dir / "private", "old");
    fs::permissions(dir / "private", fs::perms::owner_read | fs::perms::owner_write);
    write_file(dir / "private", "new");
    EXPECT_EQ(fs::status(dir / "private").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
    if (::geteuid() != 0)
        GTEST_SKIP() << "only root may give files to others";
    constexpr uid_t kOther = 12345;
    ASSERT_EQ(::chown((dir / "private").c_str(), kOther, kOther), 0);
    write_file(dir / "private", "newer");
    struct stat found {};
    ASSERT_EQ(::stat((dir / "private").c_str(), &found), 0);
    EXPECT_EQ(found.st_uid, kOther);
    EXPECT_EQ(found.st_gid, kOther);
    EXPECT_EQ(read_file(dir / "private"), "newer");
}

}  // namespace
}  // namespace rudolph
