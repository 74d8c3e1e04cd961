#include "core/eval/rank_tests.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/base/nan.h"
#include "core/base/random.h"

namespace rudolph {
namespace {

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

TEST(SignedRank, HeedsTies) {
    // Ranks 2.5 four times and 5.5 twice: 18.5 of them above zero, where chance gives 10.5 with a
    // variance of 22.75 - (60 + 6) / 48.
    EXPECT_NEAR(signed_rank_p({1, 1, -1, 2, 1, 2}), 0.0523787, 1e-6);
}

/// Each person has an error of its own, which all of its faces share, and little else.
std::vector<PersonValue> faces_of_persons(int persons, int faces, std::uint64_t seed) {
    Random random(seed);
    std::vector<PersonValue> values;
    for (int person = 0; person < persons; ++person) {
        const double own = random.normal();
        for (int face = 0; face < faces; ++face)
            values.push_back({own + 0.1 * random.normal(), false, person});
    }
    return values;
}

TEST(RankSumByPerson, IsTheRankSumWhereEachPersonHasOneFace) {
    const std::vector<double> a = {3, 5, 7, 8, 9};
    const std::vector<double> b = {1, 2, 4, 4.5, 6};
    std::vector<PersonValue> values;
    for (const double value : a)
        values.push_back({value, true, static_cast<int>(values.size())});
    for (const double value : b)
        values.push_back({value, false, static_cast<int>(values.size())});
    EXPECT_DOUBLE_EQ(rank_sum_by_person_p(values), rank_sum_p(a, b));
}

TEST(RankSumByPerson, IsNotMisledByManyFacesOfFewPersons) {
    // Half of the persons are "dark", and nothing but chance makes them differ.
    int found = 0;
    int misled = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        auto values = faces_of_persons(20, 8, seed);
        std::vector<double> dark;
        std::vector<double> light;
        for (PersonValue& each : values) {
            each.in_a = each.person < 10;
            (each.in_a ? dark : light).push_back(each.value);
        }
        found += rank_sum_by_person_p(values) < 0.05 ? 1 : 0;
        misled += rank_sum_p(dark, light) < 0.05 ? 1 : 0;
    }
    EXPECT_NEAR(found, 20, 15);
    EXPECT_GT(misled, 80);
}

TEST(RankSumByPerson, ComparesAPersonsFacesWithEachOther) {
    // Every second face of everybody is turned. First that means nothing, then a little more error,
    // far less than by how much persons differ.
    int found = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        auto values = faces_of_persons(10, 6, seed);
        for (size_t i = 0; i < values.size(); ++i)
            values[i].in_a = i % 2 == 0;
        found += rank_sum_by_person_p(values) < 0.05 ? 1 : 0;
        for (PersonValue& each : values)
            each.value += each.in_a ? 0.3 : 0;
        EXPECT_LT(rank_sum_by_person_p(values), 1e-4);
    }
    EXPECT_NEAR(found, 20, 15);
}

TEST(RankSumByPerson, PutsBothKindsOfPersonsTogether) {
    auto values = faces_of_persons(30, 4, 1);
    for (size_t i = 0; i < values.size(); ++i) {
        // Ten persons in both groups, ten in each alone.
        values[i].in_a = values[i].person < 10 ? i % 2 == 0 : values[i].person < 20;
        values[i].value += values[i].in_a ? 3 : 0;
    }
    EXPECT_LT(rank_sum_by_person_p(values), 1e-6);
    for (PersonValue& each : values)
        each.value = -each.value;
    EXPECT_GT(rank_sum_by_person_p(values), 0.999);
    EXPECT_EQ(rank_sum_by_person_p({}), 1);
    EXPECT_EQ(rank_sum_by_person_p({{kNaN, true, 0}, {1, false, 1}}), 1);
}

TEST(SignedRankByPerson, TakesOneValueOfEachPerson) {
    const std::vector<double> differences = {1, 3, 2, kNaN, 5};
    EXPECT_EQ(signed_rank_by_person_p(differences, {0, 0, 1, 1, 2}), signed_rank_p({2, 2, 5}));
    EXPECT_EQ(signed_rank_by_person_p({}, {}), 1);
}

TEST(PersonNumbers, AreOneForEachPersonAndForEachFaceOfNobody) {
    EXPECT_EQ(person_numbers({"b", "", "a", "b", ""}, 5), (std::vector<int>{0, 1, 2, 0, 3}));
    EXPECT_EQ(person_numbers({}, 3), (std::vector<int>{0, 1, 2}));
}

}  // namespace
}  // namespace rudolph
