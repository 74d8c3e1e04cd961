#include "core/base/growing_file.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "tests/support/files_in.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

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
    GrowingFile file(dir / "taken");
    std::filesystem::create_directory(dir / "taken");
    EXPECT_THROW(file.commit(), Error);
}

}  // namespace
}  // namespace rudolph
