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
#include "ui/base/path_convert.h"

namespace rudolph {
namespace {

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
    write_file(folder / "file", "in the way");
    for (const char* name : {"file/a.png", "file/a.svg", "file/a.pdf"})
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

TEST_F(LineChartTest, ABandIsFilledPaleAndGoesWithItsLine) {
    fill(10);
    const auto colours = [this] {
        const QImage image = chart.grab().toImage();
        int count = 0;
        const QRgb ground = image.pixel(300, 30);
        for (int y = 0; y < image.height(); ++y)
            count += image.pixel(300, y) != ground ? 1 : 0;
        return count;
    };
    EXPECT_FALSE(chart.hasBand(line));
    const int before = colours();
    chart.setBand(line, {1, 5, 10}, {0.1, 0.1, 0.1}, {0.9, 0.9, 0.9});
    QTest::qWait(60);
    EXPECT_TRUE(chart.hasBand(line));
    EXPECT_GT(colours(), before + 50);
    chart.clearLines();
    line = chart.addLine({"loss"});
    EXPECT_FALSE(chart.hasBand(line));
    fill(10);
    EXPECT_LT(colours(), before + 50);
}

TEST_F(LineChartTest, NamesStandAtTheirLinesEndAndNotOverOneAnother) {
    chart.setXRange(1, 100);
    chart.setValues(line, {1, 100}, {1, 0.1});
    const int beside = chart.addLine({"beside"});
    chart.setValues(beside, {1, 100}, {1, 0.1});
    const int early = chart.addLine({"early"});
    chart.setValues(early, {1, 20}, {1, 0.1});
    QTest::qWait(120);
    const auto name = chart.placeOfName(line);
    const auto other = chart.placeOfName(beside);
    const auto alone = chart.placeOfName(early);
    ASSERT_TRUE(name && other && alone);
    EXPECT_FALSE(name->intersects(*other));
    // Ends elsewhere at the same height: nothing is in its way.
    EXPECT_LT(alone->right(), name->left());
    EXPECT_NEAR(alone->center().y(), name->center().y(), 0.01);
    EXPECT_NEAR(other->top(), name->bottom(), 0.01);
}

TEST_F(LineChartTest, ALongNameStaysInTheChart) {
    const int line = chart.addLine({QString(200, QLatin1Char('m'))});
    chart.setValues(line, {1, 100}, {1, 0.5});
    QTest::qWait(120);
    const auto name = chart.placeOfName(line);
    ASSERT_TRUE(name);
    EXPECT_LE(name->right(), chart.width());
}

TEST_F(LineChartTest, NamesStayAboveTheAxis) {
    chart.setValues(line, {1, 100}, {1, 0});
    QTest::qWait(120);
    const auto name = chart.placeOfName(line);
    ASSERT_TRUE(name);
    // Below the axis are its numbers.
    EXPECT_LT(name->bottom(), chart.height() - chart.fontMetrics().height());
}

TEST_F(LineChartTest, WrapsTheMessageToItsWidth) {
    const QString message =
        "Choose runs in the table above, and what the network had learnt after each of their "
        "epochs is drawn here, for as many of them as there are.";
    chart.clearLines();
    chart.setMessage(message);
    for (const int width : {600, 300}) {
        chart.resize(width, 400);
        QTest::qWait(120);
        const QImage picture = chart.grab().toImage();
        // Nothing is drawn at the edges, where the message would leave the chart.
        const QRgb ground = picture.pixel(width - 2, 2);
        for (int y = 0; y < 300; ++y) {
            ASSERT_EQ(picture.pixel(width - 2, y), ground) << width << ", " << y;
            ASSERT_EQ(picture.pixel(2, y), ground) << width << ", " << y;
        }
    }
}

TEST_F(LineChartTest, StandsManyPoints) {
    fill(100000);
    chart.append(line, 100001, 0.5);
    EXPECT_EQ(chart.valuesOf(line).size(), 100001);
    EXPECT_FALSE(chart.grab().isNull());
}

}  // namespace
}  // namespace rudolph
