#include "core/geometry/box.h"

#include <gtest/gtest.h>

namespace rudolph {
namespace {

TEST(Box, KnowsItsEdgesAndCentre) {
    const Box box{10, 20, 30, 40};
    EXPECT_EQ(box.right(), 40);
    EXPECT_EQ(box.bottom(), 60);
    EXPECT_EQ(box.centre(), Point(25, 40));
    EXPECT_FALSE(box.empty());
}

TEST(Box, WithoutAreaIsEmpty) {
    EXPECT_TRUE(Box{}.empty());
    EXPECT_TRUE((Box{0, 0, -1, 5}).empty());
    EXPECT_TRUE((Box{0, 0, 5, 0}).empty());
}

TEST(Box, SquaredKeepsTheCentreAndTakesTheLongerSide) {
    const Box square = squared({10, 20, 30, 40}, 1.5);
    EXPECT_EQ(square.centre(), Point(25, 40));
    EXPECT_EQ(square.width, 60);
    EXPECT_EQ(square.height, 60);
}

}  // namespace
}  // namespace rudolph
