#include "ui/charts/loss_chart.h"

#include <gtest/gtest.h>

#include <QMouseEvent>
#include <QTest>
#include <cmath>

namespace rudolph {
namespace {

constexpr int kWaitMs = 10000;

struct LossChartTest : testing::Test {
    LossChartTest() {
        chart.resize(800, 400);
        chart.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&chart));
    }

    /// Moves the cursor over the plot, as the person does.
    void hover(QPoint at) {
        auto* plot = chart.findChildren<QWidget*>().front();
        QTest::mouseMove(plot, at);
    }

    LossChart chart;
};

TEST_F(LossChartTest, KeepsEveryEpochThatIsAdded) {
    for (int epoch = 1; epoch <= 50; ++epoch)
        chart.addEpoch(epoch, 1.0 / epoch, 1.5 / epoch, true);
    ASSERT_EQ(chart.trainingLosses().size(), 50);
    EXPECT_DOUBLE_EQ(chart.trainingLosses()[49], 0.02);
    EXPECT_DOUBLE_EQ(chart.validationLosses()[1], 0.75);
}

TEST_F(LossChartTest, ReadsTheEpochUnderTheCursorOut) {
    chart.setEpochs(4);
    for (int epoch = 1; epoch <= 4; ++epoch)
        chart.addEpoch(epoch, 0.5, 0.25, false);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            hover({300, 100});
            return !chart.readout().isEmpty();
        },
        kWaitMs));
    EXPECT_TRUE(chart.readout().contains("training 0.5")) << chart.readout().toStdString();
    EXPECT_TRUE(chart.readout().contains("validation 0.25")) << chart.readout().toStdString();
}

TEST_F(LossChartTest, SwitchesItsAxisWithoutLosingValues) {
    chart.addEpoch(1, 0.5, 0.25, true);
    chart.setLogarithmic(false);
    EXPECT_FALSE(chart.isLogarithmic());
    EXPECT_EQ(chart.trainingLosses().size(), 1);
    chart.setLogarithmic(true);
    EXPECT_TRUE(chart.isLogarithmic());
    EXPECT_EQ(chart.trainingLosses().size(), 1);
}

TEST_F(LossChartTest, StandsLossesThatAreZeroOrNoNumber) {
    chart.addBatch(0.1, 0);
    chart.addBatch(0.2, std::nan(""));
    chart.addEpoch(1, 0, std::nan(""), false);
    chart.addEpoch(2, INFINITY, 0.5, true);
    for (const bool logarithmic : {true, false}) {
        chart.setLogarithmic(logarithmic);
        QTest::qWait(150);
        EXPECT_FALSE(chart.grab().isNull());
    }
}

TEST_F(LossChartTest, IsEmptyAgainAfterClear) {
    chart.addBatch(0.5, 0.5);
    chart.addEpoch(1, 0.5, 0.25, true);
    chart.clear("What will appear, and what starts it.");
    EXPECT_TRUE(chart.trainingLosses().isEmpty());
    EXPECT_TRUE(chart.readout().isEmpty());
}

}  // namespace
}  // namespace rudolph
