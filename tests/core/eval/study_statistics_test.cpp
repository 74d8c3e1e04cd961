#include "core/eval/study_statistics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "core/base/random.h"

namespace rudolph {
namespace {

using testing::AllOf;
using testing::Ge;
using testing::Le;

/// Normal numbers by Box and Muller, so that the tests draw the same everywhere.
class Normal {
public:
    explicit Normal(std::uint64_t seed) : random_(seed) {}
    double operator()() {
        return std::sqrt(-2 * std::log(1 - random_.uniform())) *
               std::cos(2 * std::acos(-1.0) * random_.uniform());
    }

private:
    Random random_;
};

/// Runs of two studies whose means lie so far apart, with persons and seeds that differ so much in
/// how they take the change.
struct Chance {
    int persons = 40;
    int runs = 5;
    double by_person = 0.2;
    double by_seed = 0.3;
    bool paired = true;
    double truth = 0.3;
};

struct DrawnStudies {
    RunErrors first;
    RunErrors second;
    std::vector<int> persons;
};

DrawnStudies draw(const Chance& chance, Normal& normal) {
    DrawnStudies studies;
    std::vector<double> level;
    std::vector<double> change;
    for (int person = 0; person < chance.persons; ++person) {
        // Of some persons there are more pictures.
        studies.persons.insert(studies.persons.end(), static_cast<size_t>(3 + person % 4), person);
        level.push_back(normal());
        change.push_back(chance.by_person * normal());
    }
    for (int run = 0; run < chance.runs; ++run) {
        const double common = normal();
        const double first = chance.by_seed * normal();
        const double second = chance.by_seed * normal();
        const double apart = chance.paired ? common : normal();
        studies.first.emplace_back();
        studies.second.emplace_back();
        for (const int person : studies.persons) {
            const auto at = static_cast<size_t>(person);
            studies.first.back().push_back(4 + level[at] + common * chance.by_seed + first +
                                           0.5 * normal());
            studies.second.back().push_back(4 + chance.truth + level[at] + change[at] +
                                            apart * chance.by_seed + second + 0.5 * normal());
        }
    }
    return studies;
}

TEST(RunSpread, IsTheMeanAndItsIntervalByStudentsT) {
    const RunSpread spread = spread_of({4.0, 4.5, 5.0, 4.2, 4.8});
    EXPECT_EQ(spread.runs, 5);
    EXPECT_NEAR(spread.mean, 4.5, 1e-12);
    EXPECT_NEAR(spread.deviation, 0.41231, 1e-5);
    // t of 4 degrees of freedom at 0.975 is 2.7764.
    EXPECT_NEAR(spread.high - spread.mean, 2.7764 * 0.41231 / std::sqrt(5), 1e-4);
    EXPECT_NEAR(spread.mean - spread.low, spread.high - spread.mean, 1e-12);
}

TEST(RunSpread, SaysNothingOfChanceWithOneRun) {
    const RunSpread one = spread_of({4.0});
    EXPECT_EQ(one.mean, 4.0);
    EXPECT_TRUE(std::isnan(one.deviation));
    EXPECT_TRUE(std::isnan(one.low));
    EXPECT_TRUE(std::isnan(mean_over_persons({0.03, 0.05}, {0, 1}).low));
    EXPECT_EQ(spread_of({}).runs, 0);
    EXPECT_TRUE(std::isnan(spread_of({}).mean));
}

TEST(RunSpread, OfFoldsIsWiderAsTheirTrainingSetsOverlap) {
    const std::vector<double> figures = {4.0, 4.5, 5.0, 4.2, 4.8};
    const RunSpread seeds = spread_of(figures);
    const RunSpread folds = spread_of_folds(figures);
    EXPECT_EQ(folds.deviation, seeds.deviation);
    EXPECT_NEAR((folds.high - folds.mean) / (seeds.high - seeds.mean),
                std::sqrt((1.0 / 5 + 1.0 / 4) / (1.0 / 5)), 1e-9);
}

/// The intervals are right: of a hundred studies about 95 hold the truth.
TEST(StudyDifferences, HoldTheTruthInAbout95OfAHundredCases) {
    constexpr int kTrials = 600;
    for (const bool paired : {true, false})
        for (const int persons : {10, 40})
            for (const int runs : {3, 5})
                for (const double by_seed : {0.0, 0.3, 1.0}) {
                    Normal normal(17);
                    int held = 0;
                    for (int i = 0; i < kTrials; ++i) {
                        const Chance chance{persons, runs, 0.4, by_seed, paired};
                        const DrawnStudies studies = draw(chance, normal);
                        const StudyDifference difference = study_difference(
                            studies.first, studies.second, studies.persons, paired);
                        held += difference.low <= chance.truth && chance.truth <= difference.high;
                    }
                    EXPECT_THAT(100.0 * held / kTrials, AllOf(Ge(93), Le(99)))
                        << paired << ' ' << persons << ' ' << runs << ' ' << by_seed;
                }
}

TEST(StudyDifferences, AreTheMeanOverAllFaces) {
    Normal normal(3);
    const DrawnStudies studies = draw({}, normal);
    double sum = 0;
    for (size_t run = 0; run < studies.first.size(); ++run)
        for (size_t face = 0; face < studies.persons.size(); ++face)
            sum += studies.second[run][face] - studies.first[run][face];
    for (const bool paired : {true, false})
        EXPECT_NEAR(study_difference(studies.first, studies.second, studies.persons, paired).mean,
                    sum / static_cast<double>(studies.first.size() * studies.persons.size()),
                    1e-12);
}

TEST(StudyDifferences, OfTheSameFiguresAreNone) {
    Normal normal(4);
    const DrawnStudies studies = draw({}, normal);
    const StudyDifference none =
        study_difference(studies.first, studies.first, studies.persons, true);
    EXPECT_EQ(none.mean, 0);
    EXPECT_EQ(none.low, 0);
    EXPECT_EQ(none.high, 0);
    EXPECT_FALSE(none.is_certain());
}

TEST(StudyDifferences, SayHowManyRunsWouldTell) {
    // Apart by 0.2 with a deviation of 0.6 from run to run.
    const std::vector<double> apart = {0.9, -0.5, 0.6, -0.4, 0.4};
    const std::vector<int> persons = {0, 1, 2, 3};
    const auto of_runs = [&](size_t runs) {
        const RunErrors first(runs, std::vector<double>(persons.size(), 4.0));
        RunErrors second = first;
        for (size_t run = 0; run < runs; ++run)
            for (double& error : second[run])
                error += apart[run % apart.size()];
        return study_difference(first, second, persons, true);
    };
    const StudyDifference few = of_runs(5);
    EXPECT_NEAR(few.mean, 0.2, 1e-12);
    EXPECT_FALSE(few.is_certain());
    // 0.2 is more than t · 0.62 / √40.
    EXPECT_EQ(few.runs_needed, 40);
    EXPECT_FALSE(of_runs(25).is_certain());
    EXPECT_TRUE(of_runs(45).is_certain());
    EXPECT_LE(of_runs(45).runs_needed, 45);
}

TEST(StudyDifferences, SayWhereNoNumberOfRunsWouldTellAsPersonsDiffer) {
    RunErrors first(4, std::vector<double>(6, 4.0));
    RunErrors second = first;
    const std::vector<int> persons = {0, 1, 2, 3, 4, 5};
    for (std::vector<double>& run : second)
        for (size_t face = 0; face < run.size(); ++face)
            run[face] += face % 2 == 0 ? 1.0 : -0.9;
    const StudyDifference difference = study_difference(first, second, persons, true);
    EXPECT_NEAR(difference.mean, 0.05, 1e-12);
    EXPECT_FALSE(difference.is_certain());
    EXPECT_EQ(difference.runs_needed, 0);
}

TEST(StudyDifferences, OfOneRunEachAreForOtherPersonsAlone) {
    Normal normal(6);
    const DrawnStudies studies = draw({.runs = 1}, normal);
    const StudyDifference difference =
        study_difference(studies.first, studies.second, studies.persons, false);
    EXPECT_FALSE(difference.knows_seeds);
    EXPECT_TRUE(std::isfinite(difference.low));
    EXPECT_EQ(difference.runs_needed, -1);
}

TEST(StudyDifferences, OfOnePersonOrNoFaceHaveNoInterval) {
    const StudyDifference one =
        study_difference({{1, 2}, {2, 3}, {3, 4}}, {{1, 1}, {1, 1}, {1, 1}}, {0, 0}, true);
    EXPECT_NEAR(one.mean, -1.5, 1e-12);
    EXPECT_TRUE(std::isnan(one.low));
    EXPECT_FALSE(one.is_certain());
    const StudyDifference none = study_difference({}, {}, {}, false);
    EXPECT_TRUE(std::isnan(none.mean));
    EXPECT_EQ(none.persons, 0);
}

TEST(MeanOverPersons, OfSingleFacesIsStudentsT) {
    const std::vector<double> errors = {0.03, 0.05, 0.04, 0.08};
    const RunSpread faces = spread_of(errors);
    const MeanOverPersons mean = mean_over_persons(errors, {4, 3, 2, 1});
    EXPECT_EQ(mean.faces, 4);
    EXPECT_EQ(mean.persons, 4);
    EXPECT_NEAR(mean.mean, faces.mean, 1e-12);
    EXPECT_NEAR(mean.low, faces.low, 1e-12);
    EXPECT_NEAR(mean.high, faces.high, 1e-12);
}

TEST(MeanOverPersons, IsNoMoreCertainBecauseAPersonHasTheSameFaceTwice) {
    const std::vector<double> once = {0.03, 0.05, 0.04};
    const MeanOverPersons twice =
        mean_over_persons({0.03, 0.03, 0.05, 0.05, 0.04, 0.04}, {0, 0, 1, 1, 2, 2});
    const MeanOverPersons single = mean_over_persons(once, {0, 1, 2});
    EXPECT_NEAR(twice.low, single.low, 1e-12);
    EXPECT_NEAR(twice.high, single.high, 1e-12);
    EXPECT_EQ(twice.faces, 6);
}

TEST(MeanOverPersons, SaysNothingOfOthersWithOnePersonAndLeavesOutNoNumbers) {
    const MeanOverPersons one = mean_over_persons({0.03, std::nan(""), 0.05}, {0, 1, 0});
    EXPECT_DOUBLE_EQ(one.mean, 0.04);
    EXPECT_EQ(one.faces, 2);
    EXPECT_EQ(one.persons, 1);
    EXPECT_TRUE(std::isnan(one.low));
    EXPECT_TRUE(std::isnan(mean_over_persons({}, {}).mean));
}

}  // namespace
}  // namespace rudolph
