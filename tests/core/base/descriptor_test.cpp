#include "core/base/descriptor.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include "core/base/file.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

TEST(Descriptor, WritesOneAfterTheOtherAndAtAPlace) {
    const test::TempDir dir;
    const Descriptor file = Descriptor::open(dir / "a", O_RDWR | O_CREAT);
    ASSERT_TRUE(file.is_open());
    EXPECT_TRUE(file.write("one "));
    EXPECT_TRUE(file.write(""));
    EXPECT_TRUE(file.write("two"));
    EXPECT_TRUE(file.write_at(1, "NE"));
    EXPECT_TRUE(file.flush());
    EXPECT_EQ(read_file(dir / "a"), "oNE two");
}

TEST(Descriptor, MovesWithoutClosingTwice) {
    const test::TempDir dir;
    Descriptor first = Descriptor::open(dir / "a", O_WRONLY | O_CREAT);
    const int number = first.get();
    Descriptor second = std::move(first);
    EXPECT_EQ(second.get(), number);
    first = std::move(second);
    EXPECT_TRUE(first.write("whole"));
    first.close();
    first.close();
    EXPECT_FALSE(first.is_open());
    EXPECT_EQ(read_file(dir / "a"), "whole");
}

TEST(Descriptor, SaysWhyNothingCanBeWritten) {
    const test::TempDir dir;
    EXPECT_FALSE(Descriptor::open(dir / "gone/a", O_WRONLY | O_CREAT).is_open());
    const Descriptor full = Descriptor::open("/dev/full", O_WRONLY);
    ASSERT_TRUE(full.is_open());
    EXPECT_FALSE(full.write("x"));
    EXPECT_STREQ(cannot_be_written(dir / "a").message().c_str(),
                 "cannot be written: No space left on device");
}

}  // namespace
}  // namespace rudolph
