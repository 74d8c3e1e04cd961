#include "core/geometry/box_overlap.h"

#include <gtest/gtest.h>

namespace rudolph {
namespace {

TEST(BoxOverlap, IsTheSharedPartOfTheUnion) {
    const Box box{10, 20, 40, 20};
    EXPECT_DOUBLE_EQ(intersection_over_union(box, box), 1);
    EXPECT_DOUBLE_EQ(common_area(box, {30, 20, 40, 20}), 400);
    EXPECT_DOUBLE_EQ(intersection_over_union(box, {30, 20, 40, 20}), 400.0 / 1200);
    EXPECT_DOUBLE_EQ(intersection_over_union(box, {20, 25, 10, 10}), 100.0 / 800);
}

TEST(BoxOverlap, IsNothingForBoxesThatDoNotMeet) {
    const Box box{10, 20, 40, 20};
    EXPECT_EQ(intersection_over_union(box, {50, 20, 40, 20}), 0);
    EXPECT_EQ(common_area(box, {0, 50, 100, 10}), 0);
    // Two negative sides are no area.
    EXPECT_EQ(common_area(box, {200, 200, 10, 10}), 0);
    EXPECT_EQ(intersection_over_union(Box(), Box()), 0);
}

}  // namespace
}  // namespace rudolph
