#include "core/base/staged_files.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using test::TempDir;

size_t entries(const fs::path& folder) {
    return static_cast<size_t>(std::distance(fs::recursive_directory_iterator(folder),
                                             fs::recursive_directory_iterator()));
}

TEST(StagedFiles, NothingIsThereBeforeTheCommitAndEverythingAfter) {
    const TempDir dir;
    write_file(dir / "old", "old");
    write_file(dir / "gone", "gone");
    write_file(dir / "source", "picture");
    StagedFiles staged;
    staged.write(dir / "old", "new");
    staged.write(dir / "ü/deep/file", "new too");
    staged.copy(dir / "source", dir / "ü/copy");
    staged.link(dir / "source", dir / "ü/link");
    staged.remove(dir / "gone");
    EXPECT_EQ(read_file(dir / "old"), "old");
    EXPECT_TRUE(fs::exists(dir / "gone"));
    EXPECT_FALSE(fs::exists(dir / "ü/deep/file"));
    staged.commit();
    EXPECT_EQ(read_file(dir / "old"), "new");
    EXPECT_EQ(read_file(dir / "ü/deep/file"), "new too");
    EXPECT_EQ(read_file(dir / "ü/copy"), "picture");
    EXPECT_EQ(fs::read_symlink(dir / "ü/link"), dir / "source");
    EXPECT_FALSE(fs::exists(dir / "gone"));
}

TEST(StagedFiles, LeavesNoTraceWithoutACommit) {
    const TempDir dir;
    write_file(dir / "old", "old");
    {
        StagedFiles staged;
        staged.write(dir / "old", "new");
        staged.write(dir / "a/b/c", "new");
        staged.remove(dir / "old");
        EXPECT_GT(entries(dir.path()), 1U);
    }
    EXPECT_EQ(entries(dir.path()), 1U);
    EXPECT_EQ(read_file(dir / "old"), "old");
}

TEST(StagedFiles, LeavesNoTraceAfterACommitButTheFiles) {
    const TempDir dir;
    write_file(dir / "old", "old");
    {
        StagedFiles staged;
        for (int i = 0; i < 50; ++i)  // enough for one flush of everything
            staged.write(dir / std::to_string(i), "new");
        staged.write(dir / "old", "new");
        staged.commit();
    }
    EXPECT_EQ(entries(dir.path()), 51U);
}

TEST(StagedFiles, PutsEverythingBackWhenOneFileCannotBeReplaced) {
    const TempDir dir;
    write_file(dir / "a", "old a");
    write_file(dir / "c", "old c");
    write_file(dir / "gone", "still here");
    {
        StagedFiles staged;
        staged.write(dir / "a", "new a");
        staged.write(dir / "b", "new b");
        staged.remove(dir / "gone");
        staged.write(dir / "c", "new c");
        staged.write(dir / "d", "new d");
        // Someone makes a folder of this name in the last moment.
        fs::remove(dir / "c");
        write_file(dir / "c/file", "theirs");
        EXPECT_THROW(staged.commit(), Error);
    }
    EXPECT_EQ(read_file(dir / "a"), "old a");
    EXPECT_EQ(read_file(dir / "gone"), "still here");
    EXPECT_EQ(read_file(dir / "c/file"), "theirs");
    EXPECT_EQ(entries(dir.path()), 4U);
}

TEST(StagedFiles, FollowsALinkToTheFileItself) {
    const TempDir dir;
    write_file(dir / "real/list", "old");
    fs::create_symlink("real/list", dir / "link");
    StagedFiles staged;
    staged.write(dir / "link", "new");
    staged.commit();
    EXPECT_TRUE(fs::is_symlink(dir / "link"));
    EXPECT_EQ(read_file(dir / "real/list"), "new");
}

TEST(StagedFiles, KeepsTheAccessThatAFileHad) {
    const TempDir dir;
    write_file(dir / "list", "old");
    fs::permissions(dir / "list", fs::perms::owner_read | fs::perms::owner_write);
    StagedFiles staged;
    staged.write(dir / "list", "new");
    staged.write(dir / "other", "new");
    staged.commit();
    EXPECT_EQ(fs::status(dir / "list").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_NE(fs::status(dir / "other").permissions() & fs::perms::group_read, fs::perms::none);
}

TEST(StagedFiles, TakesTheLongestNames) {
    const TempDir dir;
    const std::string name(255, 'x');
    StagedFiles staged;
    staged.write(dir / name, "new");
    staged.commit();
    EXPECT_EQ(read_file(dir / name), "new");
    StagedFiles longer;
    longer.write(dir / (name + "x"), "new");
    EXPECT_THROW(longer.commit(), Error);
}

TEST(StagedFiles, SaysWhatIsInTheWay) {
    const TempDir dir;
    fs::create_directory(dir / "folder");
    write_file(dir / "file", "");
    StagedFiles staged;
    EXPECT_THROW(staged.write(dir / "folder", "new"), Error);
    EXPECT_THROW(staged.write(dir / "file/below", "new"), Error);
    EXPECT_THROW(staged.copy(dir / "missing", dir / "copy"), Error);
}

TEST(StagedFiles, DoesNotWriteOverAReadOnlyFileOrIntoAReadOnlyFolder) {
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may write anywhere, nothing was tested";
    const TempDir dir;
    write_file(dir / "list", "old");
    fs::permissions(dir / "list", fs::perms::owner_read);
    StagedFiles staged;
    EXPECT_THROW(staged.write(dir / "list", "new"), Error);
    fs::create_directory(dir / "folder");
    fs::permissions(dir / "folder", fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_THROW(staged.write(dir / "folder/list", "new"), Error);
    fs::permissions(dir / "folder", fs::perms::owner_all);
}

}  // namespace
}  // namespace rudolph
