#include "core/runs/run_folder.h"

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

TEST(RunFolders, HaveAShortNameWithoutTheirTime) {
    const test::TempDir dir;
    for (int i = 0; i < 2; ++i)
        EXPECT_EQ(short_run_name(make_run_folder(dir.path(), "nose tip").filename().string()),
                  "nose-tip");
}

TEST(RunFolders, KeepTheNameThatAPersonGaveThem) {
    EXPECT_EQ(short_run_name("the best one"), "the best one");
    EXPECT_EQ(short_run_name("before 20240531-182042"), "before 20240531-182042");
    EXPECT_EQ(short_run_name("nose-20240531"), "nose-20240531");
    EXPECT_EQ(short_run_name("-20240531-182042"), "-20240531-182042");
    EXPECT_EQ(short_run_name(""), "");
}

}  // namespace
}  // namespace rudolph
