#include "core/experiment/successive_halving.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <set>

#include "core/base/error.h"
#include "core/base/nan.h"
#include "core/base/random.h"

namespace rudolph {
namespace {

/// Trains nothing: each trial's error after an epoch is a function.
struct HalvingTest : testing::Test {
    using Curve = std::function<double(int trial, int epoch)>;

    /// Falls towards a floor that rises with the trial's number, or with its place in `floors`.
    double error(int trial, int epoch) const {
        return (floors.empty() ? trial : floors[static_cast<size_t>(trial)]) + 1.0 + 1.0 / epoch;
    }

    /// Carries a step out.
    void work(const HalvingStep& step) {
        HalvingTrial& trial = trials[static_cast<size_t>(step.trial)];
        ASSERT_LT(trial.errors.size(), static_cast<size_t>(step.until));
        while (trial.errors.size() < static_cast<size_t>(step.until)) {
            trial.errors.push_back(error(step.trial, static_cast<int>(trial.errors.size()) + 1));
            trial.seconds += seconds_an_epoch;
        }
        trial.finished = step.until == plan.epochs;
        steps.push_back(step);
    }
    void run() {
        while (const auto step = next_halving_step(plan, trials)) {
            work(*step);
            ASSERT_LT(steps.size(), 1000U);
        }
    }
    size_t epochs_of(int trial) const { return trials[static_cast<size_t>(trial)].errors.size(); }

