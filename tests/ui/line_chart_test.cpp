#include "ui/charts/line_chart.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QImage>
#include <QTest>
#include <QWheelEvent>

#include "core/base/error.h"
#include "core/base/file.h"
#include "tests/support/temp_dir.h"
#include "ui/models/path_convert.h"

namespace rudolph {
namespace {

constexpr int kWaitMs = 10000;

struct LineChartTest : testing::Test {
    LineChartTest() {
        line = chart.addLine({"loss"});
        chart.resize(600, 400);
        chart.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&chart));
    }

    QWidget* plot() { return chart.findChildren<QWidget*>().front(); }
    void fill(int count) {
        QVector<double> x;
        QVector<double> y;
        for (int i = 1; i <= count; ++i) {
            x.append(i);
            y.append(1.0 / i);
        }
        chart.setValues(line, x, y);
        QTest::qWait(60);
    }
    void turnWheel() {
        const QPointF at(300, 200);
        QWheelEvent wheel(at, plot()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(plot(), &wheel);
    }

    test::TempDir folder;
    LineChart chart;
    int line = 0;
};

TEST_F(LineChartTest, TheWheelZoomsAndADoubleClickShowsAll) {
    fill(20);
    EXPECT_FALSE(chart.isZoomed());
    turnWheel();
    EXPECT_TRUE(chart.isZoomed());
    // New values leave the part that the person looks at alone.
    chart.append(line, 21, 5);
    QTest::qWait(60);
    EXPECT_TRUE(chart.isZoomed());
    QTest::mouseDClick(plot(), Qt::LeftButton, Qt::NoModifier, {300, 200});
    EXPECT_FALSE(chart.isZoomed());
}

TEST_F(LineChartTest, SavesWhatItShowsInThreeForms) {
    fill(20);
    const QString png = toQString(folder / "verlauf ä.png");
    chart.save(png);
    EXPECT_EQ(QImage(png).size(), chart.size() * 2);
    chart.save(toQString(folder / "a.svg"));
    EXPECT_NE(read_file(folder / "a.svg").find("<polyline"), std::string::npos);
    chart.save(toQString(folder / "a.pdf"));
    EXPECT_TRUE(read_file(folder / "a.pdf").starts_with("%PDF"));
    chart.copy();
    EXPECT_FALSE(QApplication::clipboard()->image().isNull());
}

TEST_F(LineChartTest, SaysWhyItCannotBeSaved) {
    fill(3);
    EXPECT_THROW(chart.save(toQString(folder / "a.gif")), Error);
    EXPECT_FALSE(std::filesystem::exists(folder / "a.gif"));
    for (const char* name : {"none/a.png", "none/a.svg", "none/a.pdf"})
        EXPECT_THROW(chart.save(toQString(folder / name)), Error) << name;
}

TEST_F(LineChartTest, LinesCanGoAndComeAgain) {
    fill(10);
    chart.clearLines();
    EXPECT_TRUE(chart.isEmpty());
    const int other = chart.addLine({"other", Qt::red, true});
    chart.append(other, 1, 2);
    chart.setRing(other, 1);
    QTest::qWait(60);
    EXPECT_EQ(chart.lineCount(), 1);
    EXPECT_FALSE(chart.isEmpty());
}

TEST_F(LineChartTest, HiddenLinesAreNotReadOut) {
    fill(10);
    chart.setLineVisible(line, false);
    EXPECT_TRUE(chart.isEmpty());
    const int other = chart.addLine({"other"});
    chart.append(other, 5, 0.5);
    QTest::qWait(60);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            QTest::mouseMove(plot(), {300, 200});
            return !chart.readout().isEmpty();
        },
        kWaitMs));
    EXPECT_EQ(chart.readout(), "5 · other 0.5");
}

TEST_F(LineChartTest, StandsManyPoints) {
    fill(100000);
    chart.append(line, 100001, 0.5);
    EXPECT_EQ(chart.valuesOf(line).size(), 100001);
    EXPECT_FALSE(chart.grab().isNull());
}

}  // namespace
}  // namespace rudolph
