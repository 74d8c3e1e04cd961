#include "ui/runs/sweep_data.h"
#include "core/base/nan.h"

#include <gtest/gtest.h>

#include <cmath>

namespace rudolph {
namespace {

RunEntryPtr run(double learning_rate, ScheduleKind schedule, double nme) {
    auto entry = std::make_shared<RunEntry>();
    entry->run.experiment = preset("nose-tip");
    entry->run.experiment.optimiser.learning_rate = learning_rate;
    entry->run.experiment.schedule.kind = schedule;
    RunSummary& summary = entry->run.summary;
    for (double* figure : {&summary.mse, &summary.error_px, &summary.auc_08, &summary.fr_08,
                           &summary.shape_variance_ratio})
        *figure = kNaN;
    summary.nme = nme;
    return entry;
}

const SweepColumn* column(const std::vector<SweepColumn>& columns, const char* key) {
    for (const SweepColumn& each : columns)
        if (each.key == key)
            return &each;
    return nullptr;
}

TEST(SweepData, HasAColumnForEverySettingThatDiffersAndNoOther) {
    const SweepData data = sweepData(
        {run(0.001, ScheduleKind::Constant, 0.04), run(0.1, ScheduleKind::Constant, 0.05)});
    ASSERT_EQ(data.settings.size(), 1U);
    const SweepColumn& rate = data.settings.front();
    EXPECT_EQ(rate.key, "optimiser.learning_rate");
    EXPECT_EQ(rate.title, "Learning rate");
    EXPECT_EQ(rate.values, QVector<double>({0.001, 0.1}));
    EXPECT_TRUE(rate.categories.isEmpty());
    EXPECT_TRUE(rate.logarithmic);
    EXPECT_TRUE(sweepData({}).settings.empty());
}

TEST(SweepData, IsLogarithmicOnlyFromADecadeOn) {
    EXPECT_FALSE(sweepData({run(0.001, ScheduleKind::Constant, 0.04),
                            run(0.009, ScheduleKind::Constant, 0.05)})
                     .settings.front()
                     .logarithmic);
}

TEST(SweepData, NumbersTheChoicesOfASettingThatIsNoNumber) {
    const SweepData data =
        sweepData({run(0.001, ScheduleKind::Cosine, 0.04), run(0.001, ScheduleKind::Constant, 0.05),
                   run(0.001, ScheduleKind::Cosine, 0.06)});
    const SweepColumn* schedule = column(data.settings, "schedule.kind");
    ASSERT_NE(schedule, nullptr);
    EXPECT_EQ(schedule->categories, QStringList({"Cosine", "Constant"}));
    EXPECT_EQ(schedule->values, QVector<double>({0, 1, 0}));
    EXPECT_FALSE(schedule->logarithmic);
}

TEST(SweepData, HasTheFiguresThatAtLeastOneRunKnows) {
    const SweepData data = sweepData(
        {run(0.001, ScheduleKind::Constant, 0.04), run(0.1, ScheduleKind::Constant, kNaN)});
    ASSERT_EQ(data.figures.size(), 1U);
    EXPECT_EQ(data.figures.front().key, "nme");
    EXPECT_DOUBLE_EQ(data.figures.front().values[0], 4);
    EXPECT_TRUE(std::isnan(data.figures.front().values[1]));
}

}  // namespace
}  // namespace rudolph
