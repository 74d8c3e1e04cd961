#include "core/base/spread.h"

#include <gtest/gtest.h>

#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <string>

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

/// IMM's validation faces or all of them: so many persons in six views, where the third is hard.
std::vector<SpreadItem> imm_like(int persons) {
    std::vector<SpreadItem> items;
    for (int person = 1; person <= persons; ++person)
        for (int view = 1; view <= 6; ++view)
            items.push_back({{std::to_string(person), std::to_string(view)},
                             (view == 3 ? 20.0 : 5.0) + person * 0.01});
    return items;
}

/// How often each group of a kind is among the first `count`.
std::map<std::string, int> uses(const std::vector<SpreadItem>& items,
                                const std::vector<size_t>& order, size_t count, size_t kind) {
    std::map<std::string, int> uses;
    for (size_t i = 0; i < count; ++i)
        ++uses[items[order[i]].groups[kind]];
    return uses;
}

TEST(SpreadOrderTest, MeetsPersonsAndViewsOf240FacesEquallyOften) {
    const std::vector<SpreadItem> items = imm_like(40);
    const std::vector<size_t> order = spread_order(items, 48);
    ASSERT_EQ(order.size(), 48U);
    EXPECT_EQ(std::set<size_t>(order.begin(), order.end()).size(), 48U);
    const auto views = uses(items, order, 48, 1);
    EXPECT_EQ(views.size(), 6U);
    for (const auto& [view, count] : views)
        EXPECT_EQ(count, 8) << view;
    // Nobody comes twice before everybody has come once.
    EXPECT_EQ(uses(items, order, 40, 0).size(), 40U);
    // A row of the strip shows all of that, too.
    EXPECT_EQ(uses(items, order, 8, 0).size(), 8U);
    EXPECT_EQ(uses(items, order, 8, 1).size(), 6U);
}

TEST(SpreadOrderTest, ARowOfThe48ValidationFacesShowsEveryPersonAndView) {
    const std::vector<SpreadItem> items = imm_like(8);
    const std::vector<size_t> order = spread_order(items, items.size());
    for (size_t row = 0; row + 8 <= order.size(); row += 8) {
        const std::vector<size_t> shown(order.begin() + static_cast<std::ptrdiff_t>(row),
                                        order.begin() + static_cast<std::ptrdiff_t>(row + 8));
        EXPECT_GE(uses(items, shown, 8, 1).size(), 4U) << row;
        EXPECT_GE(uses(items, shown, 8, 0).size(), 4U) << row;
    }
}

TEST(SpreadOrderTest, TakesSmallLargeAndMiddlingErrors) {
    std::vector<SpreadItem> items;
    for (int i = 0; i < 100; ++i)
        items.push_back({{}, static_cast<double>((i * 37) % 100)});
    items[50].value = std::nan("");
    const std::vector<size_t> order = spread_order(items, 8);
    // What is not known stands beyond the largest.
    std::set<double> chosen;
    for (const size_t place : order)
        chosen.insert(std::isnan(items[place].value) ? 100 : items[place].value);
    EXPECT_EQ(chosen.size(), 8U);
    EXPECT_EQ(*chosen.begin(), 0);
    EXPECT_EQ(*chosen.rbegin(), 100);
    for (auto value = std::next(chosen.begin()); value != chosen.end(); ++value)
        EXPECT_LE(*value - *std::prev(value), 26);
}

TEST(SpreadOrderTest, TakesAllWhereThereAreFewAndNoneOfNone) {
    EXPECT_EQ(spread_order(imm_like(1), 48).size(), 6U);
    EXPECT_TRUE(spread_order({}, 48).empty());
    EXPECT_TRUE(spread_order(imm_like(1), 0).empty());
}

}  // namespace
}  // namespace rudolph
