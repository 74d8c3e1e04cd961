#include "ui/charts/training_chart.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QMouseEvent>
#include <QSlider>
#include <QTest>
#include <cmath>

#include "core/formats/losses.h"
#include "tests/ui/support/wait.h"
#include "ui/charts/line_chart.h"

namespace rudolph {
namespace {

using test::waitFor;

EpochMetrics epoch(int number, double training, double validation, double nme = 0.05) {
    EpochMetrics metrics;
    metrics.epoch = number;
    metrics.train_loss = training;
    metrics.validation_loss = validation;
    metrics.nme = nme;
    return metrics;
}

struct TrainingChartTest : testing::Test {
    TrainingChartTest() {
        chart.resize(800, 400);
        chart.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&chart));
    }

    /// Moves the cursor over the plot, as the person does.
    void hover(QPoint at) {
        auto* plot = chart.lines()->findChildren<QWidget*>().front();
        // Where the cursor is already nothing would move.
        QTest::mouseMove(plot, at + QPoint(1, 1));
        QTest::mouseMove(plot, at);
    }

    TrainingChart chart;
};

TEST_F(TrainingChartTest, KeepsEveryEpochThatIsAdded) {
    for (int number = 1; number <= 50; ++number)
        chart.addEpoch(epoch(number, 1.0 / number, 1.5 / number), true);
    ASSERT_EQ(chart.trainingLosses().size(), 50);
    EXPECT_DOUBLE_EQ(chart.trainingLosses()[49], 0.02);
    EXPECT_DOUBLE_EQ(chart.validationLosses()[1], 0.75);
}

TEST_F(TrainingChartTest, ReadsTheEpochUnderTheCursorOut) {
    chart.setEpochs(4);
    for (int number = 1; number <= 4; ++number)
        chart.addEpoch(epoch(number, 0.5, 0.25), number == 2);
    hover({380, 100});
    EXPECT_TRUE(waitFor([&] { return chart.readout().contains("Epoch 2"); }));
    EXPECT_TRUE(chart.readout().contains("training 0.5")) << chart.readout().toStdString();
    EXPECT_TRUE(chart.readout().contains("validation 0.25")) << chart.readout().toStdString();
    EXPECT_TRUE(chart.readout().contains("best")) << chart.readout().toStdString();
}

TEST_F(TrainingChartTest, TheReadOutOfARestingCursorFollowsTheChart) {
    chart.setEpochs(4);
    hover({380, 100});
    for (int number = 1; number <= 4; ++number)
        chart.addEpoch(epoch(number, 0.5, 0.25), false);
    EXPECT_TRUE(waitFor([&] { return chart.readout().contains("Epoch 2"); }));
    chart.setEpochs(2);
    chart.clear({});
    EXPECT_TRUE(waitFor([&] { return chart.readout().isEmpty(); }));
    for (int number = 1; number <= 2; ++number)
        chart.addEpoch(epoch(number, 0.5, 0.25), false);
    EXPECT_TRUE(waitFor([&] { return chart.readout().contains("Epoch 1"); }));
}

TEST_F(TrainingChartTest, ShowsOtherQuantitiesWithoutLosingAny) {
    chart.addBatch(0.5, 0.9, 0.001);
    chart.addEpoch(epoch(1, 0.5, 0.25, 0.08), true);
    QTest::keyClick(chart.findChild<QComboBox*>("quantity"), Qt::Key_Down);
    EXPECT_EQ(chart.quantity(), TrainingChart::Quantity::Nme);
    chart.addBatch(1.5, 0.8, 0.002);
    chart.addEpoch(epoch(2, 0.4, 0.2, 0.06), true);
    EXPECT_EQ(chart.lines()->valuesOf(0), (QVector<double>{8, 6}));
    chart.setQuantity(TrainingChart::Quantity::LearningRate);
    EXPECT_EQ(chart.lines()->valuesOf(0), (QVector<double>{0.001, 0.002}));
    chart.setQuantity(TrainingChart::Quantity::Loss);
    EXPECT_EQ(chart.lines()->lineCount(), 3);
    EXPECT_EQ(chart.lines()->valuesOf(2), (QVector<double>{0.25, 0.2}));
}

TEST_F(TrainingChartTest, HasTheRatesOfEpochsBeforeARunWentOn) {
    EpochMetrics before = epoch(1, 0.5, 0.25);
    before.learning_rate = 0.01;
    chart.addEpoch(before, true);
    chart.addBatch(1.5, 0.4, 0.02);
    chart.addBatch(2, 0.4, 0.03);
    chart.addEpoch(epoch(2, 0.4, 0.2), true);
    chart.setQuantity(TrainingChart::Quantity::LearningRate);
    EXPECT_EQ(chart.lines()->valuesOf(0), (QVector<double>{0.01, 0.02, 0.03}));
}

TEST_F(TrainingChartTest, RemembersTheAxisOfEachQuantity) {
    chart.setQuantity(TrainingChart::Quantity::Nme);
    chart.setLogarithmic(true);
    chart.setQuantity(TrainingChart::Quantity::Loss);
    chart.setLogarithmic(false);
    chart.setQuantity(TrainingChart::Quantity::Nme);
    EXPECT_TRUE(chart.isLogarithmic());
    TrainingChart other;
    EXPECT_FALSE(other.isLogarithmic());
}

TEST_F(TrainingChartTest, SmoothingLeavesTheValuesAsTheyAre) {
    for (int number = 1; number <= 5; ++number)
        chart.addEpoch(epoch(number, number % 2, 0.5), false);
    auto* smoothing = chart.findChild<QSlider*>("smoothing");
    smoothing->setValue(smoothing->maximum());
    EXPECT_GT(chart.lines()->smoothing(), 0.9);
    chart.addEpoch(epoch(6, 0, 0.5), false);
    EXPECT_EQ(chart.trainingLosses(), (QVector<double>{1, 0, 1, 0, 1, 0}));
    EXPECT_EQ(chart.lines()->valuesOf(1), chart.trainingLosses());
}

TEST_F(TrainingChartTest, StandsLossesThatAreZeroOrNoNumber) {
    chart.addBatch(0.1, 0, 0);
    chart.addBatch(0.2, std::nan(""), std::nan(""));
    chart.addEpoch(epoch(1, 0, std::nan(""), std::nan("")), false);
    chart.addEpoch(epoch(2, INFINITY, 0.5), true);
    for (const auto quantity : {TrainingChart::Quantity::Loss, TrainingChart::Quantity::Nme,
                                TrainingChart::Quantity::LearningRate}) {
        chart.setQuantity(quantity);
        for (const bool logarithmic : {true, false}) {
            chart.setLogarithmic(logarithmic);
            QTest::qWait(60);
            EXPECT_FALSE(chart.grab().isNull());
        }
    }
}

TEST_F(TrainingChartTest, IsEmptyAgainAfterClear) {
    chart.addBatch(0.5, 0.5, 0.1);
    chart.addEpoch(epoch(1, 0.5, 0.25), true);
    chart.clear("What will appear, and what starts it.");
    EXPECT_TRUE(chart.trainingLosses().isEmpty());
    EXPECT_TRUE(chart.lines()->isEmpty());
    EXPECT_TRUE(chart.readout().isEmpty());
}

}  // namespace
}  // namespace rudolph
