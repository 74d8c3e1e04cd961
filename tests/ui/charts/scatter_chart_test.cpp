#include "ui/charts/scatter_chart.h"
#include "core/base/nan.h"

#include <gtest/gtest.h>

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "core/base/random.h"
#include "tests/ui/support/wait.h"

namespace rudolph {
namespace {

using test::waitFor;

struct ScatterChartTest : testing::Test {
    ScatterChartTest() {
        chart.resize(600, 400);
        chart.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&chart));
    }

    void show(const QVector<double>& x, const QVector<double>& y) {
        QVector<int> ids;
        for (int i = 0; i < x.size(); ++i)
            ids.append(10 * i);
        chart.setPoints(chart.addSeries({}), x, y, ids);
        settle();
    }
    /// A row of five from the lower left to the upper right: 0, 10, 20, 30, 40.
    void showFive() { show({1, 2, 3, 4, 5}, {1, 2, 3, 4, 5}); }
    /// Until what has changed is drawn.
    void settle() { QTest::qWait(120); }
    QWidget* plot() { return chart.findChildren<QWidget*>().front(); }
    QPoint at(int id) {
        const auto place = chart.placeOf(id);
        EXPECT_TRUE(place) << id;
        return plot()->mapFrom(&chart, place.value_or(QPointF()).toPoint());
    }
    void click(QPoint where, Qt::KeyboardModifiers keys = {}) {
        QTest::mouseClick(plot(), Qt::LeftButton, keys, where);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}) {
        QTest::mousePress(plot(), Qt::LeftButton, keys, from);
        QTest::mouseMove(plot(), (from + to) / 2);
        QTest::mouseMove(plot(), to);
        QTest::mouseRelease(plot(), Qt::LeftButton, keys, to);
    }

    ScatterChart chart;
};

TEST_F(ScatterChartTest, ChoosesTheClickedPointAndAddsWithShiftAndCtrl) {
    showFive();
    QSignalSpy changed(&chart, &ScatterChart::selectionChanged);
    click(at(20));
    EXPECT_EQ(chart.selection(), QVector<int>({20}));
    click(at(10), Qt::ShiftModifier);
    click(at(40), Qt::ControlModifier);
    EXPECT_EQ(chart.selection(), QVector<int>({10, 20, 40}));
    click(at(20), Qt::ControlModifier);
    EXPECT_EQ(chart.selection(), QVector<int>({10, 40}));
    click(at(30));
    EXPECT_EQ(chart.selection(), QVector<int>({30}));
    EXPECT_EQ(changed.size(), 5);
    EXPECT_EQ(changed.back().front().value<QVector<int>>(), QVector<int>({30}));
}

TEST_F(ScatterChartTest, ChoosesWhatIsInTheFrame) {
    showFive();
    drag(at(10) + QPoint(-15, 15), at(30) + QPoint(15, -15));
    EXPECT_EQ(chart.selection(), QVector<int>({10, 20, 30}));
    drag(at(40) + QPoint(-15, 15), at(40) + QPoint(14, -5), Qt::ShiftModifier);
    EXPECT_EQ(chart.selection(), QVector<int>({10, 20, 30, 40}));
    drag(at(10) + QPoint(-15, -40), at(10) + QPoint(-50, -60));
    EXPECT_TRUE(chart.selection().isEmpty());
}

TEST_F(ScatterChartTest, ChoosesNoneByAClickOnNothingOrEscape) {
    showFive();
    click(at(20));
    click(at(20) + QPoint(0, -60));
    EXPECT_TRUE(chart.selection().isEmpty());
    click(at(20));
    QTest::keyClick(&chart, Qt::Key_Escape);
    EXPECT_TRUE(chart.selection().isEmpty());
    // An added click on nothing keeps what is chosen.
    click(at(20));
    click(at(20) + QPoint(0, -60), Qt::ShiftModifier);
    EXPECT_EQ(chart.selection(), QVector<int>({20}));
}

TEST_F(ScatterChartTest, GivesUpAFrameByEscape) {
    showFive();
    click(at(20));
    QTest::mousePress(plot(), Qt::LeftButton, {}, at(10) + QPoint(-15, 15));
    QTest::mouseMove(plot(), at(30) + QPoint(15, -15));
    QTest::keyClick(&chart, Qt::Key_Escape);
    QTest::mouseRelease(plot(), Qt::LeftButton, {}, at(30) + QPoint(15, -15));
    EXPECT_EQ(chart.selection(), QVector<int>({20}));
}

TEST_F(ScatterChartTest, GoesFromPointToPointByKey) {
    show({3, 1, 2}, {5, 6, 7});
    QSignalSpy hovered(&chart, &ScatterChart::hovered);
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Right);
    EXPECT_EQ(chart.hoveredId(), 10);
    EXPECT_EQ(chart.readout(), "1, 6");
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Space);
    EXPECT_EQ(chart.selection(), QVector<int>({20}));
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Right);
    EXPECT_EQ(chart.hoveredId(), 0);
    QTest::keyClick(&chart, Qt::Key_Left);
    EXPECT_EQ(chart.hoveredId(), 20);
    QTest::keyClick(&chart, Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(chart.selection(), QVector<int>({0, 10, 20}));
    EXPECT_GE(hovered.size(), 4);
}

