#include "ui/runs/sweep_data.h"
#include "core/base/nan.h"

#include <gtest/gtest.h>

#include <cmath>

#include "ui/runs/sweep_influence.h"

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

/// Twelve runs whose error follows the learning rate, whatever the schedule is.
std::vector<RunEntryPtr> sweepOfTwelve() {
    std::vector<RunEntryPtr> runs;
    for (int i = 0; i < 12; ++i)
        runs.push_back(run(0.001 * (i + 1),
                           i * 5 % 3 == 0 ? ScheduleKind::Cosine : ScheduleKind::Constant,
                           0.03 + 0.01 * i));
    return runs;
}

TEST(SweepData, PutsTheMostInfluentialSettingFirst) {
    std::vector<RunEntryPtr> runs = sweepOfTwelve();
    SweepData data = sweepData(runs);
    ASSERT_EQ(data.settings.size(), 2U);
    EXPECT_EQ(data.settings[0].key, "optimiser.learning_rate");
    ASSERT_EQ(data.influences.settings.size(), 2U);
    EXPECT_EQ(data.influences.settings[0].setting, 0);
    EXPECT_GT(data.influences.settings[0].share, data.influences.settings[1].share);
    EXPECT_FALSE(data.influences.too_few());
    EXPECT_EQ(data.best, 0);
    EXPECT_TRUE(influenceText(data).startsWith("Together they tell"))
        << influenceText(data).toStdString();
    runs.resize(9);
    data = sweepData(runs);
    EXPECT_TRUE(influenceText(data).startsWith("Too few runs for 2 settings: 9 of at least 10."))
        << influenceText(data).toStdString();
    runs.resize(3);
    EXPECT_TRUE(sweepData(runs).influences.settings.empty());
}

TEST(SweepData, ComparesRunsThatWereStoppedEarlyAtAnEpochThatAllReached) {
    std::vector<RunEntryPtr> runs;
    for (int i = 0; i < 12; ++i) {
        auto entry = std::make_shared<RunEntry>(
            *run(0.001 * (i + 1), ScheduleKind::Constant, i % 2 == 0 ? 0.03 : 0.3));
        // At their ends it seems to be the parity, as half of them were stopped early.
        entry->run.summary.state = i % 2 == 0 ? RunState::Finished : RunState::StoppedEarly;
        for (int epoch = 1; epoch <= (i % 2 == 0 ? 9 : 3); ++epoch)
            entry->run.epochs.push_back(
                {epoch, 0.5, 0.25, 8, 0.03 + 0.02 * i + 0.1 / epoch, 0.001, 1});
        runs.push_back(entry);
    }
    const SweepData data = sweepData(runs);
    EXPECT_EQ(data.compared_epoch, 3);
    EXPECT_GT(data.influences.explained, 0.3);
    EXPECT_TRUE(influenceText(data).endsWith("Compared after epoch 3, as runs were stopped early."))
        << influenceText(data).toStdString();
}

}  // namespace
}  // namespace rudolph
