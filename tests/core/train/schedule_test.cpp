#include "core/train/schedule.h"

#include <gtest/gtest.h>

namespace rudolph {
namespace {

double rate(const ScheduleSpec& schedule, double epochs_done) {
    return scheduled_rate(schedule, 0.1, epochs_done, 20);
}

TEST(Schedule, ConstantStays) {
    const ScheduleSpec constant;
    EXPECT_EQ(rate(constant, 0), 0.1);
    EXPECT_EQ(rate(constant, 20), 0.1);
}

TEST(Schedule, WarmUpRisesInALine) {
    ScheduleSpec schedule;
    schedule.warm_up = 0.1;
    EXPECT_GT(rate(schedule, 0), 0);
    EXPECT_LT(rate(schedule, 0), 0.001);
    EXPECT_NEAR(rate(schedule, 1), 0.05, 1e-12);
    EXPECT_EQ(rate(schedule, 2), 0.1);
}

TEST(Schedule, StepFallsAfterSoManyEpochs) {
    const ScheduleSpec step{ScheduleKind::Step, 0, 8, 0.5};
    EXPECT_EQ(rate(step, 7.99), 0.1);
    EXPECT_NEAR(rate(step, 8), 0.05, 1e-12);
    EXPECT_NEAR(rate(step, 16), 0.025, 1e-12);
}

TEST(Schedule, CosineFallsToNothing) {
    const ScheduleSpec cosine{ScheduleKind::Cosine};
    EXPECT_EQ(rate(cosine, 0), 0.1);
    EXPECT_NEAR(rate(cosine, 10), 0.05, 1e-12);
    EXPECT_NEAR(rate(cosine, 20), 0, 1e-12);
}

TEST(Schedule, OneCycleRisesAndFalls) {
    const ScheduleSpec cycle{ScheduleKind::OneCycle};
    EXPECT_NEAR(rate(cycle, 0), 0.004, 1e-12);
    EXPECT_NEAR(rate(cycle, 6), 0.1, 1e-12);
    EXPECT_NEAR(rate(cycle, 20), 0.004 / 1e4, 1e-12);
    EXPECT_GT(rate(cycle, 5), rate(cycle, 4));
    EXPECT_LT(rate(cycle, 12), rate(cycle, 8));
}

TEST(Schedule, BeyondTheEndStaysThere) {
    EXPECT_NEAR(rate({ScheduleKind::Cosine}, 25), 0, 1e-12);
}

}  // namespace
}  // namespace rudolph