TEST_F(ScatterChartTest, ReadsOutThePointUnderTheCursor) {
    showFive();
    chart.setReadoutText(
        [](int id, double x, double) { return QStringLiteral("%1 at %2").arg(id).arg(x); });
    QTest::mouseMove(plot(), at(30));
    EXPECT_EQ(chart.readout(), "30 at 4");
    EXPECT_EQ(chart.hoveredId(), 30);
    QTest::mouseMove(plot(), at(30) + QPoint(0, -60));
    EXPECT_TRUE(chart.readout().isEmpty());
    EXPECT_EQ(chart.hoveredId(), -1);
}

TEST_F(ScatterChartTest, KeepsTheChoiceOfOthersToItself) {
    showFive();
    QSignalSpy changed(&chart, &ScatterChart::selectionChanged);
    chart.setSelection({40, 0, 40});
    EXPECT_EQ(chart.selection(), QVector<int>({0, 40}));
    chart.setCurrent(20);
    settle();
    EXPECT_TRUE(changed.isEmpty());
}

TEST_F(ScatterChartTest, DrawsChosenPointsDifferently) {
    showFive();
    const auto differsFrom = [this](const QImage& before) {
        return waitFor([&] { return chart.grab().toImage() != before; });
    };
    const QImage plain = chart.grab().toImage();
    chart.setSelection({20});
    EXPECT_TRUE(differsFrom(plain));
    settle();
    const QImage chosen = chart.grab().toImage();
    chart.setCurrent(20);
    EXPECT_TRUE(differsFrom(chosen));
}

TEST_F(ScatterChartTest, LeavesOutWhatCannotBeDrawn) {
    show({1, kNaN, 3, 0, -1}, {1, 2, INFINITY, 4, 5});
    EXPECT_FALSE(chart.placeOf(10));
    EXPECT_FALSE(chart.placeOf(20));
    EXPECT_TRUE(chart.placeOf(30));
    chart.setLogarithmic(Qt::Horizontal, true);
    settle();
    EXPECT_FALSE(chart.placeOf(30));
    EXPECT_FALSE(chart.placeOf(40));
    EXPECT_TRUE(chart.placeOf(0));
    QTest::keyClick(&chart, Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(chart.selection(), QVector<int>({0}));
    EXPECT_FALSE(chart.isEmpty());
    chart.clearSeries();
    EXPECT_TRUE(chart.isEmpty());
    QTest::keyClick(&chart, Qt::Key_Right);
    EXPECT_EQ(chart.hoveredId(), -1);
}

TEST_F(ScatterChartTest, NamesTheSeriesWhereThereAreSeveral) {
    chart.setPoints(chart.addSeries({"bright", {}, PointMarker::Cross}), {1, 2}, {1, 2}, {0, 1});
    chart.setPoints(chart.addSeries({"dark", {}, PointMarker::Square, true}), {3, 4}, {3, 4},
                    {2, 3});
    settle();
    QTest::mouseMove(plot(), at(2));
    EXPECT_TRUE(chart.readout().startsWith("dark: ")) << chart.readout().toStdString();
    for (const PointMarker marker :
         {PointMarker::Circle, PointMarker::Triangle, PointMarker::Diamond, PointMarker::Plus}) {
        chart.addSeries({"", Qt::red, marker});
        settle();
    }
    EXPECT_EQ(chart.seriesCount(), 6);
}

TEST_F(ScatterChartTest, NamesTheValuesOfAnAxis) {
    chart.setPoints(chart.addSeries({}), {0, 1, 1}, {2, 3, 4}, {0, 1, 2});
    chart.setNames(Qt::Horizontal, {"All", "Nose tip"});
    settle();
    // Each name has half of the axis, its points in the middle.
    const double quarter = (at(1).x() - at(0).x()) / 2.0;
    EXPECT_GT(quarter, 100);
    EXPECT_GT(at(0).x(), quarter);
    EXPECT_LT(at(1).x() + quarter, plot()->width());
    const QImage named = chart.grab().toImage();
    chart.setNames(Qt::Horizontal, {});
    settle();
    EXPECT_NE(chart.grab().toImage(), named);
    EXPECT_GT(at(1).x() - at(0).x(), 3 * quarter);
}

TEST_F(ScatterChartTest, ChoosesAmongTenThousandPoints) {
    Random random(1);
    QVector<double> x;
    QVector<double> y;
    for (int i = 0; i < 10000; ++i) {
        x.append(random.normal());
        y.append(std::exp(random.normal()));
    }
    show(x, y);
    drag({100, 50}, {400, 300});
    EXPECT_GT(chart.selection().size(), 100);
    EXPECT_FALSE(chart.grab().isNull());
}

}  // namespace
}  // namespace rudolph
