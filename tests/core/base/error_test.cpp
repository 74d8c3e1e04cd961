#include "core/base/error.h"

#include <gtest/gtest.h>

namespace rudolph {
namespace {

TEST(Error, SaysWhereWhatAndWhatToDoInOneLine) {
    const Error error("a row should be two numbers", {"/data/a.pts", 7}, "copy it again");
    EXPECT_STREQ(error.what(), "/data/a.pts:7: a row should be two numbers (copy it again)");
    EXPECT_EQ(error.message(), "a row should be two numbers");
    EXPECT_EQ(error.place().file, "/data/a.pts");
    EXPECT_EQ(error.place().line, 7);
    EXPECT_EQ(error.advice(), "copy it again");
}

TEST(Error, LeavesOutWhatItDoesNotKnow) {
    EXPECT_STREQ(Error("it broke").what(), "it broke");
    EXPECT_STREQ(Error("it broke", {"a.json"}).what(), "a.json: it broke");
}

TEST(Error, CancelledIsNotAnError) {
    EXPECT_THROW(
        try { throw Cancelled(); } catch (const Error&){}, Cancelled);
}

}  // namespace
}  // namespace rudolph
