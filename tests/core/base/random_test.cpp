#include "core/base/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace rudolph {
namespace {

// Worked out by a second implementation, in Python.
TEST(Random, GivesTheSameNumbersOnEveryMachine) {
    Random plain(1);
    EXPECT_EQ(plain.next(), 0xe28195ddd9ee4956U);
    EXPECT_EQ(plain.next(), 0x6735fa339a2f4459U);
    EXPECT_EQ(plain.next(), 0xd69887a7933b8aadU);
    Random keyed(1, 2, 3);
    EXPECT_EQ(keyed.next(), 0x214d4c07ecfeaac5U);
    EXPECT_EQ(keyed.next(), 0x6ff419cb83dfe1e6U);
}

TEST(Random, KeysThatLookAlikeGiveDifferentSequences) {
    std::set<std::uint64_t> first_numbers;
    for (std::uint64_t seed = 0; seed < 10; ++seed)
        for (std::uint64_t epoch = 0; epoch < 10; ++epoch)
            for (std::uint64_t index = 0; index < 10; ++index)
                first_numbers.insert(Random(seed, epoch, index).next());
    EXPECT_EQ(first_numbers.size(), 1000U);
}

TEST(Random, UniformStaysInItsHalfOpenRangeAndFillsIt) {
    Random random(7);
    double lowest = 1;
    double highest = 0;
    double sum = 0;
    for (int i = 0; i < 10000; ++i) {
        const double value = random.uniform();
        lowest = std::min(lowest, value);
        highest = std::max(highest, value);
        sum += value;
    }
    EXPECT_GE(lowest, 0.0);
    EXPECT_LT(lowest, 0.01);
    EXPECT_LT(highest, 1.0);
    EXPECT_GT(highest, 0.99);
    EXPECT_NEAR(sum / 10000, 0.5, 0.02);
    for (int i = 0; i < 100; ++i) {
        const double value = random.uniform(-3, -2);
        EXPECT_GE(value, -3);
        EXPECT_LT(value, -2);
    }
}

TEST(Random, BelowGivesEveryNumberAboutAsOften) {
    Random random(3);
    std::array<int, 6> seen{};
    for (int i = 0; i < 6000; ++i)
        ++seen.at(static_cast<size_t>(random.below(6)));
    for (const int times : seen)
        EXPECT_NEAR(times, 1000, 150);
    EXPECT_EQ(random.below(1), 0);
}

TEST(Random, NormalHasMeanZeroAndUnitSpread) {
    Random random(5);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 20000; ++i) {
        const double value = random.normal();
        sum += value;
        squares += value * value;
    }
    EXPECT_NEAR(sum / 20000, 0.0, 0.03);
    EXPECT_NEAR(squares / 20000, 1.0, 0.05);
}

TEST(Random, ShuffleKeepsTheItemsAndFollowsTheSeed) {
    const std::vector<int> sorted = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    std::vector<int> once = sorted;
    std::vector<int> again = sorted;
    std::vector<int> other = sorted;
    Random a(1);
    Random b(1);
    Random c(2);
    shuffle(once, a);
    shuffle(again, b);
    shuffle(other, c);
    EXPECT_EQ(once, again);
    EXPECT_NE(once, other);
    EXPECT_NE(once, sorted);
    std::sort(once.begin(), once.end());
    EXPECT_EQ(once, sorted);
}

TEST(Random, ShufflesNothingAndOneItem) {
    Random random(1);
    std::vector<int> none;
    shuffle(none, random);
    std::vector<int> one = {4};
    shuffle(one, random);
    EXPECT_EQ(one, std::vector<int>{4});
}

}  // namespace
}  // namespace rudolph
