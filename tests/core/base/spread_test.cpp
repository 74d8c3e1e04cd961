#include "core/base/spread.h"

#include <gtest/gtest.h>

#include <set>

namespace rudolph {
namespace {

TEST(SpreadTest, TakesAllWhereThereAreFew) {
    EXPECT_EQ(spread_places(3, 8), (std::vector<size_t>{0, 1, 2}));
    EXPECT_TRUE(spread_places(0, 8).empty());
    EXPECT_TRUE(spread_places(8, 0).empty());
}

TEST(SpreadTest, TakesPlacesFromEverywhereWithoutTakingOneTwice) {
    for (const size_t count : {49, 100, 240, 999}) {
        const std::vector<size_t> places = spread_places(count, 48);
        ASSERT_EQ(places.size(), 48U);
        for (size_t i = 1; i < places.size(); ++i)
            EXPECT_LT(places[i - 1], places[i]);
        EXPECT_LT(places.front(), count / 24);
        EXPECT_LT(places.back(), count);
        EXPECT_GE(places.back(), count - count / 24);
    }
}

TEST(SpreadTest, MeetsEveryViewOfASetWhereSixViewsRepeat) {
    std::set<size_t> views;
    for (const size_t place : spread_places(48 * 6, 48))
        views.insert(place % 6);
    EXPECT_EQ(views.size(), 6U);
}

}  // namespace
}  // namespace rudolph
