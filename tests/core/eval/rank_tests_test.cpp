#include "core/eval/rank_tests.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/base/random.h"

namespace rudolph {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::vector<double> normals(int count, double mean, std::uint64_t seed) {
    Random random(seed);
    std::vector<double> values;
    for (int i = 0; i < count; ++i)
        values.push_back(mean + random.normal());
    return values;
}

TEST(RankSum, IsThatOfAWorkedExample) {
    // U = 21 of 25: z = (21 − 12.5 − 0.5) / √(25 · 11 / 12).
    EXPECT_NEAR(rank_sum_p({3, 5, 7, 8, 9}, {1, 2, 4, 4.5, 6}),
                0.5 * std::erfc(8 / 4.7871 / M_SQRT2), 1e-4);
}

TEST(RankSum, FindsWhatIsLargerAndOnlyThat) {
    const auto low = normals(60, 0, 1);
    const auto high = normals(40, 1.5, 2);
    EXPECT_LT(rank_sum_p(high, low), 1e-6);
    EXPECT_GT(rank_sum_p(low, high), 0.999);
}

TEST(RankSum, CallsOneInTwentyAlikeSetsDifferentAtThatLevel) {
    int found = 0;
    for (std::uint64_t seed = 0; seed < 1000; ++seed)
        found += rank_sum_p(normals(12, 0, 2 * seed), normals(30, 0, 2 * seed + 1)) < 0.05 ? 1 : 0;
    EXPECT_NEAR(found, 50, 25);
}

TEST(RankSum, LeavesOutWhatIsNoNumberAndRanksInfinityHighest) {
    EXPECT_EQ(rank_sum_p({1, 2, kNaN}, {0, 1.5}), rank_sum_p({1, 2}, {0, 1.5}));
    EXPECT_EQ(rank_sum_p({INFINITY, 2}, {0, 1}), rank_sum_p({99, 2}, {0, 1}));
    EXPECT_EQ(rank_sum_p({kNaN}, {1, 2}), 1);
    EXPECT_EQ(rank_sum_p({}, {}), 1);
    EXPECT_EQ(rank_sum_p({3, 3, 3}, {3, 3}), 1);
}

TEST(SignedRank, FindsDifferencesAboveZeroAndOnlyThose) {
    std::vector<double> differences = normals(30, 1, 3);
    EXPECT_LT(signed_rank_p(differences), 1e-4);
    for (double& difference : differences)
        difference = -difference;
    EXPECT_GT(signed_rank_p(differences), 0.999);
    EXPECT_EQ(signed_rank_p({0, 0, kNaN}), 1);
    EXPECT_EQ(signed_rank_p({}), 1);
}

}  // namespace
}  // namespace rudolph