    HalvingPlan plan{.first = 1, .factor = 3, .epochs = 9};
    std::vector<HalvingTrial> trials{9};
    std::vector<double> floors;
    double seconds_an_epoch = 1;
    std::vector<HalvingStep> steps;
};

TEST_F(HalvingTest, RungsAreMultipliedAndEndWithTheWholeTraining) {
    EXPECT_EQ(halving_rungs(plan), (std::vector{1, 3, 9}));
    EXPECT_EQ(halving_rungs({.first = 5, .factor = 3, .epochs = 60}), (std::vector{5, 15, 45, 60}));
    EXPECT_EQ(halving_rungs({.first = 59, .factor = 2, .epochs = 60}), (std::vector{59, 60}));
}

TEST_F(HalvingTest, StopsPoorOnesAtTheFirstRungAndTrainsTheBestToItsEnd) {
    run();
    // In the order in which they were drawn the best comes first: it goes on as soon as there are
    // three, and so on.
    EXPECT_EQ(steps[3], (HalvingStep{0, 3}));
    EXPECT_EQ(epochs_of(0), 9U);
    EXPECT_EQ(epochs_of(1), 3U);
    EXPECT_EQ(epochs_of(2), 3U);
    for (const int poor : {3, 4, 5, 6, 7, 8})
        EXPECT_EQ(epochs_of(poor), 1U) << poor;
    EXPECT_EQ(halving_epochs_done(trials), 9 + 3 + 3 + 6);
    EXPECT_EQ(best_halving_trial(plan, trials), 0);
    const HalvingStanding poor = halving_standing(plan, trials, 5);
    EXPECT_EQ(poor, (HalvingStanding{1, 5, 8, false}));
}

TEST_F(HalvingTest, GoesOnAsynchronouslyWithWhatIsAmongTheBestSoFar) {
    floors = {8, 7, 6, 5, 4, 3, 2, 1, 0};
    run();
    EXPECT_EQ(best_halving_trial(plan, trials), 8);
    EXPECT_EQ(epochs_of(8), 9U);
    // What was good among the first went on before better ones were known.
    EXPECT_EQ(steps[3], (HalvingStep{2, 3}));
}

TEST_F(HalvingTest, FewerThanTheFactorStillGiveAWinner) {
    trials.resize(2);
    run();
    EXPECT_EQ(epochs_of(0), 9U);
    EXPECT_EQ(epochs_of(1), 1U);
}

TEST_F(HalvingTest, OfEqualOnesTheEarlierGoesOn) {
    floors.assign(9, 1.0);
    run();
    EXPECT_EQ(epochs_of(0), 9U);
    EXPECT_EQ(epochs_of(8), 1U);
}

TEST_F(HalvingTest, NeverCostsMoreThanItsEpochsAndKeepsEnoughForAWinner) {
    Random random(7);
    for (int draw = 0; draw < 200; ++draw) {
        plan = {.first = 1 + random.below(4), .factor = 2 + random.below(3), .epochs = 0};
        plan.epochs = plan.first + 1 + random.below(40);
        plan.most_epochs = plan.first + random.below(100);
        trials.assign(size_t{1} + static_cast<size_t>(random.below(20)), {});
        floors.clear();
        for (size_t i = 0; i < trials.size(); ++i)
            floors.push_back(random.uniform());
        steps.clear();
        run();
        EXPECT_LE(halving_epochs_done(trials), plan.most_epochs);
        if (plan.most_epochs >= plan.epochs) {
            const auto best = best_halving_trial(plan, trials);
            ASSERT_TRUE(best);
            EXPECT_TRUE(trials[static_cast<size_t>(*best)].finished) << draw;
        } else {
            EXPECT_FALSE(steps.empty());
        }
    }
}

TEST_F(HalvingTest, SaysWhatTheBudgetHasStopped) {
    plan.most_epochs = 9;
    floors = {8, 7, 6, 5, 4, 3, 2, 1, 0};
    run();
    EXPECT_EQ(halving_epochs_done(trials), 9);
    EXPECT_EQ(epochs_of(0), 9U);
    trials = std::vector<HalvingTrial>(3);
    plan.most_epochs = 3;
    run();
    EXPECT_TRUE(halving_standing(plan, trials, 2).may_go_on);
    EXPECT_FALSE(halving_standing(plan, trials, 1).may_go_on);
}

TEST_F(HalvingTest, BeginsNothingThatWouldTakeTooLong) {
    plan.most_seconds = 35;
    seconds_an_epoch = 2;
    run();
    double seconds = 0;
    for (const HalvingTrial& trial : trials)
        seconds += trial.seconds;
    EXPECT_LE(seconds, 35);
    EXPECT_TRUE(trials[0].finished);
    // With no time left at all nothing begins, however little is known of the speed.
    trials.assign(2, {});
    trials[0].seconds = 35;
    EXPECT_FALSE(next_halving_step(plan, trials));
}

TEST_F(HalvingTest, FailedOnesArePoorOnesAndNeverGoOn) {
    trials.resize(6);
    for (const size_t i : {0U, 1U, 2U}) {
        trials[i].failed = true;
        trials[i].errors = {kNaN};
    }
    run();
    EXPECT_EQ(best_halving_trial(plan, trials), 3);
    EXPECT_EQ(epochs_of(0), 1U);
    // Six came to the first rung, so two go on.
    EXPECT_EQ(epochs_of(4), 3U);
    EXPECT_EQ(epochs_of(5), 1U);
    EXPECT_EQ(halving_standing(plan, trials, 4).compared, 1);
    for (HalvingTrial& trial : trials)
        trial.failed = true;
    EXPECT_FALSE(next_halving_step(plan, trials));
    EXPECT_FALSE(best_halving_trial(plan, trials));
}

TEST_F(HalvingTest, AWinnerThatFailsLeavesItsPlaceToTheNext) {
    trials.resize(3);
    for (int i = 0; i < 3; ++i)
        work({i, 1});
    ASSERT_EQ(next_halving_step(plan, trials), (HalvingStep{0, 3}));
    trials[0].errors.resize(2, 1.1);
    trials[0].failed = true;
    run();
    EXPECT_EQ(best_halving_trial(plan, trials), 1);
    EXPECT_EQ(epochs_of(1), 9U);
}

TEST_F(HalvingTest, NoNumberIsWorseThanAny) {
    trials.resize(3);
    trials[0].errors = {kNaN};
    EXPECT_EQ(next_halving_step(plan, trials), (HalvingStep{1, 1}));
    run();
    EXPECT_EQ(epochs_of(0), 1U);
    EXPECT_EQ(best_halving_trial(plan, trials), 1);
}

TEST_F(HalvingTest, GoesOnFirstWithWhatWasBrokenOffAndThenAsIfNothingHadHappened) {
    run();
    const std::vector<HalvingStep> whole = steps;
    for (size_t broken = 0; broken < whole.size(); ++broken) {
        trials.assign(9, {});
        steps.clear();
        for (size_t i = 0; i < broken; ++i)
            work(whole[i]);
        // One epoch of the next step, where it has more.
        HalvingTrial& trial = trials[static_cast<size_t>(whole[broken].trial)];
        if (trial.errors.size() + 1 < static_cast<size_t>(whole[broken].until))
            trial.errors.push_back(
                error(whole[broken].trial, static_cast<int>(trial.errors.size()) + 1));
        run();
        EXPECT_EQ(steps, whole) << broken;
    }
}

TEST_F(HalvingTest, WhatEndsByItselfNeedsNoMoreAndCounts) {
    trials.resize(3);
    trials[1].errors = {0.5, 0.6};
    trials[1].finished = true;
    run();
    EXPECT_EQ(best_halving_trial(plan, trials), 1);
    EXPECT_EQ(epochs_of(1), 2U);
}

TEST_F(HalvingTest, ProposesABudgetThatSufficesForAllAndCostsMuchLessThanAll) {
    EXPECT_EQ(usual_halving_epochs(plan, 1), 9);
    // Each at least once, one to its end.
    EXPECT_GE(usual_halving_epochs(plan, 9), 9 + 8);
    EXPECT_LE(usual_halving_epochs(plan, 9), 9 * 9 / 2);
    EXPECT_EQ(usual_halving_epochs(plan, 600), 10 * usual_halving_epochs(plan, 60));
    plan.most_epochs = 1;
    EXPECT_EQ(usual_halving_epochs(plan, 1), 9);
}

TEST_F(HalvingTest, NamesPlansThatMakeNoSense) {
    EXPECT_NO_THROW(require_valid(plan));
    for (const HalvingPlan& wrong : std::vector<HalvingPlan>{{.first = 0},
                                                             {.first = 60},
                                                             {.factor = 1},
                                                             {.factor = 11},
                                                             {.most_epochs = -1},
                                                             {.most_epochs = 4},
                                                             {.most_seconds = -1}})
        EXPECT_THROW(require_valid(wrong), Error);
}

}  // namespace
}  // namespace rudolph
