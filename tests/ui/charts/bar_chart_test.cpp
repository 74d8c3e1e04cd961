#include "ui/charts/bar_chart.h"
#include "core/base/nan.h"

#include <gtest/gtest.h>

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

namespace rudolph {
namespace {

struct BarChartTest : testing::Test {
    BarChartTest() {
        chart.resize(400, 200);
        chart.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&chart));
        chart.setBars({"Jaw", "Eyes", "Mouth"}, {6, 2, 3});
        QTest::qWait(120);
    }
    QWidget* plot() { return chart.findChildren<QWidget*>().front(); }
    QPoint at(int bar) { return plot()->mapFrom(&chart, chart.placeOf(bar).toPoint()); }

    BarChart chart;
};

TEST_F(BarChartTest, SaysWhichBarIsClicked) {
    QSignalSpy clicked(&chart, &BarChart::clicked);
    QTest::mouseClick(plot(), Qt::LeftButton, {}, at(2));
    QTest::mouseClick(plot(), Qt::LeftButton, {}, at(0));
    ASSERT_EQ(clicked.size(), 2);
    EXPECT_EQ(clicked[0].front().toInt(), 2);
    EXPECT_EQ(clicked[1].front().toInt(), 0);
}

TEST_F(BarChartTest, StandsTheFirstBarOnTop) {
    EXPECT_LT(chart.placeOf(0).y(), chart.placeOf(1).y());
    EXPECT_LT(chart.placeOf(1).y(), chart.placeOf(2).y());
}

TEST_F(BarChartTest, ReadsOutTheBarUnderTheCursor) {
    QTest::mouseMove(plot(), at(1));
    EXPECT_EQ(chart.readout(), "Eyes: 2");
    chart.setValueText([](double value) { return QString::number(value) + " %"; });
    QTest::mouseMove(plot(), at(2));
    EXPECT_EQ(chart.readout(), "Mouth: 3 %");
    chart.setReadoutText([](int bar) { return QStringLiteral("bar %1").arg(bar); });
    QTest::mouseMove(plot(), at(0));
    EXPECT_EQ(chart.readout(), "bar 0");
}

TEST_F(BarChartTest, GoesFromBarToBarByKey) {
    QSignalSpy clicked(&chart, &BarChart::clicked);
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Return);
    EXPECT_TRUE(clicked.isEmpty());
    QTest::keyClick(&chart, Qt::Key_Down);
    QTest::keyClick(&chart, Qt::Key_Down);
    EXPECT_EQ(chart.readout(), "Eyes: 2");
    QTest::keyClick(&chart, Qt::Key_Return);
    QTest::keyClick(&chart, Qt::Key_Up);
    QTest::keyClick(&chart, Qt::Key_Up);
    QTest::keyClick(&chart, Qt::Key_Space);
    ASSERT_EQ(clicked.size(), 2);
    EXPECT_EQ(clicked[0].front().toInt(), 1);
    EXPECT_EQ(clicked[1].front().toInt(), 0);
}

TEST_F(BarChartTest, StandsValuesThatAreNoNumbersAndSecondBars) {
    chart.setBars({"a", "b"}, {kNaN, 4});
    chart.setSecondBars({1, kNaN});
    QTest::qWait(120);
    EXPECT_EQ(chart.barCount(), 2);
    QTest::keyClick(&chart, Qt::Key_Down);
    EXPECT_EQ(chart.readout(), QStringLiteral("a: –"));
    const QImage two = chart.grab().toImage();
    chart.setSecondBars({});
    QTest::qWait(120);
    EXPECT_NE(chart.grab().toImage(), two);
    chart.setBars({}, {});
    QTest::qWait(120);
    EXPECT_TRUE(chart.isEmpty());
    QTest::keyClick(&chart, Qt::Key_Down);
}

}  // namespace
}  // namespace rudolph
