#include "ui/charts/parallel_chart.h"
#include "core/base/nan.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "core/base/file.h"
#include "tests/support/temp_dir.h"
#include "ui/base/path_convert.h"

namespace rudolph {
namespace {

struct ParallelChartTest : testing::Test {
    ParallelChartTest() : spy(&chart, &ParallelChart::chosen) {
        chart.resize(700, 320);
        chart.setLines({{"rate", {0.001, 0.01, 0.1}, {}, true},
                        {"kind", {0, 1, 0}, {"adam", "sgd"}, false},
                        {"NME", {4, 6, kNaN}, {}, false}},
                       {Qt::red, Qt::blue, Qt::green}, {"a", "b", "c"});
        chart.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&chart));
        QTest::qWait(100);
        plot = chart.childAt(chart.rect().center());
    }
    QPoint at(int axis, double share) {
        return plot->mapFrom(&chart, chart.placeOf(axis, share)).toPoint();
    }
    void brush(int axis, double from, double to) {
        QTest::mousePress(plot, Qt::LeftButton, {}, at(axis, from));
        QTest::mouseMove(plot, at(axis, to));
        QTest::mouseRelease(plot, Qt::LeftButton, {}, at(axis, to));
    }

    ParallelChart chart;
    QSignalSpy spy;
    QWidget* plot;
};

TEST_F(ParallelChartTest, BrushingChoosesTheLinesThatCrossThere) {
    brush(0, 0.4, 0.6);
    EXPECT_EQ(chart.selection(), QVector<int>{1});
    EXPECT_EQ(spy.count(), 1);
    ASSERT_TRUE(chart.brushed(0));
    EXPECT_NEAR(chart.brushed(0)->first, 0.4, 0.02);
}

TEST_F(ParallelChartTest, SeveralAxesNarrowTheChoiceDownAndAClickFreesOne) {
    brush(1, 0, 0.2);
    EXPECT_EQ(chart.selection(), QVector<int>({0, 2}));
    brush(0, 0.8, 1);
    EXPECT_EQ(chart.selection(), QVector<int>{2});
    QTest::mouseClick(plot, Qt::LeftButton, {}, at(1, 0.1));
    EXPECT_FALSE(chart.brushed(1));
    EXPECT_EQ(chart.selection(), QVector<int>{2});
}

TEST_F(ParallelChartTest, ALineWithAGapIsNotChosenThere) {
    brush(2, 0, 1);
    EXPECT_EQ(chart.selection(), QVector<int>({0, 1}));
}

TEST_F(ParallelChartTest, KeysBrushAsWell) {
    chart.activateWindow();
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Up);
    EXPECT_EQ(chart.selection(), QVector<int>{1});
    QTest::keyClick(&chart, Qt::Key_Escape);
    EXPECT_TRUE(chart.selection().isEmpty());
    EXPECT_FALSE(chart.brushed(1));
}

TEST_F(ParallelChartTest, ReadsOutTheLineUnderTheCursor) {
    const QPoint between = (at(0, 0) + at(1, 0)) / 2;
    QTest::mouseMove(plot, between);
    QTest::qWait(100);
    EXPECT_TRUE(chart.readout().startsWith("a\n")) << chart.readout().toStdString();
    EXPECT_TRUE(chart.readout().contains("kind adam"));
}

TEST_F(ParallelChartTest, KeepsItsRangesWhenTheLinesAreReadAgain) {
    brush(0, 0.4, 0.6);
    chart.setLines({{"rate", {0.001, 0.01, 0.1, 0.01}, {}, true}}, {4, Qt::red},
                   {"a", "b", "c", "d"});
    EXPECT_TRUE(chart.brushed(0));
}

TEST_F(ParallelChartTest, SavesAsEveryKindOfPicture) {
    const test::TempDir folder;
    for (const char* name : {"chart.png", "chart.svg", "chart.pdf"}) {
        chart.save(toQString(folder / name));
        EXPECT_GT(read_file(folder / name).size(), 500U) << name;
    }
}

TEST_F(ParallelChartTest, EmptySaysNothingAndDrawsThousandsOfLines) {
    chart.setLines({}, {}, {});
    EXPECT_TRUE(chart.isEmpty());
    QTest::keyClick(&chart, Qt::Key_Right);
    QVector<double> values;
    QVector<QColor> colours;
    QStringList names;
    for (int i = 0; i < 3000; ++i) {
        values << std::sin(i);
        colours << (i % 2 == 0 ? Qt::red : Qt::blue);
        names << QString::number(i);
    }
    chart.setLines({{"one", values, {}, false}, {"two", values, {}, false}}, colours, names);
    EXPECT_FALSE(chart.grab().isNull());
}

}  // namespace
}  // namespace rudolph
