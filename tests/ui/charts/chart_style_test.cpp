#include "ui/charts/chart_style.h"

#include <gtest/gtest.h>

#include <QApplication>

#include "ui/charts/label_spread.h"

namespace rudolph {
namespace {

QVector<QString> labels(double from, double to, bool whole = false) {
    LinearTicker ticker(whole);
    QVector<double> ticks;
    QVector<QString> words;
    ticker.generate(QCPRange(from, to), QLocale::c(), 'g', 3, ticks, nullptr, &words);
    return words;
}

TEST(ChartStyle, TicksHaveAsManyDigitsAsTellThemApart) {
    const QVector<QString> heights = labels(171, 182);
    EXPECT_TRUE(heights.contains("172.5") || heights.contains("174")) << heights.size();
    for (const auto& [from, to] : {std::pair(171.0, 182.0), {1000.0, 1012.0}, {0.1001, 0.1009}}) {
        const QVector<QString> words = labels(from, to);
        ASSERT_GE(words.size(), 3);
        // Evenly spaced as they are read, not rounded.
        const double step = words[1].toDouble() - words[0].toDouble();
        EXPECT_GT(step, 0);
        for (qsizetype i = 1; i < words.size(); ++i)
            EXPECT_NEAR(words[i].toDouble() - words[i - 1].toDouble(), step, 1e-6 * step)
                << words[i].toStdString();
    }
    // And no more digits than that.
    EXPECT_TRUE(labels(0, 1).contains("0.2"));
    EXPECT_TRUE(labels(-2, 2).contains("0"));
}

TEST(ChartStyle, ACountHasNoTicksBetweenItsNumbers) {
    for (const double to : {2.0, 3.0, 10.0, 12.0, 25.0, 80.0, 1234.0})
        for (const QString& word : labels(0, to, true))
            EXPECT_EQ(word.toDouble(), std::round(word.toDouble())) << word.toStdString();
    EXPECT_TRUE(labels(0, 12).contains("2.5"));
    EXPECT_EQ(labels(0, 2.1, true), (QVector<QString>{"0", "1", "2"}));
}

TEST(ChartStyle, WrapsBetweenWords) {
    const QFontMetrics metrics(QApplication::font());
    const QString text = "The epochs of the chosen runs are drawn here";
    const int width = metrics.horizontalAdvance("The epochs of the c");
    const QStringList lines = wrapped(text, metrics, width).split('\n');
    EXPECT_GE(lines.size(), 3);
    EXPECT_EQ(lines.join(' '), text);
    for (const QString& line : lines)
        EXPECT_LE(metrics.horizontalAdvance(line), width);
    const QStringList two = wrapped(text, metrics, width, 2).split('\n');
    ASSERT_EQ(two.size(), 2);
    EXPECT_EQ(two[0], lines[0]);
    EXPECT_TRUE(two[1].endsWith(QChar(0x2026)));
    EXPECT_LE(metrics.horizontalAdvance(two[1]), width);
    EXPECT_EQ(wrapped("", metrics, width), "");
    // Breaks of its own stay, and are not taken for parts of words.
    EXPECT_EQ(wrapped("The epochs\nof the", metrics, width), "The epochs\nof the");
}

TEST(ChartStyle, LabelsSideBySideLeaveEachOtherAlone) {
    std::vector<QRectF> boxes = {{0, 10, 50, 16}, {60, 12, 50, 16}, {20, 14, 50, 16}};
    spreadLabels(boxes, 100);
    EXPECT_EQ(boxes[0], QRectF(0, 10, 50, 16));
    EXPECT_EQ(boxes[1], QRectF(60, 12, 50, 16));
    // Meets both.
    EXPECT_EQ(boxes[2].top(), 28);
    boxes = {{0, 80, 50, 16}, {0, 84, 50, 16}, {0, 90, 50, 16}, {70, 90, 50, 16}};
    spreadLabels(boxes, 100);
    EXPECT_EQ(boxes[0].top(), 52);
    EXPECT_EQ(boxes[1].top(), 68);
    EXPECT_EQ(boxes[2].bottom(), 100);
    EXPECT_EQ(boxes[3].bottom(), 100);
}

}  // namespace
}  // namespace rudolph
